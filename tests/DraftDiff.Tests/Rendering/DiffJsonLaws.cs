using System.Text.Json;
using DraftDiff.Differencing;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Rendering;

/// <summary>What a reader of <c>draftdiff.diff/1</c> may rely on, whatever the two texts are.</summary>
public sealed class DiffJsonLaws
{
    public static TheoryData<string, string> Pairs => Fixtures.Revisions;

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_format_holds_for_the_fixtures(string oldFile, string newFile) =>
        AssertFormat(Fixtures.PathOf(oldFile), Fixtures.PathOf(newFile));

    [SkippableFact]
    public void The_format_holds_for_real_texts()
    {
        var files = Corpus.Files("series");
        foreach (var (old, @new) in files.Zip(files.Skip(1)))
        {
            AssertFormat(old, @new);
        }
    }

    private static void AssertFormat(string oldFile, string newFile)
    {
        var comparison = DraftComparison.Compare(Fixtures.Parse(oldFile), Fixtures.Parse(newFile));
        using var json = JsonDocument.Parse(Rendered.Json(output => DiffJson.Write(comparison, output)));
        var changes = json.RootElement.GetProperty("changes").EnumerateArray().ToArray();

        AssertHoldsEveryUnitOnce(changes, "old", comparison.Old);
        AssertHoldsEveryUnitOnce(changes, "new", comparison.New);
        AssertIsOrdered(changes, comparison);
        AssertSummary(json.RootElement.GetProperty("summary"), changes);
        Assert.All(changes, AssertSides);
        Assert.All(changes, AssertEdits);
        Assert.All(changes, AssertMarkEdits);
        Assert.All(changes, AssertConsequence);
    }

    private static void AssertHoldsEveryUnitOnce(JsonElement[] changes, string side, DraftTree tree)
    {
        var units = changes.SelectMany(change => Units(change, side)).OrderBy(unit => unit.GetProperty("span").GetProperty("start").GetInt32()).ToArray();
        var labels = units.Select(Label).ToArray();
        Assert.Equal(labels.Distinct(), labels);
        Assert.Equal(tree.Units.Select(unit => unit.Label).Order(), labels.Order());
        Assert.Equal(
            tree.Units.OrderBy(unit => unit.Span.Start).Select(unit => (unit.Text, unit.Span)),
            units.Select(unit => (Text(unit), new TextSpan(unit.GetProperty("span").GetProperty("start").GetInt32(), unit.GetProperty("span").GetProperty("length").GetInt32()))));
        Assert.All(units.SelectMany(unit => unit.GetProperty("marks").EnumerateArray()), mark =>
            Assert.True(mark.GetProperty("note").GetString() is not { } note || labels.Contains(note)));
    }

    /// <summary>The changes stand in the order of the new document; a deleted unit follows its nearest kept, unmoved predecessor.</summary>
    private static void AssertIsOrdered(JsonElement[] changes, DraftComparison comparison)
    {
        var oldIndex = comparison.Old.Units.ToDictionary(unit => unit.Label, unit => unit.Index);
        var newIndex = comparison.New.Units.ToDictionary(unit => unit.Label, unit => unit.Index);
        var inNew = changes.Where(change => Units(change, "new").Any()).Select(change => newIndex[Label(Units(change, "new").First())]).ToArray();
        Assert.Equal(inNew.Order(), inNew);

        var changeOfOld = changes.SelectMany((change, at) => Units(change, "old").Select(unit => (Index: oldIndex[Label(unit)], at)))
            .ToDictionary(pair => pair.Index, pair => pair.at);
        var last = -1;
        for (var at = 0; at < changes.Length; at++)
        {
            if (Units(changes[at], "new").Any())
            {
                last = at;
                continue;
            }

            var predecessor = oldIndex[Label(Units(changes[at], "old").Single())] - 1;
            while (predecessor >= 0 && (changes[changeOfOld[predecessor]] is var change) && (Has(change, "moved") || !Units(change, "new").Any()))
            {
                predecessor--;
            }

            Assert.Equal(predecessor < 0 ? -1 : changeOfOld[predecessor], last);
        }
    }

