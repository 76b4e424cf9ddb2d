using DraftDiff.Syntax;
using DraftDiff.Tests;
using Xunit;

namespace DraftDiff.Formats.Tests;

/// <summary>Pairs of drafts that the laws of redlines are held over.</summary>
internal static class ComparedDrafts
{
    /// <summary>The fixtures: the seed and its revisions each into each, and another draft in five languages, both ways.</summary>
    public static TheoryData<string, string> Revisions
    {
        get
        {
            var pairs = Fixtures.Revisions;
            foreach (var language in (string[])["en", "es", "fr", "ru", "ar"])
            {
                pairs.Add($"fixtures/gardens/base.{language}.txt", $"fixtures/gardens/rev1.{language}.txt");
                pairs.Add($"fixtures/gardens/rev1.{language}.txt", $"fixtures/gardens/base.{language}.txt");
            }

            return pairs;
        }
    }

    /// <summary>Drafts of a language that have nothing in common but what is odd about them, each into each.</summary>
    public static IEnumerable<(DraftTree Old, DraftTree New)> Irregular
    {
        get
        {
            var drafts = Directory.GetFiles(Fixtures.PathOf("fixtures/irregular"), "*.txt").Order(StringComparer.Ordinal)
                .Select(Fixtures.Parse).Where(draft => draft.Kind.IsTextOfDraft()).ToArray();
            return drafts.SelectMany(old => drafts.Where(other => other.Language == old.Language).Select(other => (old, other)));
        }
    }

    /// <summary>Real texts of a series, session after session.</summary>
    public static IEnumerable<(DraftTree Old, DraftTree New)> Real => Corpus.Files("series").GroupBy(Path.GetDirectoryName)
        .SelectMany(series => series.Zip(series.Skip(1))).Select(pair => (Fixtures.Parse(pair.First), Fixtures.Parse(pair.Second)));
}
