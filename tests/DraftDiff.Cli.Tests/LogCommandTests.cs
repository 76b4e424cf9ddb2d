using System.Text.Json;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary><c>draftdiff log</c>: the revisions of a draft, and what happened to a paragraph.</summary>
public sealed class LogCommandTests
{
    private static readonly string[] ChangesOfTheFile = ["inserted", "deleted", "reworded", "footnotes"];
    private static readonly string Without2 = StoreFixture.Draft
        .Replace("2. Encourages Member States to share their experience with information technology;\n\n3.", "2.", StringComparison.Ordinal);

    [Fact]
    public void The_revisions_of_a_draft_are_listed_the_newest_first()
    {
        using var store = StoreFixture.WithIct();

        var log = store.Json("log", "A/RES/72/999");

        Assert.Equal("draftdiff.log/1", log.GetProperty("format").GetString());
        Assert.Equal(StoreFixture.Ict, log.GetProperty("draft").GetString());
        Assert.Equal("zh", log.GetProperty("language").GetString());
        Assert.Equal(JsonValueKind.Null, log.GetProperty("paragraph").ValueKind);
        Assert.Equal(["A/RES/72/999", "A/C.2/72/L.999/Rev.2", "A/C.2/72/L.999/Rev.1", "A/C.2/72/L.999"], Symbols(log));
        Assert.Equal(store.GitLines("log", "--format=%H"), Revisions(log).Select(revision => revision.GetProperty("commit").GetString()!));
        Assert.All(Revisions(log), revision =>
        {
            Assert.Equal("A. Clerk", revision.GetProperty("author").GetString());
            Assert.Equal(8, revision.GetProperty("summary").EnumerateObject().Count());
        });
    }

    [Fact]
    public void The_summary_of_a_revision_is_that_of_the_comparison_with_the_one_before()
    {
        using var store = StoreFixture.WithIct();

        var logged = Revisions(store.Json("log", StoreFixture.Ict))[1].GetProperty("summary");
        var compared = store.Json("diff", $"{StoreFixture.Ict}/Rev.1", $"{StoreFixture.Ict}/Rev.2").GetProperty("summary");

        Assert.True(JsonElement.DeepEquals(compared, logged), $"{compared} {logged}");
    }

    [Fact]
    public void The_oldest_stand_first_and_only_some_are_shown_where_asked()
    {
        using var store = StoreFixture.WithIct();

        Assert.Equal(["A/RES/72/999", "A/C.2/72/L.999/Rev.2"], Symbols(store.Json("log", StoreFixture.Ict, "-n", "2")));
        Assert.Equal(["A/C.2/72/L.999/Rev.2", "A/RES/72/999"], Symbols(store.Json("log", StoreFixture.Ict, "-n", "2", "--reverse")));
        Assert.Equal(["A/C.2/72/L.999/Rev.1", "A/C.2/72/L.999"], Symbols(store.Json("log", $"{StoreFixture.Ict}@HEAD~2")));
    }

    [Fact]
    public void A_paragraph_is_followed_across_renumbering()
    {
        using var store = StoreFixture.WithVersions(
            StoreFixture.Draft,
            StoreFixture.DraftWith("Encourages", "Urges"),
            StoreFixture.DraftWith("2. Encourages", "2. Invites museums to lend old maps;\n\n3. Urges").Replace("3. Decides", "4. Decides", StringComparison.Ordinal));

        var log = store.Json("log", $"{StoreFixture.Own}:OP3");

        Assert.Equal(store.Ids($"{StoreFixture.Own}/en")["OP3"], log.GetProperty("paragraph").GetString());
        Assert.Equal(["A/C.3/97/L.5/Rev.2", "A/C.3/97/L.5/Rev.1", "A/C.3/97/L.5"], Symbols(log));
        Assert.Equal(["OP3 renumbered", "OP2 reworded", "OP2 inserted"], Revisions(log).Select(Describe));
        Assert.Equal(
            "Urges Member States to share their experience with information technology;", Revisions(log)[1].GetProperty("text").GetString());
        Assert.Equal("A/C.3/97/L.5", Assert.Single(Symbols(store.Json("log", $"{StoreFixture.Own}:PP1"))));
        Assert.Equal(["OP2 inserted", "OP2 reworded"], Revisions(store.Json("log", $"{StoreFixture.Own}:OP3", "--reverse")).Take(2).Select(Describe));
        Assert.Equal(["OP3 renumbered"], Revisions(store.Json("log", $"{StoreFixture.Own}:OP3", "-n", "1")).Select(Describe));
    }

