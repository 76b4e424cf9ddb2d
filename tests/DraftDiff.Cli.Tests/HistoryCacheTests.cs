using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Histories are kept in the repository's own files; whatever becomes of them there, nobody sees another history.</summary>
public sealed class HistoryCacheTests
{
    private static readonly string[] Identity = ["-c", "user.name=A", "-c", "user.email=a@b"];

    [Fact]
    public void A_history_is_kept_and_read_again()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));

        var first = Histories(store);

        Assert.True(File.Exists(CacheOf(store)));
        Assert.Equal(first, Histories(store));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-1)]
    public void A_damaged_one_is_made_again(int position)
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));
        var first = Histories(store);
        var bytes = File.ReadAllBytes(CacheOf(store));
        bytes[position < 0 ? ^1 : position] ^= 1;
        foreach (var damaged in (byte[][])[bytes, bytes[..^1], []])
        {
            File.WriteAllBytes(CacheOf(store), damaged);
            Assert.Equal(first, Histories(store));
        }
    }

    [Fact]
    public void One_that_ends_before_the_newest_revision_is_continued()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        Histories(store);
        store.StoreText(StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.SymbolOf(1));
        store.StoreText(StoreFixture.Draft, "A/C.3/97/L.6", "--follows", "none");
        store.StoreText(StoreFixture.DraftWith("seized", "actively seized"), StoreFixture.SymbolOf(2));

        var continued = Histories(store);

        File.Delete(CacheOf(store));
        Assert.Equal(Histories(store), continued);
        Assert.Contains("actively", continued, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_commits_that_are_no_more_in_the_history_is_made_again()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var first = Histories(store);
        store.StoreText(StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.SymbolOf(1));
        Histories(store);
        store.Git("update-ref", "refs/heads/main", "HEAD~1");

        Assert.Equal(first, Histories(store));
    }

    [Fact]
    public void One_from_before_a_merge_is_made_again()
    {
        using var store = new StoreFixture("--worktree");
        store.StoreText(StoreFixture.Draft, StoreFixture.SymbolOf(0));
        store.Git("switch", "--quiet", "--create", "other");
        store.StoreText(StoreFixture.DraftWith("seized", "actively seized"), StoreFixture.SymbolOf(1));
        store.Git("switch", "--quiet", "main");
        store.StoreText(StoreFixture.DraftWith("seventieth", "eightieth"), StoreFixture.SymbolOf(2));
        Histories(store);
        store.Git([.. Identity, "merge", "--quiet", "--no-edit", "other"]);

        var merged = Histories(store);

        Assert.Contains("actively", merged, StringComparison.Ordinal);
        Assert.Contains("eightieth", merged, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(store.Repository, ".git", "draftdiff"), recursive: true);
        Assert.Equal(Histories(store), merged);
    }

    [Fact]
    public void Without_leave_to_write_there_is_none()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));
        File.WriteAllText(Path.Combine(store.Repository, "draftdiff"), "a file where the folder would be");

        Assert.Contains("Urges", Histories(store), StringComparison.Ordinal);
    }

    private static string CacheOf(StoreFixture store) => Path.Combine(store.Repository, "draftdiff", StoreFixture.Own, "en.history");

    private static string Histories(StoreFixture store) => string.Concat(
        store.Output("log", $"{StoreFixture.Own}:OP1"),
        store.Output("log", $"{StoreFixture.Own}:OP2"),
        store.Output("log", $"{StoreFixture.Own}:OP3", "--format", "json"),
        store.Output("blame", StoreFixture.SymbolOf(0), "--words"),
        store.Output("blame", $"{StoreFixture.Own}@HEAD", "--words"));
}
