using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Histories that git made, or a person by hand, or someone who means no good.</summary>
public sealed class StrangeHistoryTests
{
    private const string Folder = $"{StoreFixture.Own}/en";
    private const string Newest = $"{StoreFixture.Own}@HEAD";

    // Far above what any of this takes.
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(2);

    [Fact]
    public void A_branch_that_a_merge_left_aside_is_no_part_of_a_paragraphs_history()
    {
        using var store = new StoreFixture("--worktree");
        Branch(store, "to the General Assembly", "to the Council", "to the Committee");
        store.Git("merge", "--quiet", "--no-edit", "--strategy", "ours", "other");

        var paragraph = Assert.Single(store.Json("blame", $"{Newest}:OP1", "--words").GetProperty("paragraphs").EnumerateArray());

        Assert.Contains("to the Committee", TextOf(paragraph), StringComparison.Ordinal);
        Assert.Equal(StoreFixture.SymbolOf(2), paragraph.GetProperty("changed").GetProperty("symbol").GetString());
        AssertGitAgrees(store);
    }

    [Theory]
    [InlineData("ours", "to the Committee")]
    [InlineData("theirs", "to the Council")]
    public void Of_a_paragraph_that_two_branches_reworded_the_words_are_those_that_the_merge_kept(string kept, string words)
    {
        using var store = new StoreFixture("--worktree");
        Branch(store, "to the General Assembly", "to the Council", "to the Committee");
        store.Git("merge", "--quiet", "--no-edit", $"--strategy-option={kept}", "other");

        foreach (var paragraph in store.Json("blame", Newest, "--words").GetProperty("paragraphs").EnumerateArray())
        {
            var stored = store.Git("show", $"HEAD:{Folder}/paragraphs/{paragraph.GetProperty("id").GetString()}.txt").TrimEnd('\n');
            Assert.Equal(stored, TextOf(paragraph));
        }

        Assert.Contains(words, store.Json("log", $"{Newest}:OP1").GetProperty("revisions")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        AssertGitAgrees(store);
    }

    [Fact]
    public void A_split_is_told_once()
    {
        const string gardens = "Encourages Member States to plant gardens beside schools in every town and village of theirs";
        const string second = "urges them to report to it every year on the gardens beside their schools";
        using var store = new StoreFixture("--worktree");
        store.StoreParagraphs(StoreFixture.SymbolOf(0), $"{gardens}, and {second}");
        store.StoreParagraphs(StoreFixture.SymbolOf(1), gardens, $"Also {second}");
        var blame = store.Output("blame", $"{Newest}:OP2", "--words");
        Edit(store, "outline", outline => outline.Replace("PP1\t", "PP2\t", StringComparison.Ordinal));

        Assert.Equal(["new, split off OP1"], EventsOf(store, $"{Newest}:OP2"));
        Assert.Equal(blame, store.Output("blame", $"{Newest}:OP2", "--words"));
    }

    [Fact]
    public void A_stray_file_beside_the_paragraphs_is_none()
    {
        using var store = new StoreFixture("--worktree");
        store.StoreText(StoreFixture.Draft, StoreFixture.Own);
        var id = store.Ids(Folder)["OP2"];
        var before = store.Output("log", $"{StoreFixture.Own}:OP2");
        Edit(store, $"paragraphs/{id}.md", _ => "other words\n");
        store.Git("rm", "--quiet", $"{Folder}/paragraphs/{id}.md");
        store.Git("commit", "--quiet", "--message=Tidy up");

        Assert.Equal(before, store.Output("log", $"{StoreFixture.Own}:OP2"));
    }

    [Fact]
    public void An_outline_of_the_past_that_cannot_be_read_keeps_nobody_from_the_rest()
    {
        using var store = new StoreFixture("--worktree");
        store.StoreText(StoreFixture.Draft, StoreFixture.Own);
        Edit(store, "outline", outline => $"{outline}{outline}no line\n");
        Edit(store, "outline", outline => outline[..(outline.IndexOf("no line", StringComparison.Ordinal) / 2)]);

        Assert.Contains("new", store.Output("log", $"{StoreFixture.Own}:OP2"), StringComparison.Ordinal);
        store.Output("blame", Newest);
        store.StoreText(StoreFixture.DraftWith("2. E", "2. Invites museums to lend old maps;\n\n3. E").Replace("3. D", "4. D", StringComparison.Ordinal), StoreFixture.SymbolOf(1));
        Assert.Equal("Nothing is wrong.\n", store.Output("check"));
    }

    [Fact]
    public void A_label_without_text_is_told_with_one_sentence()
    {
        using var store = new StoreFixture("--worktree");
        store.StoreText(StoreFixture.Draft, StoreFixture.Own);
        Edit(store, "outline", outline => $"{outline}OP4\tabcdefgh\n");

        Assert.Contains("no commit brought in OP4", store.Refusal("log", $"{StoreFixture.Own}:OP4"), StringComparison.Ordinal);
        store.Refusal("blame", Newest);
    }

    [Fact]
    public void Labels_that_were_changed_by_hand_are_those_that_the_next_text_is_matched_with()
    {
        using var store = new StoreFixture("--worktree");
        store.StoreText(StoreFixture.Draft, StoreFixture.Own);
        Edit(store, "outline", outline => outline.Replace("OP3\t", "OP7\t", StringComparison.Ordinal), amend: true);
        var id = store.Ids(Folder)["OP7"];

        store.StoreText(StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.SymbolOf(1));

        Assert.Equal(id, store.Ids(Folder)["OP3"]);
    }

    [Theory]
    [InlineData("\"match\": [ null ],")]
    [InlineData("\"match\": [ \"nonsense\" ],")]
    public void What_a_record_says_of_the_match_may_be_nonsense(string match)
    {
        using var store = new StoreFixture("--worktree");
        store.StoreText(StoreFixture.Draft, StoreFixture.Own);
        store.StoreText(StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.SymbolOf(1));
        Edit(store, "revisions/A%2FC.3%2F97%2FL.5%2FRev.1.json", record => record.Insert(record.IndexOf('{', StringComparison.Ordinal) + 1, match));

        foreach (var command in (string[][])[["log", StoreFixture.Own], ["diff", StoreFixture.Own, StoreFixture.SymbolOf(1)], ["check"]])
        {
            var result = store.Run(command[0], command[1..]);
            Assert.True(result.ExitCode is 0 or 1 or 2 && !result.Error.Contains("internal", StringComparison.Ordinal), result.ToString());
        }
    }

    [Fact]
    public void Files_of_others_in_the_repository_are_neither_lost_nor_renamed()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        store.FastImport(Commit(0, "M 100755 inline A-\ndata 1\na\nM 100644 inline A.b\ndata 1\nb\nM 120000 inline A0\ndata 1\nc\nM 100644 inline notes/caf\u00E9.txt\ndata 1\nd\n"));
        var before = store.GitLines("ls-tree", "-r", "HEAD").Where(line => !line.Contains(StoreFixture.Own, StringComparison.Ordinal)).ToArray();

        store.StoreText(StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.SymbolOf(1));

        Assert.Equal(before, store.GitLines("ls-tree", "-r", "HEAD").Where(line => !line.Contains(StoreFixture.Own, StringComparison.Ordinal)));
        store.Git("fsck", "--strict");
    }

