using System.Text;
using DraftDiff.Differencing;
using DraftDiff.Formats.Html;
using DraftDiff.Rendering.Html;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Formats.Tests.Html;

/// <summary>Makes pages, and says what is read of them.</summary>
internal static class HtmlPages
{
    /// <summary>The tree of a page with these elements in its body.</summary>
    public static DraftTree Read(string body, TrackedChanges changes = TrackedChanges.Accept) => HtmlReader.Read("page.html", Of(body), changes: changes);

    /// <summary>A page with these elements in its body.</summary>
    public static byte[] Of(string body) => Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>A page</title></head><body>{body}</body></html>");

    /// <summary>The lines of the text of a page that are not blank.</summary>
    public static string[] LinesOf(string body) => [.. Read(body).Source.Content.Split('\n').Where(line => line.Length > 0)];

    /// <summary>A page of a draft, as the program writes it.</summary>
    public static byte[] PageOf(DraftTree tree)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        HtmlDocument.Render(tree, tree.Units, "A draft", writer);
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    /// <summary>The page of a redline.</summary>
    public static byte[] PageOf(DraftComparison comparison)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        HtmlRedline.Render(comparison, writer);
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    /// <summary>Nothing of the text is outside of its tree.</summary>
    public static DraftTree AssertWhole(DraftTree tree)
    {
        Assert.Equal(tree.Source.Content, tree.ToFullString());
        return tree;
    }

    /// <summary>The units of a draft, a line each.</summary>
    public static string[] LinesOf(DraftTree draft) => [.. draft.Units.Select(LineOf)];

    /// <summary>What is read of a unit, on one line.</summary>
    public static string LineOf(Unit unit) =>
        $"{unit.Section} {unit.Label} [{unit.Printed}]: {unit.Text} {string.Join(' ', unit.Marks.Select(mark => $"{mark.Number}>{mark.Note}@{mark.At}"))}";

    /// <summary>Two drafts have the same units; the first that is not the same is told whole.</summary>
    public static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            Assert.Equal(expected.ElementAtOrDefault(i), actual.ElementAtOrDefault(i));
        }
    }
}
