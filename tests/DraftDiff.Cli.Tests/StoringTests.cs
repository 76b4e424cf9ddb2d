using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Texts go into a repository and come out again.</summary>
public sealed class StoringTests
{
    private const string Reports = "Requests the Secretary-General to report to the General Assembly at its seventieth session";
    private const string Gardens = "Encourages Member States to plant gardens beside schools in every town";

    [Fact]
    public void What_was_stored_comes_out_byte_for_byte()
    {
        using var store = StoreFixture.WithIct();
        var seed = StoreFixture.PathOf("seeds/000_4510d16fedc8d16d.txt");

        Assert.Equal(File.ReadAllText(seed), store.Run("show", "A/C.2/72/L.999", "--original").Output);
        Assert.Equal(
            Cli.Run("diff", seed, StoreFixture.PathOf("fixtures/ict/rev1.zh.txt"), "--stat").Output.Split('\n').Skip(1).Select(line => line.Split(' ')[0]),
            store.Run("diff", "A/C.2/72/L.999", "A/C.2/72/L.999/Rev.1", "--stat").Output.Split('\n').Skip(1).Select(line => line.Split(' ')[0]));
        Assert.Equal("Nothing is wrong.\n", store.Run("check").Output);
        store.Git("fsck", "--strict");
    }

    [Fact]
    public void The_same_bytes_are_stored_once()
    {
        using var store = StoreFixture.WithIct();
        var tip = store.Git("rev-parse", "HEAD");

        Assert.Contains("is stored already", store.Store(StoreFixture.PathOf("fixtures/ict/rev1.zh.txt")), StringComparison.Ordinal);
        Assert.Equal(tip, store.Git("rev-parse", "HEAD"));
    }

    [Fact]
    public void Other_bytes_under_a_symbol_are_a_reissue_and_nothing_else()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5", Reports);
        var other = store.WriteParagraphs(Gardens);

        var refused = store.Run("commit", other, "--symbol", "A/C.2/72/L.5");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--reissue", refused.Error, StringComparison.Ordinal);

