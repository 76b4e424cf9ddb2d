namespace DraftDiff.Cli;

/// <summary>How this program is run once more.</summary>
internal static class ThisProgram
{
    private const string Name = "draftdiff";

    /// <summary>The program and what stands in front of its arguments; null where the system does not tell.</summary>
    public static string[]? Words()
    {
        if (Environment.ProcessPath is not { } program)
        {
            return null;
        }

        // Where it is no program of its own, it is run as it was.
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, "exec", Path.GetFullPath(Environment.GetCommandLineArgs()[0])]
            : [program];
    }

    /// <summary>
    /// The same for a configuration that outlives this version: where the search path leads to the program by a link, the link, which an update moves on.
    /// </summary>
    public static string[] LastingWords(Func<string, string?> environment)
    {
        var words = Words() ?? [Name];
        if (words is not [var program])
        {
            return words;
        }

        var link = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, Name + Path.GetExtension(program)))
            .FirstOrDefault(File.Exists);
        return link is not null && OutputFile.IsSame(link, program) ? [link] : words;
    }
}
