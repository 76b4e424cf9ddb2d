using Xunit;

namespace DraftDiff.Tests;

/// <summary>Real texts, which are not part of the project: a test that wants them skips where they are not.</summary>
internal static class Corpus
{
    /// <summary>The text files below a folder of the corpus, in order of their names.</summary>
    public static string[] Files(string folder)
    {
        var root = Environment.GetEnvironmentVariable("DRAFTDIFF_CORPUS");
        Skip.If(string.IsNullOrEmpty(root), "DRAFTDIFF_CORPUS names no folder of real texts.");
        var files = Directory.GetFiles(Path.Combine(root!, folder), "*.txt", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
