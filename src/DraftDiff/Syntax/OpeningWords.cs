using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DraftDiff.Languages;

namespace DraftDiff.Syntax;

/// <summary>What a paragraph's first words say that it is.</summary>
internal enum OpeningKind : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Preambular: Recalling, Also recalling.</summary>
    Preambular,

    /// <summary>Operative: Decides, Further decides.</summary>
    Operative,
}

/// <summary>
/// Tells by its first words what a paragraph is. The longer words decide: "Solemnly" may open a preambular paragraph,
/// but "Solemnly proclaims" is operative.
/// </summary>
public sealed class OpeningWords
{
    private static readonly ConditionalWeakTable<DraftingConventions, OpeningWords> Known = [];

    private readonly Dictionary<char, List<(string Word, Role Role)>> _words = [];

    private OpeningWords(DraftingConventions conventions)
    {
        Add(conventions.PreambularOpenings, Role.Preambular);
        Add(conventions.OperativeOpenings, Role.Operative);
        Add(conventions.OpeningAdverbs, Role.Adverb);
    }

    private enum Role : byte
    {
        Preambular,
        Operative,
        Adverb,
    }

    /// <summary>True where a text opens as a preambular paragraph does.</summary>
    internal static bool ArePreambular(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        KindOf(text, conventions) == OpeningKind.Preambular;

    /// <summary>True where a text opens as an operative paragraph does.</summary>
    internal static bool AreOperative(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        KindOf(text, conventions) == OpeningKind.Operative;

    /// <summary>What a text opens as.</summary>
    internal static OpeningKind KindOf(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        var (preambular, operative) = LengthsOf(text.TrimStart(WordList.BeforeWords), conventions);
        return operative > preambular ? OpeningKind.Operative : preambular > 0 ? OpeningKind.Preambular : OpeningKind.None;
    }

    /// <summary>How many UTF-16 code units of a paragraph's words are its opening words, which print sets in italics; 0 where it opens with none.</summary>
    /// <param name="unit">The paragraph.</param>
    /// <param name="language">The code of its language.</param>
    public static int LengthOf(Unit unit, string language) =>
        unit is not { Parent: < 0, Section: Section.Preamble or Section.Operative } ? 0
        : unit.EmphasisLength > 0 ? unit.EmphasisLength
        : LengthOf(unit.Words, language);

    /// <summary>How many UTF-16 code units of a text are its opening words, which print sets apart; 0 where it opens with none.</summary>
    /// <param name="text">The words of a paragraph.</param>
    /// <param name="language">The code of their language.</param>
    internal static int LengthOf(ReadOnlySpan<char> text, string language)
    {
        var conventions = DraftingConventions.For(language);
        var words = text.TrimStart(WordList.BeforeWords);
        var (preambular, operative) = LengthsOf(words, conventions);
        var longest = Math.Max(preambular, operative);
        if (longest == 0)
        {
            return 0;
        }

        // A chain word may be all that opens it; what it chains opens it too.
        if (WordList.LongestStart(words, conventions.ChainWords, isWhole: true) == longest)
        {
            (preambular, operative) = LengthsOf(words[longest..], conventions);
            longest += Math.Max(preambular, operative);
        }

        // Taking note; then Taking note also.
        var last = words[..longest][(words[..longest].LastIndexOf(' ') + 1)..];
        if (WordList.LongestStart(last, conventions.HalfOpenings, isWhole: true) == last.Length)
        {
            var next = words[longest..].TrimStart();
            longest = words.Length - next.Length + (next.IndexOf(' ') is >= 0 and var end ? end : next.Length);
        }

        // Noting also with concern.
        while (LongestOf(words[longest..].TrimStart()) is > 0 and var more)
        {
            longest = words.Length - words[longest..].TrimStart().Length + more;
        }

        return text.Length - words.Length + longest;

        int LongestOf(ReadOnlySpan<char> rest) =>
            Math.Max(WordList.LongestStart(rest, conventions.ChainWords, isWhole: true), WordList.LongestStart(rest, conventions.OpeningTails, isWhole: true));
    }

    private static (int Preambular, int Operative) LengthsOf(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        var words = Known.GetValue(conventions, static conventions => new OpeningWords(conventions));
        return (words.LengthOf(text, Role.Preambular), words.LengthOf(text, Role.Operative));
    }

    private void Add(ImmutableArray<string> words, Role role)
    {
        foreach (var word in words)
        {
            var first = WordList.Fold(word[0]);
            if (!_words.TryGetValue(first, out var alike))
            {
                _words.Add(first, alike = []);
            }

            alike.Add((word, role));
        }
    }

    /// <summary>The length of the longest words of a role that a text begins with, adverbs in front of them included; 0 where it begins with none.</summary>
    private int LengthOf(ReadOnlySpan<char> text, Role role)
    {
        var before = 0;
        while (true)
        {
            if (LongestStart(text, role) is > 0 and var length)
            {
                return before + length;
            }

            var adverb = LongestStart(text, Role.Adverb);
            if (adverb == 0)
            {
                return 0;
            }

            var rest = text[adverb..].TrimStart();
            before += text.Length - rest.Length;
            text = rest;
        }
    }

    private int LongestStart(ReadOnlySpan<char> text, Role role)
    {
        var longest = 0;
        if (text.IsEmpty || !_words.TryGetValue(WordList.Fold(text[0]), out var alike))
        {
            return 0;
        }

        foreach (var (word, itsRole) in alike)
        {
            if (itsRole == role && word.Length > longest && WordList.StartsWithWhole(text, word))
            {
                longest = word.Length;
            }
        }

        return longest;
    }
}