    [Fact]
    public void The_words_are_left_out_where_asked()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));

        Assert.Contains("Urges", store.Output("log", $"{StoreFixture.Own}:OP2"), StringComparison.Ordinal);
        var without = store.Output("log", $"{StoreFixture.Own}:OP2", "--stat");
        Assert.Contains("reworded", without, StringComparison.Ordinal);
        Assert.DoesNotContain("Urges", without, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_paragraph_is_followed_by_its_last_label()
    {
        using var store = StoreFixture.WithVersions(
            StoreFixture.Draft, StoreFixture.Draft.Replace("3. Decides to remain seized of the matter.\n", "", StringComparison.Ordinal));

        var log = store.Json("log", $"{StoreFixture.Own}:OP3");

        Assert.Equal(["OP3 deleted", "OP3 inserted"], Revisions(log).Select(Describe));
        Assert.All(Revisions(log), revision => Assert.Equal("Decides to remain seized of the matter.", revision.GetProperty("text").GetString()));
    }

    [Fact]
    public void A_deleted_paragraph_whose_label_is_in_use_again_is_followed_by_its_id()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, Without2);
        var id = store.Ids($"{StoreFixture.Own}/en", "HEAD~1")["OP2"];

        Assert.Contains(
            $"""

            Another OP2 was deleted by {StoreFixture.SymbolOf(1)}:
                Encourages Member States to share their experience with information technol…
                draftdiff log {StoreFixture.Own}:{id}

            """.ReplaceLineEndings("\n"),
            store.Output("log", $"{StoreFixture.SymbolOf(1)}:OP2"),
            StringComparison.Ordinal);
        Assert.Equal(["OP2 deleted", "OP2 inserted"], Revisions(store.Json("log", $"{StoreFixture.Own}:{id}")).Select(Describe));
    }

    [Fact]
    public void Where_an_older_text_is_named_its_own_paragraph_of_that_label_is_pointed_at()
    {
        using var store = StoreFixture.WithVersions(
            StoreFixture.Draft, StoreFixture.DraftWith("1. Requests", "1. Invites museums to lend old maps;\n\n2. Requests").Replace("2. E", "3. E", StringComparison.Ordinal).Replace("3. D", "4. D", StringComparison.Ordinal));
        var id = store.Ids($"{StoreFixture.Own}/en")["OP2"];

        Assert.Contains(
            $"\nOP1 of {StoreFixture.Own} is another paragraph:\n    Requests the Secretary-General",
            store.Output("log", $"{StoreFixture.Own}:OP1"),
            StringComparison.Ordinal);
        Assert.EndsWith($"\n    draftdiff log {StoreFixture.Own}:{id}\n", store.Output("log", $"{StoreFixture.Own}:OP1"), StringComparison.Ordinal);
        Assert.DoesNotContain("another", store.Output("log", $"{StoreFixture.SymbolOf(1)}:OP1"), StringComparison.Ordinal);
        Assert.DoesNotContain("another", store.Output("log", $"{StoreFixture.Own}@HEAD~1:OP1"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_revisions_of_a_draft_name_what_they_changed()
    {
        using var store = StoreFixture.WithVersions(
            StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges").Replace("3. Decides", "3. Invites museums to lend old maps;\n\n4. Decides", StringComparison.Ordinal));

        Assert.Contains("    Reworded: OP2\n    New: OP3\n", store.Output("log", StoreFixture.Own), StringComparison.Ordinal);
        Assert.DoesNotContain("OP3", store.Output("log", StoreFixture.Own, "--stat"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_paragraph_is_not_followed_by_a_label_it_had_before()
    {
        using var store = StoreFixture.WithVersions(
            StoreFixture.Draft,
            StoreFixture.DraftWith("2. Encourages", "2. Invites museums to lend old maps;\n\n3. Encourages").Replace("3. Decides", "4. Decides", StringComparison.Ordinal),
            "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n1. Requests the Secretary-General to report to the General Assembly at its seventieth session;\n");

        Assert.Contains("museums", store.Output("log", $"{StoreFixture.Own}:OP2"), StringComparison.Ordinal);
        Assert.Contains("experience", store.Output("log", $"{StoreFixture.Own}:OP3"), StringComparison.Ordinal);
        Assert.Contains("seized", store.Output("log", $"{StoreFixture.Own}:OP4"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_that_comes_back_is_the_same_one()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, Without2, StoreFixture.Draft + "\n");

        Assert.Equal(store.Ids($"{StoreFixture.Own}/en", "HEAD~2"), store.Ids($"{StoreFixture.Own}/en"));
        Assert.Equal(["OP2 inserted", "OP2 deleted", "OP2 inserted"], Revisions(store.Json("log", $"{StoreFixture.Own}:OP2")).Select(Describe));
    }

    [Fact]
    public void A_paragraph_that_never_was_is_told_with_one_sentence()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);

        var refusal = store.Refusal("log", $"{StoreFixture.Own}:OP9");

        Assert.Contains("has no paragraph 'OP9'", refusal, StringComparison.Ordinal);
        Assert.Contains("PP1, OP1 to OP3", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ict", "zh")]
    [InlineData("gardens", "en")]
    public void Git_lists_the_same_commits_of_a_paragraphs_file(string topic, string language)
    {
        using var store = topic == "ict" ? StoreFixture.WithIct() : StoreFixture.WithGardens(language);
        var draft = topic == "ict" ? StoreFixture.Ict : StoreFixture.Gardens;
        var folder = $"{draft}/{language}";

        // Each id by a name that finds it: in the newest text, or in the last one that had it.
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var commit in store.GitLines("log", "--format=%H"))
        {
            foreach (var (label, id) in store.Ids(folder, commit))
            {
                names.TryAdd(id, $"{draft}@{commit}:{label}");
            }
        }

        var newest = store.GitLines("rev-parse", "HEAD")[0];
        foreach (var (id, name) in names)
        {
            var commits = store.GitLines("log", "--format=%H", "--", $"{folder}/paragraphs/{id}.txt");
            var log = store.Json("log", name);
            var logged = Revisions(log).Where(ChangedTheFile).Select(revision => revision.GetProperty("commit").GetString()!).ToList();
            Assert.Equal(id, log.GetProperty("paragraph").GetString());
            if (!name.Contains(newest, StringComparison.Ordinal))
            {
                // The history of a paragraph by its name in an older text ends before it was deleted.
                Assert.Contains(store.GitLines("log", "-1", "--format=%H", "--diff-filter=D", "--", $"{folder}/paragraphs/{id}.txt")[0], commits);
                logged.Insert(0, commits[0]);
            }

            Assert.Equal(commits, logged);
        }
    }

    [Fact]
    public void A_deleted_paragraph_whose_label_is_free_is_followed_through_its_deletion_as_git_does()
    {
        using var store = StoreFixture.WithIct();
        var folder = $"{StoreFixture.Ict}/zh";
        var newest = store.Ids(folder);
        var deleted = store.Ids(folder, "HEAD~1").Where(line => !newest.ContainsKey(line.Key) && !newest.ContainsValue(line.Value)).ToArray();

        Assert.NotEmpty(deleted);
        foreach (var (label, id) in deleted)
        {
            var log = store.Json("log", $"{StoreFixture.Ict}:{label}");
            Assert.Equal(id, log.GetProperty("paragraph").GetString());
            Assert.Equal(
                store.GitLines("log", "--format=%H", "--", $"{folder}/paragraphs/{id}.txt"),
                Revisions(log).Where(ChangedTheFile).Select(revision => revision.GetProperty("commit").GetString()!));
        }
    }

    private static JsonElement[] Revisions(JsonElement log) => [.. log.GetProperty("revisions").EnumerateArray()];

    private static string[] Symbols(JsonElement log) => [.. Revisions(log).Select(revision => revision.GetProperty("symbol").GetString()!)];

    private static bool ChangedTheFile(JsonElement revision) =>
        revision.GetProperty("changes").EnumerateArray().Any(change => ChangesOfTheFile.Contains(change.GetString()));

    private static string Describe(JsonElement revision) =>
        $"{revision.GetProperty("label").GetString()} {string.Join('+', revision.GetProperty("changes").EnumerateArray().Select(change => change.GetString()))}";
}