        Assert.Contains("Stored A/C.2/72/L.5* (en) after A/C.2/72/L.5", store.Store(other, "--symbol", "A/C.2/72/L.5", "--reissue"), StringComparison.Ordinal);
        Assert.Contains("A/C.2/72/L.5, A/C.2/72/L.5*", store.Run("list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_adopted_text_with_the_title_of_a_draft_says_what_it_follows()
    {
        using var store = new StoreFixture();
        store.Store(StoreFixture.PathOf("fixtures/ict/rev2.zh.txt"));

        var refused = store.Run("commit", StoreFixture.PathOf("fixtures/ict/adopted.zh.txt"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--follows A/C.2/72/L.999/Rev.2", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_older_than_the_newest_is_refused()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5/Rev.2", Reports);

        var refused = store.Run("commit", store.WriteParagraphs(Gardens), "--symbol", "A/C.2/72/L.5/Rev.1", "--follows", "A/C.2/72/L.5/Rev.2");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("older than A/C.2/72/L.5/Rev.2", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amendment_is_kept_beside_the_draft()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5", Reports);
        var outline = store.Git("rev-parse", "HEAD:A/C.2/72/L.5/en/outline");

        Assert.Contains("beside A/C.2/72/L.5", store.Run(
            "commit", StoreFixture.PathOf("fixtures/irregular/amendment.en.txt"), "--symbol", "A/C.2/72/L.60", "--follows", "A/C.2/72/L.5").Output, StringComparison.Ordinal);
        Assert.Equal(outline, store.Git("rev-parse", "HEAD:A/C.2/72/L.5/en/outline"));
        Assert.Contains("beside it: A/C.2/72/L.60 (amendment)", store.Run("list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_overrides_the_match_and_it_is_recorded()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5", Reports, Gardens);
        var revision = store.WriteParagraphs(Gardens, Reports);
        var before = store.Git("show", "HEAD:A/C.2/72/L.5/en/outline").Split('\n');

        var preview = store.Store(revision, "--symbol", "A/C.2/72/L.5/Rev.1", "--dry-run", "--match", "OP1=OP1", "--match", "OP2=new");
        Assert.Contains("OP2          new", preview, StringComparison.Ordinal);
        Assert.Equal(before, store.Git("show", "HEAD:A/C.2/72/L.5/en/outline").Split('\n'));

        store.Store(revision, "--symbol", "A/C.2/72/L.5/Rev.1", "--match", "OP1=OP1", "--match", "OP2=new");
        var after = store.Git("show", "HEAD:A/C.2/72/L.5/en/outline").Split('\n');
        Assert.Equal(before.Single(line => line.StartsWith("OP1\t", StringComparison.Ordinal)), after.Single(line => line.StartsWith("OP1\t", StringComparison.Ordinal)));
        Assert.DoesNotContain(after.Single(line => line.StartsWith("OP2\t", StringComparison.Ordinal)).Split('\t')[1], before.SelectMany(line => line.Split('\t')));
        Assert.Contains("Match: OP2=new", store.Git("log", "-1", "--format=%B"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_imported_once_and_what_is_bad_is_named()
    {
        using var store = new StoreFixture();
        using var folder = new TemporaryFolder();
        folder.Write("A_RES_72_5.txt", File.ReadAllText(store.WriteParagraphs(Reports)));
        folder.Write("A_RES_73_6.txt", File.ReadAllText(store.WriteParagraphs(Reports, Gardens)));
        folder.Write("nonsense.txt", "no draft\n");

        var first = store.Run("import", folder.ToString(), "--series");
        var second = store.Run("import", folder.ToString(), "--series");

        Assert.Equal(2, first.ExitCode);
        Assert.Equal("2 stored, 0 stored before, 1 not stored\n", first.Output);
        Assert.Contains("nonsense.txt: it prints no symbol", first.Error, StringComparison.Ordinal);
        Assert.Equal("0 stored, 2 stored before, 1 not stored\n", second.Output);
        Assert.Contains("A/RES/72/5, A/RES/73/6", store.Run("list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_work_tree_shows_the_files_and_its_changes_are_not_lost()
    {
        using var store = new StoreFixture("--worktree");
        store.StoreParagraphs("A/C.2/72/L.5", Reports);
        var outline = Path.Combine(store.Repository, "A", "C.2", "72", "L.5", "en", "outline");
        Assert.Contains("OP1\t", File.ReadAllText(outline), StringComparison.Ordinal);

        File.AppendAllText(outline, "mine\n");
        var refused = store.Run("commit", store.WriteParagraphs(Gardens), "--symbol", "A/C.2/72/L.5/Rev.1");

        Assert.Equal(2, refused.ExitCode);
        Assert.EndsWith("mine\n", File.ReadAllText(outline), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show A/C.2/72/L.5")]
    [InlineData("log A/C.2/72/L.5:OP1")]
    [InlineData("blame A/C.2/72/L.5")]
    public void A_repository_without_drafts_says_so(string arguments)
    {
        using var store = new StoreFixture();

        var words = arguments.Split(' ');
        var result = store.Run(words[0], words[1..]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("holds no drafts", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Trim().Split('\n'));
    }

    [Fact]
    public void A_paragraph_without_a_file_is_found()
    {
        using var store = new StoreFixture("--worktree");
        store.StoreParagraphs("A/C.2/72/L.5", Reports);
        var paragraphs = Path.Combine(store.Repository, "A", "C.2", "72", "L.5", "en", "paragraphs");
        File.Delete(Directory.EnumerateFiles(paragraphs).First());
        store.Git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "--all", "--message", "Lose a paragraph");

        var result = store.Run("check");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("has no file", result.Output, StringComparison.Ordinal);
    }
}
