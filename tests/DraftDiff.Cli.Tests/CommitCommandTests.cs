using System.Text;
using System.Text.Json;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary><c>draftdiff commit</c>: what is stored, what is refused, and which paragraph is which.</summary>
public sealed class CommitCommandTests
{
    private const string Amendment = "fixtures/irregular/amendment.en.txt";
    private const string OwnFolder = $"{StoreFixture.Own}/en";

    [Fact]
    public void Symbol_and_language_are_those_of_the_masthead()
    {
        using var store = new StoreFixture();

        var said = store.Store(StoreFixture.PathOf("fixtures/gardens/base.fr.txt"));

        Assert.StartsWith("Stored A/C.2/72/L.998 (fr) as the first text of a draft [", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_symbol_is_refused_with_one_sentence()
    {
        using var store = new StoreFixture();

        Assert.Contains("give it with --symbol", store.Refusal("commit", store.Write(StoreFixture.Draft)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_again_make_no_commit()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);

        var said = store.StoreText(StoreFixture.Draft, StoreFixture.Own);

        Assert.Equal("A/C.3/97/L.5 (en) is stored already, with the same bytes; nothing was changed\n", said);
        Assert.Equal(1, store.CountCommits());
    }

    [Fact]
    public void Other_bytes_under_the_same_symbol_are_refused_and_stored_as_a_reissue_where_asked()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var reissued = StoreFixture.DraftWith("seventieth", "seventy-first");
        var file = store.Write(reissued);

        Assert.Contains("--reissue", store.Refusal("commit", file, "--symbol", StoreFixture.Own), StringComparison.Ordinal);
        Assert.Equal(1, store.CountCommits());
        Assert.Contains("Stored A/C.3/97/L.5* (en) after A/C.3/97/L.5 [", store.StoreText(reissued, StoreFixture.Own, "--reissue"), StringComparison.Ordinal);
        Assert.Equal(reissued, store.Output("show", "A/C.3/97/L.5*", "--original"));
        Assert.Equal(StoreFixture.Draft, store.Output("show", StoreFixture.Own, "--original"));
    }

    [Theory]
    [InlineData]
    [InlineData("--reissue")]
    public void A_reissue_is_stored_once(params string[] options)
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var reissued = StoreFixture.DraftWith("seventieth", "seventy-first");
        store.StoreText(reissued, StoreFixture.Own, "--reissue");

        Assert.StartsWith("A/C.3/97/L.5* (en) is stored already", store.StoreText(reissued, StoreFixture.Own, options), StringComparison.Ordinal);
        Assert.Equal(2, store.CountCommits());
    }

    [Fact]
    public void A_second_reissue_has_two_stars()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        store.StoreText(StoreFixture.DraftWith("seventieth", "seventy-first"), StoreFixture.Own, "--reissue");

        var said = store.StoreText(StoreFixture.DraftWith("seventieth", "seventy-second"), StoreFixture.Own, "--reissue");

        Assert.StartsWith("Stored A/C.3/97/L.5** (en) after A/C.3/97/L.5* [", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_follows_its_draft_by_itself()
    {
        using var store = new StoreFixture();
        store.Store(StoreFixture.PathOf("fixtures/gardens/base.en.txt"));

        var said = store.Store(StoreFixture.PathOf("fixtures/gardens/rev1.en.txt"));

        Assert.StartsWith("Stored A/C.2/72/L.998/Rev.1 (en) after A/C.2/72/L.998 [", said, StringComparison.Ordinal);
        Assert.Equal("A/C.2/72/L.998\n", store.Git("show", "HEAD:A/C.2/72/L.998/Rev.1/draft"));
    }

    [Fact]
    public void A_text_with_the_title_of_a_draft_needs_a_word_what_it_follows()
    {
        using var store = new StoreFixture();
        var adopted = StoreFixture.PathOf("fixtures/ict/adopted.zh.txt");
        store.Store(StoreFixture.PathOf("fixtures/ict/rev2.zh.txt"));

        var refusal = store.Refusal("commit", adopted);

        Assert.Contains("--follows A/C.2/72/L.999/Rev.2", refusal, StringComparison.Ordinal);
        Assert.Contains("--follows none", refusal, StringComparison.Ordinal);
        Assert.Contains(
            "Stored A/RES/72/999 (zh) after A/C.2/72/L.999/Rev.2 [", store.Store(adopted, "--follows", "A/C.2/72/L.999/Rev.2"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_follows_none_begins_a_draft()
    {
        using var store = new StoreFixture();
        store.Store(StoreFixture.PathOf("fixtures/ict/rev2.zh.txt"));

        var said = store.Store(StoreFixture.PathOf("fixtures/ict/adopted.zh.txt"), "--follows", "none");

        Assert.Contains("as the first text of a draft", said, StringComparison.Ordinal);
        Assert.Equal(2, store.Output("list").Split('\n').Count(line => line.StartsWith("A/", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_text_follows_has_to_be_there()
    {
        using var store = new StoreFixture();

        Assert.Contains(
            "store it first",
            store.Refusal("commit", store.Write(StoreFixture.Draft), "--symbol", "A/RES/97/1", "--follows", StoreFixture.Own),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A/C.3/97/L.5/Rev.1")]
    [InlineData("A/C.3/97/L.5/Rev.3", "--follows", "A/C.3/97/L.5")]
    public void An_older_revision_is_refused(string symbol, params string[] options)
    {
        using var store = new StoreFixture();
        store.StoreText(StoreFixture.Draft, StoreFixture.Own);
        store.StoreText(StoreFixture.DraftWith("seventieth", "seventy-first"), $"{StoreFixture.Own}/Rev.2");

        var refusal = store.Refusal("commit", [store.Write(StoreFixture.DraftWith("Encourages", "Urges")), "--symbol", symbol, .. options]);

        Assert.Contains("is older than A/C.3/97/L.5/Rev.2", refusal, StringComparison.Ordinal);
        Assert.Equal(2, store.CountCommits());
    }

    [Fact]
    public void A_draft_may_begin_with_a_revision_and_older_texts_are_stored_in_other_languages_only()
    {
        using var store = new StoreFixture();
        store.Store(StoreFixture.PathOf("fixtures/gardens/rev1.en.txt"));

        var refusal = store.Refusal("commit", StoreFixture.PathOf("fixtures/gardens/base.en.txt"));

        Assert.Contains("A/C.2/72/L.998 is older than A/C.2/72/L.998/Rev.1", refusal, StringComparison.Ordinal);
        Assert.StartsWith(
            "Stored A/C.2/72/L.998 (fr) as the first text of A/C.2/72/L.998/Rev.1 in its language",
            store.Store(StoreFixture.PathOf("fixtures/gardens/base.fr.txt")),
            StringComparison.Ordinal);
        Assert.Contains("légumes", store.Output("show", StoreFixture.Gardens), StringComparison.Ordinal);
    }

    [Fact]
    public void An_amendment_needs_its_draft_and_is_kept_beside_it()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var file = StoreFixture.PathOf(Amendment);
        var outline = store.Git("show", $"HEAD:{OwnFolder}/outline");

        Assert.Contains("say which draft with --follows", store.Refusal("commit", file), StringComparison.Ordinal);
        Assert.Contains("Stored A/C.3/97/L.917 (en) beside A/C.3/97/L.5", store.StoreDoubtful(file, "--follows", StoreFixture.Own), StringComparison.Ordinal);
        Assert.Equal(outline, store.Git("show", $"HEAD:{OwnFolder}/outline"));
        Assert.Equal(File.ReadAllText(file), store.Output("show", "A/C.3/97/L.917", "--original"));
        Assert.Contains("beside it: A/C.3/97/L.917 (amendment)", store.Output("list"), StringComparison.Ordinal);
        Assert.Single(store.Json("log", StoreFixture.Own).GetProperty("revisions").EnumerateArray());
        Assert.Contains("is stored already", store.StoreDoubtful(file, "--follows", StoreFixture.Own), StringComparison.Ordinal);
    }

    [Fact]
    public void An_amendment_in_a_language_without_texts_of_the_draft_can_be_shown_and_has_no_history()
    {
        using var store = new StoreFixture();
        store.Store(StoreFixture.PathOf("fixtures/ict/rev2.zh.txt"));
        store.StoreDoubtful(StoreFixture.PathOf(Amendment), "--follows", $"{StoreFixture.Ict}/Rev.2");

        Assert.Contains("Borduria", store.Output("show", "A/C.3/97/L.917", "--original"), StringComparison.Ordinal);
        foreach (var arguments in (string[][])[["log", "A/C.3/97/L.917"], ["log", "A/C.3/97/L.917:OP1"], ["blame", "A/C.3/97/L.917"]])
        {
            store.Refusal(arguments[0], arguments[1]);
        }

        Assert.Contains(
            "not stored in en; there is zh", store.Refusal("show", $"{StoreFixture.Ict}/Rev.2@HEAD", "--language", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_stores_nothing_and_shows_the_match()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var ids = store.Ids(OwnFolder);

        var said = store.StoreText(
            StoreFixture.DraftWith("2. Encourages", "2. Invites museums to lend old maps;\n\n3. Encourages").Replace("3. Decides", "4. Decides", StringComparison.Ordinal),
            StoreFixture.SymbolOf(1),
            "--dry-run");

        Assert.StartsWith("Would store A/C.3/97/L.5/Rev.1 (en) after A/C.3/97/L.5\n", said, StringComparison.Ordinal);
        Assert.Equal(("new", "= OP2", "= OP3"), (MatchOf(said, "OP2").Old, MatchOf(said, "OP3").Old, MatchOf(said, "OP4").Old));
        Assert.Equal(ids["OP2"], MatchOf(said, "OP3").Id);
        Assert.Equal(1, store.CountCommits());
    }

    [Fact]
    public void A_dry_run_shows_what_a_person_said_of_the_match()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);

        var said = store.StoreText(
            StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.SymbolOf(1), "--dry-run", "--match", "OP2=OP3", "--match", "OP1=new", "--match", "OP1=new");

        Assert.Equal("= OP3", MatchOf(said, "OP2").Old);
        Assert.Equal("new", MatchOf(said, "OP1").Old);
        Assert.Equal("new", MatchOf(said, "OP3").Old);
        Assert.Contains("\n  ~ OP2          = OP3  ", said, StringComparison.Ordinal);
        Assert.Contains("  Urges Member States to share", said, StringComparison.Ordinal);
        Assert.Contains($"\n  - {"",-12} {"OP2",-14} {"",8}  Encourages Member States to share", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_says_of_the_match_changes_the_ids_and_is_recorded()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);

        store.StoreText(StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.SymbolOf(1), "--match", "OP2=OP3", "--match", "OP1=new");

        var (before, after) = (store.Ids(OwnFolder, "HEAD~1"), store.Ids(OwnFolder));
        Assert.Equal(before["OP3"], after["OP2"]);
        Assert.DoesNotContain(after["OP1"], before.Values);
        Assert.Equal(before["PP1"], after["PP1"]);
        var message = store.GitLines("log", "-1", "--format=%B");
        Assert.Contains("Match: OP2=OP3", message);
        Assert.Contains("Match: OP1=new", message);
        var record = JsonDocument.Parse(store.Git("show", $"HEAD:{OwnFolder}/revisions/A%2FC.3%2F97%2FL.5%2FRev.1.json")).RootElement;
        Assert.Equal(["OP2=OP3", "OP1=new"], record.GetProperty("match").EnumerateArray().Select(said => said.GetString()!));
    }

    [Fact]
    public void What_a_person_says_of_the_match_is_what_changed()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var reworded = StoreFixture.DraftWith("Encourages Member States to share", "Encourages all Member States to share");

        var said = store.StoreText(reworded, StoreFixture.SymbolOf(1), "--match", "op2=NEW");
        store.StoreText(reworded.Replace("seventieth", "eightieth", StringComparison.Ordinal), StoreFixture.SymbolOf(2));

        Assert.Contains("1 new, 1 deleted, 3 unchanged", said, StringComparison.Ordinal);
        Assert.EndsWith("(en): 1 new, 1 deleted", store.GitLines("log", "-1", "--format=%s", "HEAD~1")[0], StringComparison.Ordinal);
        Assert.Contains("1 new, 1 deleted, 3 unchanged", store.Output("log", StoreFixture.Own), StringComparison.Ordinal);
        Assert.Equal(["deleted", "inserted"], KindsOf(StoreFixture.Own, StoreFixture.SymbolOf(1)));
        Assert.Equal(["deleted", "inserted"], KindsOf(StoreFixture.SymbolOf(1), StoreFixture.Own));
        Assert.Equal(["deleted", "inserted", "modified"], KindsOf(StoreFixture.Own, StoreFixture.SymbolOf(2)));

        string[] KindsOf(string old, string @new) => [.. store.Json("diff", old, @new).GetProperty("changes").EnumerateArray()
            .Select(change => change.GetProperty("kind").GetString()!).Where(kind => kind != "unchanged").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Contradictory_sayings_of_the_match_are_refused()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var text = store.Write(StoreFixture.DraftWith("3.", "4."));

        foreach (var (other, named) in ((string, string)[])[("OP2=OP1", "OP2 or OP1"), ("OP2=new", "OP2"), ("OP1=OP3", "OP1 or OP3")])
        {
            var refusal = store.Refusal("commit", text, "--symbol", StoreFixture.SymbolOf(1), "--match", "OP2=OP3", "--match", other);
            Assert.Equal($"--match {other}: {named} is named twice", refusal);
        }
    }

    [Fact]
    public void What_a_person_says_of_the_match_is_about_one_text()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var text = store.Write(StoreFixture.DraftWith("3.", "4."));

        Assert.Contains("is about one text", store.Refusal("commit", text, text, "--symbol", StoreFixture.SymbolOf(1), "--match", "OP2=OP3"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OP9=OP1", "the new text has no paragraph OP9")]
    [InlineData("OP1=OP9", "the revision before has no paragraph OP9")]
    [InlineData("OP1", "write the new label and the old one")]
    [InlineData("=OP1", "write the new label and the old one")]
    public void A_wrong_match_is_refused_with_one_sentence(string match, string sentence)
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);

        var refusal = store.Refusal("commit", store.Write(StoreFixture.DraftWith("3.", "4.")), "--symbol", StoreFixture.SymbolOf(1), "--match", match);

        Assert.Contains(sentence, refusal, StringComparison.Ordinal);
        Assert.Equal(1, store.CountCommits());
    }

    [Fact]
    public void A_text_without_symbol_may_have_it_in_its_name()
    {
        using var store = new StoreFixture();
        using var folder = new TemporaryFolder();

        Assert.EndsWith(
            "give it with --symbol A/RES/77/150, if that is what its name says",
            store.Refusal("commit", folder.Write("A_RES_77_150.txt", StoreFixture.Draft)),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "such as --symbol A/C.2/72/L.39", store.Refusal("commit", folder.Write("draft.txt", StoreFixture.Draft)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_has_the_date_that_it_prints()
    {
        using var store = new StoreFixture();
        const string adopted = "Resolution adopted by the General Assembly on 20 December 2017\n\n";
        const string old = "Resolution adopted by the General Assembly on 10 December 1948\n\n";

        store.StoreText(adopted + StoreFixture.Draft, "A/RES/72/5");
        store.StoreText(old + StoreFixture.DraftWith("Encourages", "Urges"), "A/RES/3/5", "--follows", "none");

        Assert.Equal("2017-12-20", store.Json("log", "A/RES/72/5:OP1").GetProperty("revisions")[0].GetProperty("date").GetString());
        Assert.Equal("1948-12-10", store.Json("log", "A/RES/3/5:OP1").GetProperty("revisions")[0].GetProperty("date").GetString());
        Assert.Equal("1948-12-10", store.Json("log", "A/RES/3/5").GetProperty("revisions")[0].GetProperty("date").GetString());
        Assert.Contains("A/RES/3/5 (1948-12-10)", store.Output("list"), StringComparison.Ordinal);
        store.Git("fsck", "--strict");
    }

    [Fact]
    public void A_reissue_of_a_text_that_others_have_followed_is_refused()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));
        store.StoreText(StoreFixture.DraftWith("seized", "actively seized"), "A/RES/97/5", "--follows", StoreFixture.SymbolOf(1));
        var text = store.Write(StoreFixture.DraftWith("seventieth", "eightieth"));

        Assert.Contains("is older than A/RES/97/5", store.Refusal("commit", text, "--symbol", StoreFixture.SymbolOf(1), "--reissue"), StringComparison.Ordinal);
        Assert.Contains("after A/RES/97/5 ", store.Output("commit", text, "--symbol", "A/RES/97/5", "--reissue"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_draft_that_a_masthead_names_is_proposed()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        const string amendment = "A/C.3/97/L.9\nDistr.: Limited\n1 November 2042\nOriginal: English\n\nTogo: amendment to draft resolution A/C.3/97/L.5\n\n1. In paragraph 2, delete the words \u201Cto share\u201D.\n";

        var refusal = store.Refusal("commit", store.Write(amendment));

        Assert.EndsWith("say which draft with --follows A/C.3/97/L.5", refusal, StringComparison.Ordinal);
        Assert.Equal(
            "Would store A/C.3/97/L.9 (en) beside A/C.3/97/L.5, as no text of it\n",
            store.Output("commit", store.Write(amendment), "--follows", "A/C.3/97/L.5", "--dry-run"));
    }

    [Fact]
    public void A_message_says_something()
    {
        using var store = new StoreFixture();

        Assert.Contains(
            "-m cannot be empty", store.Refusal("commit", store.Write(StoreFixture.Draft), "--symbol", StoreFixture.Own, "-m", " "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_text_has_nothing_to_match()
    {
        using var store = new StoreFixture();

        Assert.Contains(
            "nothing to match",
            store.Refusal("commit", store.Write(StoreFixture.Draft), "--symbol", StoreFixture.Own, "--match", "OP1=OP2"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "\n")]
    [InlineData(true, "\n")]
    [InlineData(false, "\r\n")]
    [InlineData(true, "\r\n")]
    public void The_source_is_stored_byte_for_byte(bool withMark, string lineEnd)
    {
        foreach (var options in (string[][])[[], ["--worktree"]])
        {
            using var store = new StoreFixture(options);
            store.Git("config", "core.autocrlf", "true");
            byte[] bytes =
            [
                .. withMark ? Encoding.UTF8.Preamble : [],
                .. Encoding.UTF8.GetBytes(StoreFixture.Draft.Replace("\n", lineEnd, StringComparison.Ordinal)),
            ];

            store.Store(store.Write(bytes), "--symbol", StoreFixture.Own);

            var source = Assert.Single(store.GitLines("ls-tree", "--name-only", "HEAD", $"{OwnFolder}/sources/"));
            Assert.Equal(bytes, store.GitBytes("cat-file", "blob", $"HEAD:{source}"));
            Assert.Equal(Encoding.UTF8.GetString(bytes), store.Output("show", StoreFixture.Own, "--original"));
            if (options.Length > 0)
            {
                Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(store.Repository, source)));
                Assert.Empty(store.GitLines("status", "--porcelain"));
                store.StoreText(StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.SymbolOf(1));
            }
        }
    }

    [Fact]
    public void A_paragraph_is_a_file_of_its_words()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var ids = store.Ids(OwnFolder);

        Assert.Equal(
            "Encourages Member States to share their experience with information technology;\n",
            store.Git("show", $"HEAD:{OwnFolder}/paragraphs/{ids["OP2"]}.txt"));
        Assert.Equal(
            ids.Values.Select(id => $"{OwnFolder}/paragraphs/{id}.txt").Order(StringComparer.Ordinal),
            store.GitLines("ls-tree", "--name-only", "HEAD", $"{OwnFolder}/paragraphs/").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_file_of_a_repository_keeps_git_from_changing_line_ends()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);

        Assert.Equal("* -text\n", store.Git("show", "HEAD:.gitattributes"));
    }

    [Fact]
    public void A_work_tree_has_the_files_and_nothing_in_it_is_lost()
    {
        using var store = new StoreFixture("--worktree");
        store.StoreText(StoreFixture.Draft, StoreFixture.Own);
        var outline = Path.Combine(store.Repository, OwnFolder, "outline");
        Assert.Equal(store.Git("show", $"HEAD:{OwnFolder}/outline"), File.ReadAllText(outline));

        File.WriteAllText(outline, "mine");
        var note = Path.Combine(store.Repository, "note.txt");
        File.WriteAllText(note, "mine too");
        var refusal = store.Refusal("commit", store.Write(StoreFixture.DraftWith("Encourages", "Urges")), "--symbol", StoreFixture.SymbolOf(1));

        Assert.Contains("have changes that are not committed", refusal, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(outline));
        Assert.Equal("mine too", File.ReadAllText(note));
        Assert.Equal(1, store.CountCommits());
    }

    [Fact]
    public void A_second_language_takes_the_ids_where_the_structures_agree()
    {
        using var store = StoreFixture.WithGardens("en", "fr");

        foreach (var commit in (string[])["HEAD~2", "HEAD"])
        {
            var english = store.Ids($"{StoreFixture.Gardens}/en", commit);
            var french = store.Ids($"{StoreFixture.Gardens}/fr", commit);
            foreach (var label in (string[])["title", "PP1", "PP5", "OP1", "OP3", "OP3(b)(ii)", "OP7"])
            {
                Assert.Equal((label, english[label]), (label, french[label]));
            }
        }
    }

    [Fact]
    public void The_same_texts_have_the_same_ids_in_any_repository()
    {
        using var one = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));
        using var other = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));

        Assert.Equal(one.Git("rev-parse", $"HEAD:{OwnFolder}"), other.Git("rev-parse", $"HEAD:{OwnFolder}"));
    }

    [Theory]
    [InlineData("A. Clerk <clerk@example.org>", "A. Clerk <clerk@example.org>")]
    [InlineData("A. Clerk", "A. Clerk <none>")]
    [InlineData("A. Clerk <>", "A. Clerk <none>")]
    [InlineData("<clerk@example.org>", "DraftDiff <clerk@example.org>")]
    public void The_author_is_the_one_named(string given, string stored)
    {
        using var store = new StoreFixture();

        store.Output("commit", store.Write(StoreFixture.Draft), "--symbol", StoreFixture.Own, "--author", given, "--date", "2042-11-12");

        Assert.Equal($"{stored} 2042-11-12\n", store.Git("log", "-1", "--format=%an <%ae> %as"));
    }

    [Fact]
    public void A_repository_of_other_things_is_left_alone()
    {
        using var store = new StoreFixture("--worktree");
        File.WriteAllText(Path.Combine(store.Repository, "README"), "something else\n");
        store.Git("add", "README");
        store.Git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Begin");

        Assert.Contains(
            "something other than drafts",
            store.Refusal("commit", store.Write(StoreFixture.Draft), "--symbol", StoreFixture.Own),
            StringComparison.Ordinal);
        Assert.Contains("holds no drafts", store.Refusal("list"), StringComparison.Ordinal);
        Assert.Contains("holds no drafts", store.Refusal("show", StoreFixture.Own), StringComparison.Ordinal);
        Assert.Equal(1, store.CountCommits());
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show", StoreFixture.Own)]
    [InlineData("log", StoreFixture.Own)]
    [InlineData("log", $"{StoreFixture.Own}:OP1")]
    [InlineData("blame", StoreFixture.Own)]
    public void An_empty_repository_and_a_folder_without_one_are_told_with_one_sentence(string command, params string[] arguments)
    {
        using var store = new StoreFixture();
        using var folder = new TemporaryFolder();

        Assert.Contains("store one with 'draftdiff commit'", store.Refusal(command, arguments), StringComparison.Ordinal);
        Assert.Contains(
            "make one with 'draftdiff init'",
            StoreFixture.RefusalOf(Cli.Run([command, "-C", folder.ToString(), .. arguments])),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("A/C.3/97/L.5\n")]
    public void A_text_without_paragraphs_is_no_draft(string text)
    {
        using var store = new StoreFixture();

        var refusal = store.Refusal("commit", store.Write(text), "--symbol", StoreFixture.Own);
        Assert.Contains(string.IsNullOrWhiteSpace(text) ? "is empty, and there is nothing to store" : "has no paragraphs", refusal, StringComparison.Ordinal);
        Assert.Contains("holds no drafts", store.Refusal("list"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_outline_that_has_a_label_twice_is_told_with_one_sentence()
    {
        using var store = new StoreFixture("--worktree");
        store.StoreText(StoreFixture.Draft, StoreFixture.Own);
        var outline = Path.Combine(store.Repository, StoreFixture.Own, "en", "outline");
        File.AppendAllText(outline, File.ReadLines(outline).Last() + "\n");
        store.Git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "--all", "--message", "Say it twice");
        var next = store.Write(StoreFixture.DraftWith("share", "exchange"));

        Assert.Contains("twice", store.Refusal("commit", next, "--symbol", StoreFixture.SymbolOf(1)), StringComparison.Ordinal);
        Assert.Contains("twice", store.Refusal("blame", $"{StoreFixture.Own}@HEAD"), StringComparison.Ordinal);
        Assert.Contains("twice", store.Refusal("show", $"{StoreFixture.Own}@HEAD"), StringComparison.Ordinal);
        Assert.Contains("the label OP3 is there twice", store.Run("check").Output, StringComparison.Ordinal);
    }

    // A line of the match: a mark, the label, what it was before, the id, and the first words.
    private static (string Old, string Id) MatchOf(string said, string label)
    {
        var line = Assert.Single(said.Split('\n'), line => line.Length > 4 && line[4..].StartsWith($"{label} ", StringComparison.Ordinal));
        return (line[17..31].Trim(), line[32..40]);
    }
}
