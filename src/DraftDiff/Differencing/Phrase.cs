using System.Collections.Immutable;
using System.Text;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// The words of one side of a change: those of its unit or, in a split or merge, of its units as the document joins
/// them, with one space, and with nothing between Han characters. Marks stand at their positions in the joined words.
/// </summary>
internal sealed class Phrase
{
    private Phrase(string text, ArraySegment<Token> tokens, ImmutableArray<Mark> marks)
    {
        Text = text;
        Tokens = tokens;
        Marks = marks;
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Their tokens.</summary>
    public ArraySegment<Token> Tokens { get; }

    /// <summary>The marks.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>The words of some units, with the tokens of each. No token reaches from one unit into the next.</summary>
    public static Phrase Of(ReadOnlySpan<Unit> units, ReadOnlySpan<ArraySegment<Token>> tokensOfUnits)
    {
        if (units.Length == 1)
        {
            return new Phrase(units[0].Text, tokensOfUnits[0], units[0].Marks);
        }

        var text = Join(units, out var starts);
        var tokens = new List<Token>();
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var i = 0; i < units.Length; i++)
        {
            foreach (var token in tokensOfUnits[i])
            {
                tokens.Add(token with { Start = starts[i] + token.Start });
            }

            foreach (var mark in units[i].Marks)
            {
                marks.Add(mark with { At = starts[i] + mark.At });
            }
        }

        return new Phrase(text, tokens.ToArray(), marks.ToImmutable());
    }

    /// <summary>Joins the words of several units, and says where in them each begins.</summary>
    public static string Join(ReadOnlySpan<Unit> units, out int[] starts)
    {
        var text = new StringBuilder();
        starts = new int[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            var words = units[i].Words;
            if (text.Length > 0 && words.Length > 0 && !(IsHan(text[^1]) && IsHan(words[0])))
            {
                text.Append(' ');
            }

            starts[i] = text.Length;
            text.Append(words);
        }

        return text.ToString();
    }

    // With the punctuation that Han text uses, which sets no spaces either.
    private static bool IsHan(char character) =>
        character is (>= '\u3000' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60')
        || char.IsSurrogate(character);
}
