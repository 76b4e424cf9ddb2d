using System.Globalization;
using System.Text;
using DraftDiff.Text;

namespace DraftDiff.Tables;

/// <summary>
/// Compares <see cref="Nfc"/> with ICU: every code point alone and beside marks, every pair that might compose, and
/// texts drawn at random from all code points that normalization concerns. Code points younger than the
/// tables are left out, so that a newer ICU finds no fault with older tables.
/// </summary>
internal sealed class NfcCheck(Icu icu, Version tableVersion)
{
    private const int RandomTexts = 200_000;
    private const int Seed = 15;
    private const int Shown = 20;

    private int _compared;
    private int _differences;

    /// <summary>True where both agree; prints what they do not agree on.</summary>
    public bool Run()
    {
        // .NET refuses to normalize the noncharacter U+FFFE, the byte order mark turned round.
        var codePoints = CodePoints.All
            .Where(codePoint => codePoint != 0xFFFE && icu.AgeOf(codePoint) <= tableVersion)
            .ToArray();
        foreach (var text in codePoints.Select(char.ConvertFromUtf32))
        {
            // Beside marks of class 220 and 234, which compose with nothing, a wrong class shows; beside an acute a
            // wrong composition does.
            Compare("a" + text + "\u0316");
            Compare("\u0360" + text);
            Compare(text + "\u0301");
            Compare(text);
        }

        var second = codePoints.Where(codePoint => icu.QuickCheckOf(codePoint) == 1).Select(char.ConvertFromUtf32).ToArray();
        var concerned = codePoints.Where(IsConcerned).Select(char.ConvertFromUtf32).ToArray();
        foreach (var first in concerned)
        {
            foreach (var other in second)
            {
                Compare(first + other);
            }
        }

        var random = new Random(Seed);
        for (var i = 0; i < RandomTexts; i++)
        {
            Compare(string.Concat(random.GetItems(concerned, random.Next(2, 12))));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Unicode {tableVersion} against ICU's {icu.UnicodeVersion}: {_compared} texts, {_differences} differences."));
        return _differences == 0;
    }

    private bool IsConcerned(int codePoint) =>
        icu.QuickCheckOf(codePoint) != 0
        || icu.CombiningClassOf(codePoint) != 0
        || (icu.DecompositionOf(codePoint).Length > 0 && !CodePoints.IsHangulSyllable(codePoint))
        || codePoint is (>= 'A' and <= 'z') or (>= 0x1100 and <= 0x1112) or (>= 0xAC00 and <= 0xAC20) or (>= 0x0390 and <= 0x0450);

    private void Compare(string text)
    {
        _compared++;
        var expected = text.Normalize(NormalizationForm.FormC);
        if (Nfc.Normalize(text) == expected && Nfc.IsNormalized(text) == (expected == text) && Nfc.IsNormalized(expected))
        {
            return;
        }

        if (_differences++ < Shown)
        {
            Console.WriteLine($"{Spell(text)}: ICU {Spell(expected)}, DraftDiff {Spell(Nfc.Normalize(text))}, normalized {Nfc.IsNormalized(text)}");
        }
    }

    private static string Spell(string text) =>
        string.Join(' ', text.EnumerateRunes().Select(rune => rune.Value.ToString("X4", CultureInfo.InvariantCulture)));
}