    private static void AssertSummary(JsonElement summary, JsonElement[] changes)
    {
        string[] kinds = ["unchanged", "modified", "inserted", "deleted", "split", "merged"];
        Assert.All(kinds, kind => Assert.Equal(changes.Count(change => Kind(change) == kind), summary.GetProperty(kind).GetInt32()));
        Assert.Equal(changes.Length, kinds.Sum(kind => summary.GetProperty(kind).GetInt32()));
        Assert.Equal(changes.Count(change => Has(change, "moved")), summary.GetProperty("moved").GetInt32());
        Assert.Equal(changes.Count(change => Has(change, "renumbered")), summary.GetProperty("renumbered").GetInt32());
    }

    private static void AssertSides(JsonElement change)
    {
        var (old, @new) = (Units(change, "old").ToArray(), Units(change, "new").ToArray());
        Assert.True((Kind(change), old.Length, @new.Length) switch
        {
            ("unchanged", 1, 1) => Text(old[0]) == Text(@new[0]),
            ("unchanged", 1, 0) => Section(old[0]) == "masthead",
            ("unchanged", 0, 1) => Section(@new[0]) == "masthead",
            ("inserted", 0, 1) => Section(@new[0]) != "masthead",
            ("deleted", 1, 0) => Section(old[0]) != "masthead",
            ("modified", 1, 1) or ("split", 1, > 1) or ("merged", > 1, 1) => true,
            _ => false,
        });
        var isOnBothSides = old.Length > 0 && @new.Length > 0;
        var similarity = change.GetProperty("similarity");
        Assert.Equal(isOnBothSides, similarity.ValueKind == JsonValueKind.Number);
        Assert.InRange(isOnBothSides ? similarity.GetDouble() : 0, Kind(change) == "unchanged" && isOnBothSides ? 1 : 0, 1);
        Assert.True(isOnBothSides || !(Has(change, "moved") || Has(change, "renumbered")));
    }

    private static void AssertEdits(JsonElement change)
    {
        var edits = change.GetProperty("edits").EnumerateArray().ToArray();
        Assert.Equal(Kind(change) is "modified" or "split" or "merged", edits.Length > 0);
        if (edits.Length > 0)
        {
            Assert.Equal(Joined(change, "old"), Spell("delete"));
            Assert.Equal(Joined(change, "new"), Spell("insert"));
            Assert.All(edits, edit => Assert.NotEqual("", Text(edit)));
        }

        string Spell(string own) =>
            string.Concat(edits.Where(edit => edit.GetProperty("op").GetString() is "equal" || edit.GetProperty("op").GetString() == own).Select(Text));
    }

    private static void AssertMarkEdits(JsonElement change)
    {
        foreach (var edit in change.GetProperty("markEdits").EnumerateArray())
        {
            var side = edit.GetProperty("op").GetString() == "delete" ? "old" : "new";
            var marks = Units(change, side).SelectMany(unit => unit.GetProperty("marks").EnumerateArray());
            Assert.Contains(edit.GetProperty("note").GetString(), marks.Select(mark => mark.GetProperty("note").GetString()));
            Assert.NotEqual("unchanged", Kind(change));
        }
    }

    private static void AssertConsequence(JsonElement change)
    {
        var edits = change.GetProperty("edits").EnumerateArray().Where(edit => edit.GetProperty("op").GetString() != "equal").ToArray();
        Assert.True(edits.Length == 0 || edits.All(IsConsequential) == IsConsequential(change) || change.GetProperty("markEdits").GetArrayLength() > 0);
    }

    private static bool IsConsequential(JsonElement element) => element.TryGetProperty("consequential", out _);

    private static JsonElement.ArrayEnumerator Units(JsonElement change, string side) => change.GetProperty(side).EnumerateArray();

    private static string Kind(JsonElement change) => change.GetProperty("kind").GetString()!;

    private static bool Has(JsonElement change, string flag) => change.GetProperty(flag).GetBoolean();

    private static string Label(JsonElement unit) => unit.GetProperty("label").GetString()!;

    private static string Section(JsonElement unit) => unit.GetProperty("section").GetString()!;

    private static string Text(JsonElement element) => element.GetProperty("text").GetString()!;

    /// <summary>The words of several units join with a space, with nothing between Han characters.</summary>
    private static string Joined(JsonElement change, string side) => Units(change, side).Select(Text).Aggregate((words, next) =>
        IsHan(words[^1]) && IsHan(next[0]) ? words + next : $"{words} {next}");

    private static bool IsHan(char c) => Characters.IsHan(c) || Characters.IsHanPunctuation(c);
}
