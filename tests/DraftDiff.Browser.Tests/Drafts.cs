using DraftDiff.Differencing;
using DraftDiff.Rendering.Html;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Browser.Tests;

/// <summary>Comparisons to look at, and their pages.</summary>
internal static class Drafts
{
    public static DraftComparison Seed { get; } = Compare("seeds/000_4510d16fedc8d16d.txt", "fixtures/ict/rev1.zh.txt");

    public static DraftComparison Gardens(string language) =>
        Compare($"fixtures/gardens/base.{language}.txt", $"fixtures/gardens/rev1.{language}.txt");

    public static string PageOf(DraftComparison comparison)
    {
        using var page = new StringWriter { NewLine = "\n" };
        HtmlRedline.Render(comparison, page);
        return page.ToString();
    }

    public static DraftTree Parse(string text, string? language = null) => DraftTree.Parse(SourceText.From(text), language);

    private static DraftComparison Compare(string oldFile, string newFile) => DraftComparison.Compare(Read(oldFile), Read(newFile));

    private static DraftTree Read(string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "DraftDiff.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return DraftTree.Parse(SourceText.Decode(Path.GetFileName(file), File.ReadAllBytes(Path.Combine(root.FullName, file))));
    }
}
