using System.Text;

namespace DraftDiff.Cli;

/// <summary>
/// A command line as somebody types it in bash, up to the cursor. Bash gives a completion the line as it stands, and replaces only what stands
/// behind the last character of its <c>COMP_WORDBREAKS</c>, which a symbol may hold: <c>A/RES/72/200:OP9</c>.
/// </summary>
internal sealed class BashLine
{
    /// <summary>Where bash breaks words unless a person has told it otherwise.</summary>
    public const string UsualBreaks = " \t\n\"'@><=;|&(:";

    private const char NoQuote = '\0';

    private readonly char _quote;
    private readonly int _kept;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, the command first.</param>
    /// <param name="breaks">The characters that break words.</param>
    public BashLine(string line, string breaks)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isWord = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (_quote == NoQuote && c is (' ' or '\t' or '\n'))
            {
                if (isWord)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                (isWord, _kept) = (false, 0);
                continue;
            }

            isWord = true;
            if (c == _quote)
            {
                _quote = NoQuote;
            }
            else if (_quote == NoQuote && c is ('"' or '\''))
            {
                _quote = c;
                _kept = word.Length;
            }
            else if (c == '\\' && _quote != '\'' && i + 1 < line.Length)
            {
                word.Append(line[++i]);
            }
            else
            {
                word.Append(c);
                if (_quote == NoQuote && breaks.Contains(c))
                {
                    _kept = word.Length;
                }
            }
        }

        // Behind a space the next word begins, which is empty.
        words.Add(word.ToString());
        Words = [.. words.Skip(1)];
    }

    /// <summary>The words behind the command, without their quotation marks; the last is the one that is being typed.</summary>
    public string[] Words { get; }

    /// <summary>What bash has to be given to make the last word another one.</summary>
    public string Insertion(string word)
    {
        var end = word[Math.Min(_kept, word.Length)..];
        return _quote != NoQuote ? end : string.Concat(end.Select(c => char.IsAsciiLetterOrDigit(c) || c > '\u007F' || "/._-+:@,=%".Contains(c) ? $"{c}" : $"\\{c}"));
    }
}
