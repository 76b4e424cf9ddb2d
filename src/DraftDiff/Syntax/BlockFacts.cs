using System.Globalization;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>What a paragraph looks like by itself.</summary>
internal enum BlockForm : byte
{
    /// <summary>Words without a label.</summary>
    Plain,

    /// <summary>Begins with a number: <c>9.</c>.</summary>
    Numbered,

    /// <summary>Begins with a letter or a roman number in brackets: <c>(a)</c>.</summary>
    Lettered,

    /// <summary>Begins with a dash or a bullet.</summary>
    Dashed,

    /// <summary>Begins with a label of a text under negotiation: <c>OP7 ter</c>.</summary>
    Negotiated,

    /// <summary>The words that open a draft.</summary>
    Opening,

    /// <summary>Annex, with its number.</summary>
    AnnexHeading,

    /// <summary>Short, and ends as no sentence does.</summary>
    Heading,
}

/// <summary>What a paragraph looks like by itself, before its neighbours are asked.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Label">Where its label stands; empty where it has none.</param>
/// <param name="Number">The number it begins with; 0 where it has none.</param>
/// <param name="Ending">How it ends.</param>
/// <param name="Opens">What its first words say that it is.</param>
/// <param name="IsLowerCase">True where it begins with a small letter.</param>
/// <param name="IsQuoted">True where it begins with a quotation mark.</param>
internal readonly record struct BlockFacts(
    BlockForm Form,
    TextSpan Label,
    int Number,
    LineEnding Ending,
    OpeningKind Opens,
    bool IsLowerCase,
    bool IsQuoted)
{
    /// <summary>The length of the longest heading without a numeral.</summary>
    public const int LongestHeading = 150;

    private const int LongestClosing = 60;
    private const int LongestOpening = 100;
    private const int LongestAnnexHeading = 60;
    private const int LongestNumberedHeading = 400;
    private const int LeastYear = 1000;
    private const int LongestNumber = 3;
    private const string OpeningQuotes = "“„\"«‹「『";
    private const string ClosingQuotes = "”\"»›」』";

    public bool OpensPreambular => Opens == OpeningKind.Preambular;

    public bool OpensOperative => Opens == OpeningKind.Operative;

    /// <summary>The facts of a paragraph.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="block">The paragraph.</param>
    /// <param name="lastNumber">The last number before it, behind which one may lack its full stop.</param>
    /// <param name="conventions">The language's conventions.</param>
    public static BlockFacts Of(string content, Line[] lines, Block block, int lastNumber, DraftingConventions conventions)
    {
        var line = TextSpan.FromBounds(block.Start, Math.Min(lines[block.FirstLine].ContentEnd, block.End));
        var isQuoted = OpeningQuotes.Contains(content[line.Start], StringComparison.Ordinal);
        var unquoted = isQuoted && line.Length > 1 ? TextSpan.FromBounds(line.Start + 1, line.End) : line;
        var text = content.AsSpan(line.Start, line.Length);
        var ending = EndingOf(content, lines, block);
        var facts = new BlockFacts
        {
            Label = new TextSpan(block.Start, 0),
            Ending = ending,
            IsQuoted = isQuoted,
            IsLowerCase = char.IsLower(content[unquoted.Start]),
        };

        if (block.IsMarkedHeading && !IsAnnexHeading(text, conventions) && !IsOpening(text, conventions))
        {
            return facts with { Form = BlockForm.Heading };
        }

        if (!block.MarkedLabel.IsEmpty && block.MarkedLabel.Length <= LongestNumber
            && int.TryParse(content.AsSpan(block.MarkedLabel.Start, block.MarkedLabel.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var marked)
            && marked > 0)
        {
            return facts with { Form = BlockForm.Numbered, Number = marked, Label = block.MarkedLabel };
        }

        if (PrintedLabel.TryReadNumber(content, unquoted, lastNumber, out var number, out var isDue) && (number.Number < LeastYear || isDue))
        {
            return facts with { Form = BlockForm.Numbered, Number = number.Number, Label = TextSpan.FromBounds(unquoted.Start, number.End) };
        }

        if (PrintedLabel.TryReadBareNumber(content, unquoted, out number) && lastNumber > 0 && number.Number == lastNumber + 1)
        {
            return facts with { Form = BlockForm.Numbered, Number = number.Number, Label = TextSpan.FromBounds(unquoted.Start, number.End) };
        }

        if (NegotiationLabel.TryRead(content, line, out var negotiated))
        {
            return facts with { Form = BlockForm.Negotiated, Number = negotiated.Number, Label = negotiated.Span };
        }

        if (PrintedLabel.TryReadLetter(content, unquoted, out var letter))
        {
            return facts with { Form = BlockForm.Lettered, Label = TextSpan.FromBounds(unquoted.Start, letter.End) };
        }

        if (PrintedLabel.TryReadDash(content, line, out var dash))
        {
            return facts with { Form = BlockForm.Dashed, Label = TextSpan.FromBounds(line.Start, dash) };
        }

        if (block.FirstLine == block.LastLine)
        {
            if (IsOpening(text, conventions))
            {
                return facts with { Form = BlockForm.Opening };
            }

            if (IsAnnexHeading(text, conventions))
            {
                return facts with { Form = BlockForm.AnnexHeading };
            }
        }

        facts = facts with { Opens = OpeningWords.KindOf(text, conventions) };
        var longest = SectionNumeral.TryRead(content, line, conventions, out _) ? LongestNumberedHeading : LongestHeading;
        var isHeading = ending == LineEnding.Open && block.End - block.Start <= longest
            && !facts.IsLowerCase && !facts.OpensPreambular;
        return isHeading ? facts with { Form = BlockForm.Heading } : facts;
    }

    /// <summary>How a paragraph ends.</summary>
    public static LineEnding EndingOf(string content, Line[] lines, Block block)
    {
        ref readonly var last = ref lines[block.LastLine];
        return block.End == last.ContentEnd ? last.Ending : LineEndings.Of(content, last.ContentStart, block.End);
    }

    /// <summary>True where a text ends with a closing quotation mark, what punctuates the sentence around it aside.</summary>
    public static bool EndsQuoted(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(".;,。；， ");
        return !text.IsEmpty && ClosingQuotes.Contains(text[^1], StringComparison.Ordinal);
    }

    /// <summary>True for words that open a draft and nothing else, a quotation mark and the comma aside.</summary>
    public static bool IsOpening(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        text = text.TrimStart(OpeningQuotes).Trim("_*").TrimEnd(",，،:： ");
        foreach (var opening in conventions.Openings)
        {
            // In the middle of a sentence it is "the General Assembly", so the first letter counts as it is.
            if (text.Length == opening.Length && text[0] == opening[0] && WordList.StartsWith(text, opening))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True for a short line with a comma such as "The Economic Commission for Europe,", which opens a draft where a
    /// preambular paragraph follows.
    /// </summary>
    public static bool MayBeOpening(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        var words = text.TrimStart(OpeningQuotes);
        return words.Length is > 0 and <= LongestOpening && words[^1] is ',' or '，' or '،'
            && !char.IsLower(words[0]) && !Characters.IsDigit(words[0]) && !OpeningWords.ArePreambular(words, conventions);
    }

    /// <summary>True for a short line that begins with the word for an annex.</summary>
    public static bool IsAnnexHeading(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        text.Length <= LongestAnnexHeading && WordList.StartsWithAny(text, conventions.AnnexWords)
        && text[^1] is not ('.' or '。' or ';' or '；' or '؛' or ',' or '，' or '،' or ':');

    /// <summary>
    /// True for a line of the closing: the number of a meeting or a date, without a full stop of its own, or how the
    /// resolution was adopted, in brackets.
    /// </summary>
    public static bool IsClosing(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        if (text[0] == '[')
        {
            return WordList.ContainsAny(text, conventions.ClosingWords);
        }

        return text.Length <= LongestClosing && text[^1] is not ('.' or '。' or ';' or '；' or '؛')
            && ((text.IndexOfAnyInRange('0', '9') >= 0 && WordList.ContainsAny(text, conventions.ClosingWords)) || MastheadFields.IsDate(text, conventions));
    }
}