    [Theory]
    [InlineData("M 100644 inline B\ndata 1\na\n", "'B' is in the way")]
    [InlineData("M 100644 inline \"caf\\351\"\ndata 1\na\n", "a file whose name is not UTF-8")]
    public void What_could_not_be_kept_is_no_loss(string change, string sentence)
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        store.FastImport(Commit(0, change));

        Assert.Contains(sentence, store.Refusal("commit", store.Write(StoreFixture.Draft), "--symbol", "B/97/L.5", "--follows", "none"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shallow_clone_that_is_completed_shows_all()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));
        using var folder = new TemporaryFolder();
        var clone = folder.At("clone");
        store.Git("clone", "--quiet", "--depth", "1", $"file://{store.Repository}", clone);
        Cli.Run("log", $"{StoreFixture.Own}:OP2", "-C", clone);
        store.Git("-C", clone, "fetch", "--quiet", "--unshallow");

        Assert.Equal(store.Output("log", $"{StoreFixture.Own}:OP2"), Cli.Run("log", $"{StoreFixture.Own}:OP2", "-C", clone).Output);
    }

    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(2, 200)]
    public async Task Splits_of_splits_without_end_take_no_time_without_end(int paragraphs, int commits)
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        var stream = new StringBuilder();
        string[] before = [];
        for (var i = 0; i < commits; i++)
        {
            string[] ids = [.. Enumerable.Range(0, paragraphs).Select(number => Id((2 * i) + number))];
            var outline = string.Concat(ids.Select((id, number) => $"OP{number + 1}\t{id}{(before.Length > 0 ? $"\t<{string.Join('+', before)}" : "")}\n"));
            stream.Append(Commit(i, $"D {Folder}/paragraphs\n{File("outline", outline)}{string.Concat(ids.Select(id => File($"paragraphs/{id}.txt", $"Decides {id};\n")))}"));
            before = ids;
        }

        store.FastImport(stream.ToString());

        var blame = await Task.Run(() => store.Run("blame", $"{Newest}:OP1", "--words")).WaitAsync(Watchdog);

        Assert.Equal(0, blame.ExitCode);

        static string File(string name, string content) => $"M 100644 inline {Folder}/{name}\ndata {content.Length}\n{content}\n";
    }

    [Fact]
    public void Objects_that_are_packed_while_a_history_is_read_are_found()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));
        using var repository = Versioning.DraftRepository.Open(store.Repository);
        Assert.True(Versioning.DraftName.TryParse(StoreFixture.Own, out var name));
        repository.List();
        repository.Read(name, "en");
        store.Git("repack", "--quiet", "-a", "-d");
        store.Git("prune-packed", "--quiet");

        Assert.Equal(2, repository.Follow(name, "OP2", "en").Events.Length);
    }

    [Fact]
    public void A_damaged_object_that_is_packed_too_does_no_harm()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        store.Git("repack", "--quiet", "-a");
        Damage(store.Repository);

        store.Output("blame", StoreFixture.Own, "--words");
    }

    [Fact]
    public async Task A_damaged_object_of_a_repository_that_is_shared_is_told_with_one_sentence()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);
        using var folder = new TemporaryFolder();
        var clone = folder.At("clone");
        store.Git("clone", "--quiet", "--shared", "--bare", store.Repository, clone);
        Damage(store.Repository);

        var blame = await Task.Run(() => Cli.Run("blame", StoreFixture.Own, "-C", clone)).WaitAsync(Watchdog);

        Assert.StartsWith("the repository is damaged: git object ", StoreFixture.RefusalOf(blame), StringComparison.Ordinal);
    }

    // One text on the first branch, one wording of its first paragraph on the branch "other" and another one on the first.
    private static void Branch(StoreFixture store, string old, string other, string own)
    {
        store.StoreText(StoreFixture.Draft, StoreFixture.SymbolOf(0));
        store.Git("switch", "--quiet", "--create", "other");
        store.StoreText(StoreFixture.DraftWith(old, other), StoreFixture.SymbolOf(1));
        store.Git("switch", "--quiet", "main");
        store.StoreText(StoreFixture.DraftWith(old, own), StoreFixture.SymbolOf(2));
    }

    // What git lists of a paragraph's file is what the log says changed its words.
    private static void AssertGitAgrees(StoreFixture store)
    {
        foreach (var (label, id) in store.Ids(Folder))
        {
            Assert.Equal(
                store.GitLines("log", "--format=%H", "--", $"{Folder}/paragraphs/{id}.txt").Order(StringComparer.Ordinal),
                store.Json("log", $"{Newest}:{label}").GetProperty("revisions").EnumerateArray()
                    .Where(revision => revision.GetProperty("changes").EnumerateArray()
                        .Any(change => change.GetString() is "inserted" or "deleted" or "reworded" or "footnotes"))
                    .Select(revision => revision.GetProperty("commit").GetString()!)
                    .Order(StringComparer.Ordinal));
        }
    }

    private static void Edit(StoreFixture store, string name, Func<string, string> edit, bool amend = false)
    {
        var path = Path.Combine(store.Repository, Folder, name);
        File.WriteAllText(path, edit(File.Exists(path) ? File.ReadAllText(path) : ""));
        store.Git("add", "--all");
        store.Git(["commit", "--quiet", .. amend ? (string[])["--amend", "--no-edit"] : ["--message=By hand"]]);
    }

    // Cuts every loose object to half.
    private static void Damage(string repository)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(repository, "objects"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path))!.Length == 2 && Path.GetFileName(path).Length == 38))
        {
            var bytes = File.ReadAllBytes(path);
            File.SetAttributes(path, FileAttributes.Normal);
            File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        }
    }

    private static string[] EventsOf(StoreFixture store, string name) => [.. store.Output("log", name, "--stat").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line[(line.IndexOf("OP", StringComparison.Ordinal) + 3)..].Trim())];

    private static string TextOf(JsonElement paragraph) =>
        string.Concat(paragraph.GetProperty("words").EnumerateArray().Select(piece => piece.GetProperty("text").GetString()));

    private static string Commit(int number, string changes) => string.Create(
        CultureInfo.InvariantCulture,
        $"commit refs/heads/main\ncommitter A <a@b> {1_700_000_000 + number} +0000\ndata 4\nstep\n{(number == 0 ? "from refs/heads/main^0\n" : "")}{changes}");

    private static string Id(int number)
    {
        const string digits = "0123456789abcdefghjkmnpqrstvwxyz";
        var id = new char[8];
        for (var i = id.Length - 1; i >= 0; i--, number /= digits.Length)
        {
            id[i] = digits[number % digits.Length];
        }

        return new string(id);
    }
}
