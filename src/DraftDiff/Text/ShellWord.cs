namespace DraftDiff.Text;

/// <summary>Words of a command that a person is shown, to be copied.</summary>
public static class ShellWord
{
    /// <summary>A word as a shell reads it: as it is where it has nothing that a shell takes for more, else between quotation marks.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || char.IsLetter(c) || c is '/' or '.' or '_' or '-' or '+' or ':' or '@' or ',' or '=' or '%')
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
