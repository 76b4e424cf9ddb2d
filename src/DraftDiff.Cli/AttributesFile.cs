using System.Text;

namespace DraftDiff.Cli;

/// <summary>
/// A file of git's attributes with lines of ours at its top: of two lines git takes the later one, so whatever somebody wrote there keeps its say.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="comment">The first of our lines.</param>
/// <param name="lines">The others.</param>
internal sealed class AttributesFile(string path, string comment, params string[] lines)
{
    private const string ByteOrderMark = "ï»¿";

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Puts our lines in; false where they are there.</summary>
    /// <exception cref="CommandException">The file cannot be read or written.</exception>
    public bool Add()
    {
        var before = Read();
        var others = Without(before);
        var mark = others.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? ByteOrderMark : "";
        var after = $"{mark}{comment}\n{string.Concat(lines.Select(line => line + "\n"))}{others[mark.Length..]}";
        if (after == before)
        {
            return false;
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{path}' cannot be written; ask for the permission to write in its folder");
        }

        Write(after);
        return true;
    }

    /// <summary>Takes our lines out, and the file with them where it has no others; false where there are none.</summary>
    /// <exception cref="CommandException">The file cannot be read or written.</exception>
    public bool Remove()
    {
        var before = Read();
        var others = Without(before);
        if (others == before)
        {
            return false;
        }

        if (others.Length > 0 || new FileInfo(path).LinkTarget is not null)
        {
            Write(others);
            return true;
        }

        try
        {
            File.Delete(path);
            var folder = System.IO.Path.GetDirectoryName(path)!;
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{path}' cannot be deleted; ask for the permission to write in its folder");
        }

        return true;
    }

    // A byte a character, so that all others come through as they are.
    private string Read()
    {
        try
        {
            return File.Exists(path) ? Encoding.Latin1.GetString(File.ReadAllBytes(path)) : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{path}' cannot be read; ask for the permission to read it");
        }
    }

    private void Write(string text) => OutputFile.Write(path, stream => stream.Write(Encoding.Latin1.GetBytes(text)));

    // Ours are those that stand right below our comment.
    private string Without(string text)
    {
        var others = new StringBuilder(text.Length);
        var isOurs = false;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var feed ? feed + 1 : text.Length;
            var line = text[start..end];
            var words = line.TrimEnd('\n', '\r');
            var mark = start == 0 && words.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? ByteOrderMark : "";
            isOurs = words[mark.Length..] == comment || (isOurs && lines.Contains(words));
            others.Append(isOurs ? mark : line);
            start = end;
        }

        return others.ToString();
    }
}
