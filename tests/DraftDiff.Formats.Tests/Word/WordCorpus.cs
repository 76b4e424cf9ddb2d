using Xunit;

namespace DraftDiff.Formats.Tests.Word;

/// <summary>Real Word files, which are not part of the project.</summary>
internal static class WordCorpus
{
    public static string[] Files()
    {
        var root = Environment.GetEnvironmentVariable("DRAFTDIFF_CORPUS");
        Skip.If(string.IsNullOrEmpty(root), "DRAFTDIFF_CORPUS names no folder of real texts.");
        return [.. Directory.GetFiles(Path.Combine(root!, "docx"), "*.docx").Order(StringComparer.Ordinal)];
    }
}
