using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DraftDiff.Versioning;

/// <summary>
/// The ids of paragraphs. One is made when a paragraph first appears, from what it is and where, so that whoever stores
/// the same texts gets the same ids.
/// </summary>
internal static class ParagraphId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 8;
    private const int BitsOfDigit = 5;

    private static readonly SearchValues<char> Digits = SearchValues.Create(Alphabet);

    /// <summary>Makes an id of eight digits to the base of 32 (Crockford's, in small letters).</summary>
    /// <param name="draft">The first symbol of the draft.</param>
    /// <param name="revision">The symbol of the revision that brings the paragraph in.</param>
    /// <param name="language">The language.</param>
    /// <param name="words">Its words.</param>
    /// <param name="ordinal">How many ids were made from the same before.</param>
    public static string Make(string draft, string revision, string language, string words, int ordinal)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{draft}\n{revision}\n{language}\n{ordinal}\n{words}"));
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        return string.Create(Length, bits, (digits, rest) =>
        {
            foreach (ref var digit in digits)
            {
                digit = Alphabet[(int)(rest >> (64 - BitsOfDigit))];
                rest <<= BitsOfDigit;
            }
        });
    }

    /// <summary>True for what may be an id.</summary>
    public static bool IsValid(string text) =>
        text.Length == Length && text.AsSpan().IndexOfAnyExcept(Digits) < 0;
}
