using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>What was stored stays stored: when processes are killed, when many store at once, when git merges, and in a stranger's repository.</summary>
public sealed class StoreSafetyTests
{
    private const string Symbol = "A/C.2/72/L.5";
    private const string LanguageFolder = $"{Symbol}/en";
    private const string Lock = "refs/heads/main.lock";
    private const int Seed = 20171122;
    private const int Kills = 200;
    private const int KillsBetweenChecks = 20;

    private static readonly string[] Identity = ["-c", "user.name=A. Clerk", "-c", "user.email=clerk@example.org", "-c", "commit.gpgSign=false"];

    [Fact]
    public void A_commit_that_is_killed_is_stored_whole_or_not_at_all()
    {
        using var store = new StoreFixture();
        using var texts = new TemporaryFolder();
        var random = new Random(Seed);
        var stored = new HashSet<string>(StringComparer.Ordinal);
        var next = 0;
        var usual = Enumerable.Range(0, 3).Min(_ => StoreNext());

        for (var kill = 1; kill <= Kills; kill++)
        {
            // Most of the writing is done in the later half of the time.
            StoreNext(killAfter: 1.2 * Math.Sqrt(random.NextDouble()) * usual);
            if (File.Exists(Path.Combine(store.Repository, Lock)))
            {
                RemoveStaleLock();
            }

            if (kill % KillsBetweenChecks == 0)
            {
                StoreNext();
                store.Git("fsck", "--strict", "--no-dangling", "--no-progress");
            }
        }

        var logged = SymbolsOf(store);
        Assert.Empty(stored.Except(logged));
        Assert.Equal(logged.Distinct(), logged);
        Assert.All(store.GitLines("rev-list", "HEAD"), commit => AssertIsWhole(store, commit));
        Assert.Equal("Nothing is wrong.\n", store.Output("check"));

        TimeSpan StoreNext(TimeSpan? killAfter = null)
        {
            var symbol = SymbolOf(next);
            var file = texts.Write("draft.txt", Text(changed: next % 6, $"Text {next}"));
            next++;
            var watch = Stopwatch.StartNew();
            using var process = StartCommit(store.Repository, file, symbol);
            var killed = killAfter is { } delay && !process.WaitForExit(delay);
            if (killed)
            {
                process.Kill();
            }

            var (output, error) = End(process);
            Assert.True(killed || process.ExitCode == 0, error);
            Assert.Equal("", error);
            if (process.ExitCode == 0 || output.StartsWith("Stored", StringComparison.Ordinal))
            {
                stored.Add(symbol);
            }

            return watch.Elapsed;
        }

        void RemoveStaleLock()
        {
            var refusal = store.Refusal("commit", texts.Write("draft.txt", Text(changed: 0, "Locked out")), "--symbol", SymbolOf(next));
            Assert.Contains($"delete {Lock} in the repository", refusal, StringComparison.Ordinal);
            File.Delete(Path.Combine(store.Repository, Lock));
        }
    }

    [Fact]
    public void A_lock_that_a_killed_process_left_is_named()
    {
        using var store = new StoreFixture();
        store.StoreText(Text(), Symbol);
        File.WriteAllText(Path.Combine(store.Repository, Lock), "");
        var file = store.Write(Text(changed: 1));

        Assert.Contains($"delete {Lock} in the repository", store.Refusal("commit", file, "--symbol", $"{Symbol}/Rev.1"), StringComparison.Ordinal);

        File.Delete(Path.Combine(store.Repository, Lock));
        store.Store(file, "--symbol", $"{Symbol}/Rev.1");
        Assert.Equal([$"{Symbol}/Rev.1", Symbol], SymbolsOf(store));
    }

    [Fact]
    public void Eight_drafts_stored_at_once_are_all_stored()
    {
        using var store = new StoreFixture();
        using var texts = new TemporaryFolder();
        string[] symbols = [.. Enumerable.Range(1, 8).Select(number => $"A/C.2/72/L.{number}")];

        var ended = StoreAtOnce(store, symbols, symbol => texts.Write($"{Guid.NewGuid()}.txt", Text(title: $"Draft resolution on the matter of {symbol[^1]}")));

        Assert.All(ended, end => Assert.Equal((0, ""), (end.ExitCode, end.Error)));
        Assert.All(symbols, symbol => Assert.Contains($"en  {symbol}\n", store.Output("list"), StringComparison.Ordinal));
        Assert.Equal(symbols.Length, store.CountCommits());
        Assert.Equal("Nothing is wrong.\n", store.Output("check"));
        store.Git("fsck", "--strict", "--no-dangling");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Eight_revisions_of_a_draft_stored_at_once_are_stored_in_their_order_or_refused(bool hasFirst)
    {
        using var store = new StoreFixture();
        using var texts = new TemporaryFolder();
        if (hasFirst)
        {
            store.StoreText(Text(), Symbol);
        }

        string[] symbols = [.. Enumerable.Range(1, 8).Select(SymbolOf)];
        var ended = StoreAtOnce(store, symbols, symbol => texts.Write($"{Guid.NewGuid()}.txt", Text(changed: symbol[^1] % 6, $"Text {symbol}")));

        Assert.All(ended.Where(end => end.ExitCode != 0), end =>
        {
            Assert.Contains(" is older than ", StoreFixture.RefusalOf(end), StringComparison.Ordinal);
            Assert.Single(end.Error.TrimEnd('\n').Split('\n'));
        });
        var stored = symbols.Where((_, i) => ended[i].ExitCode == 0).ToArray();
        Assert.Equal(hasFirst ? [Symbol, .. stored] : stored, SymbolsOf(store).Reverse());
        Assert.Contains(symbols[^1], stored);
        Assert.All(ended.Where(end => end.ExitCode == 0), end => Assert.StartsWith("Stored ", end.Output, StringComparison.Ordinal));
        Assert.All(store.GitLines("rev-list", "HEAD"), commit => AssertIsWhole(store, commit, languageFolder: $"{SymbolsOf(store)[^1]}/en"));
        Assert.Equal("Nothing is wrong.\n", store.Output("check"));
        store.Git("fsck", "--strict", "--no-dangling");
    }

    [Fact]
    public void A_clones_edit_of_a_paragraph_merges_with_a_revision()
    {
        using var store = new StoreFixture();
        using var folder = new TemporaryFolder();
        store.StoreText(Text(), Symbol);
        var clone = Clone(store, folder);
        var ids = store.Ids(LanguageFolder);
        store.StoreText(Text(changed: 5, "Decides to meet again"), $"{Symbol}/Rev.1");
        var edited = Path.Combine([clone, .. LanguageFolder.Split('/'), "paragraphs", $"{ids["OP1"]}.txt"]);
        File.WriteAllText(edited, File.ReadAllText(edited).Replace("report", "speak", StringComparison.Ordinal));
        Git("commit", "--quiet", "--all", "--message", "Speak");
        var edit = Git("rev-parse", "--short=7", "HEAD").Trim();

        Git("fetch", "--quiet", "origin");
        Git("merge", "--quiet", "--no-edit", "origin/main");

        Assert.Equal("", Git("status", "--porcelain"));
        Assert.Contains("speak", Git("show", $"HEAD:{LanguageFolder}/paragraphs/{ids["OP1"]}.txt"), StringComparison.Ordinal);
        Assert.Contains("meet again", Git("show", $"HEAD:{LanguageFolder}/paragraphs/{ids["OP4"]}.txt"), StringComparison.Ordinal);
        AssertIsWhole(store, Git("rev-parse", "HEAD").Trim(), clone);
        Assert.Contains($"{Symbol}/Rev.1", Cli.Run("log", "-C", clone, $"{Symbol}:OP4", "-n", "1").Output, StringComparison.Ordinal);
        Assert.StartsWith(edit, Cli.Run("log", "-C", clone, $"{Symbol}:OP1", "-n", "1").Output, StringComparison.Ordinal);
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", clone).Output);

        Git("push", "--quiet", "origin", "HEAD:main");
        store.StoreText(Text(changed: 4, "Requests donors to help"), $"{Symbol}/Rev.2");
        Assert.Contains($"{Symbol}/Rev.2", store.Output("log", $"{Symbol}:OP3", "-n", "1"), StringComparison.Ordinal);

        string Git(params string[] arguments) => store.Git(["-C", clone, .. Identity, .. arguments]);
    }

    [Fact]
    public void Revisions_stored_in_two_work_trees_of_a_bare_repository_merge()
    {
        using var store = new StoreFixture();
        using var folder = new TemporaryFolder();
        store.StoreText(Text(), Symbol);
        var ids = store.Ids(LanguageFolder);
        var (left, right) = (AddWorkTree("left"), AddWorkTree("right"));

        Store(left, Text(changed: 2, "Requests the Secretary-General to speak"), $"{Symbol}/Rev.1");
        Store(right, Text(changed: 5, "Decides to meet again"), $"{Symbol}/Rev.2");
        store.Git(["-C", left, .. Identity, "merge", "--quiet", "--no-edit", "right"]);

        Assert.Contains("to speak", store.Git("show", $"left:{LanguageFolder}/paragraphs/{ids["OP1"]}.txt"), StringComparison.Ordinal);
        Assert.Contains("meet again", store.Git("show", $"left:{LanguageFolder}/paragraphs/{ids["OP4"]}.txt"), StringComparison.Ordinal);
        AssertIsWhole(store, "left");
        Assert.Contains($"{Symbol}/Rev.1", Cli.Run("log", "-C", left, $"{Symbol}:OP1", "-n", "1").Output, StringComparison.Ordinal);
        Assert.Contains($"{Symbol}/Rev.2", Cli.Run("log", "-C", left, $"{Symbol}:OP4", "-n", "1").Output, StringComparison.Ordinal);
        Assert.Equal([Symbol], SymbolsOf(store));

        string AddWorkTree(string name)
        {
            store.Git("worktree", "add", "--quiet", "-b", name, folder.At(name));
            return folder.At(name);
        }

        void Store(string workTree, string text, string symbol)
        {
            var result = Cli.Run("commit", folder.Write("draft.txt", text), "--symbol", symbol, "-C", workTree);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            Assert.Equal("", store.Git("-C", workTree, "status", "--porcelain"));
        }
    }

    [SkippableFact]
    public void Hooks_are_not_run()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no files that can be run.");
        using var store = new StoreFixture("--worktree");
        using var folder = new TemporaryFolder();
        var trace = folder.At("trace");
        foreach (var name in (string[])["pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "post-checkout", "post-index-change", "reference-transaction"])
        {
            var hook = Path.Combine(store.Repository, ".git", "hooks", name);
            Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
            File.WriteAllText(hook, $"#!/bin/sh\necho {name} >> '{trace}'\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        store.StoreText(Text(), Symbol);
        store.Output("list");
        store.Output("show", Symbol);
        Assert.False(File.Exists(trace));

        store.Git("update-ref", "refs/heads/other", "HEAD");
        Assert.True(File.Exists(trace), "Git itself runs them.");
    }

    [Fact]
    public void The_first_text_in_a_repository_of_git_s_own_making_leaves_its_work_tree_clean()
    {
        using var store = new StoreFixture();
        using var folder = new TemporaryFolder();
        var own = folder.At("own");
        store.Git("init", "--quiet", own);
        store.Git("-C", own, "config", "core.autocrlf", "true");

        var result = Cli.Run(["commit", "-C", own, store.Write(Text()), "--symbol", Symbol]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", store.Git("-C", own, "status", "--porcelain"));
    }

    [Fact]
    public void A_file_that_git_does_not_know_is_no_obstacle_unless_it_is_in_the_way()
    {
        using var store = new StoreFixture("--worktree");
        var draft = Path.Combine(store.Repository, "draft.txt");
        File.WriteAllText(draft, Text());

        store.Output("commit", draft, "--symbol", Symbol);

        Assert.Equal(Text(), File.ReadAllText(draft));
        Assert.Equal("?? draft.txt\n", store.Git("status", "--porcelain"));
        Directory.CreateDirectory(Path.Combine(store.Repository, Symbol, "Rev.1"));
        File.WriteAllText(Path.Combine(store.Repository, Symbol, "Rev.1", "draft"), "mine");
        Assert.Contains(
            "is in the way", store.Refusal("commit", store.Write(Text(changed: 2, "Decides to rest")), "--symbol", $"{Symbol}/Rev.1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_git_ignores_is_not_overwritten()
    {
        using var store = new StoreFixture("--worktree");
        File.WriteAllText(Path.Combine(store.Repository, ".git", "info", "exclude"), "A/\n");
        var notes = Path.Combine(store.Repository, Symbol, "draft.json");
        Directory.CreateDirectory(Path.GetDirectoryName(notes)!);
        File.WriteAllText(notes, "my notes");

        var refusal = store.Refusal("commit", store.Write(Text()), "--symbol", Symbol);

        Assert.EndsWith("draft.json' is in the way; move it elsewhere first", refusal, StringComparison.Ordinal);
        Assert.Equal("my notes", File.ReadAllText(notes));
    }

    [Theory]
    [InlineData]
    [InlineData("--worktree")]
    public void Line_ends_and_filters_that_are_configured_change_nothing_that_is_stored(params string[] options)
    {
        using var plain = new StoreFixture();
        using var store = new StoreFixture(options);
        using var folder = new TemporaryFolder();
        store.Git("config", "core.autocrlf", "true");
        store.Git("config", "core.eol", "crlf");
        store.Git("config", "core.safecrlf", "true");
        store.Git("config", "core.attributesFile", folder.Write("attributes", "* text=auto eol=crlf ident filter=other\n"));
        store.Git("config", "filter.other.clean", $"tee '{folder.At("trace")}' | tr a-z A-Z");
        store.Git("config", "filter.other.smudge", $"tee '{folder.At("trace")}' | tr a-z A-Z");
        store.Git("config", "filter.other.required", "true");
        (string Text, string Symbol)[] revisions =
        [
            (Text(), Symbol),
            (Text(changed: 3, "Encourages $Id$ to share"), $"{Symbol}/Rev.1"),
            (Text(changed: 4, "Calls upon donors").ReplaceLineEndings("\r\n"), $"{Symbol}/Rev.2"),
        ];
        foreach (var (text, symbol) in revisions)
        {
            plain.StoreText(text, symbol);
            store.StoreText(text, symbol);
        }

        Assert.Equal(BlobsOf(plain), BlobsOf(store));
        Assert.All(revisions, revision => Assert.Equal(revision.Text, store.Output("show", revision.Symbol, "--original")));
        Assert.Equal("Nothing is wrong.\n", store.Output("check"));
        Assert.False(File.Exists(folder.At("trace")));

        // Ids are made of the symbol and the label, so that two repositories have the same.
        static string[] BlobsOf(StoreFixture from) => from.GitLines("ls-tree", "-r", "HEAD");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(-1)]
    public void A_damaged_object_is_reported_in_one_sentence(double remaining)
    {
        using var store = new StoreFixture();
        using var texts = new TemporaryFolder();
        store.StoreText(Text(), Symbol);
        store.StoreText(Text(changed: 2, "Requests the Secretary-General to speak"), $"{Symbol}/Rev.1");
        store.StoreText(Text(changed: 5, "Decides to meet again"), $"{Symbol}/Rev.2");
        var next = texts.Write("draft.txt", Text(changed: 1, "Noting a report"));
        var tip = store.Git("rev-parse", "HEAD").Trim();
        string[][] commands =
        [
            ["list"], ["show", Symbol], ["show", $"{Symbol}/Rev.2", "--original"], ["show", $"{Symbol}@HEAD~1"], ["log", Symbol], ["log", $"{Symbol}:OP1"],
            ["log", Symbol, "--phrase", "speak"], ["blame", $"{Symbol}/Rev.2", "--words"], ["diff", Symbol, $"{Symbol}/Rev.1"],
            ["commit", next, "--symbol", $"{Symbol}/Rev.3", "--dry-run"], ["check"],
        ];

        foreach (var path in Directory.GetFiles(Path.Combine(store.Repository, "objects"), "*", SearchOption.AllDirectories))
        {
            var whole = Damage(path, remaining);
            foreach (var command in commands)
            {
                var result = Cli.Run([.. command, "-C", store.Repository]);
                var what = $"{string.Join(' ', command)} without {path}: {result}";
                Assert.True(result.ExitCode is 0 or 2 || (command[0] == "check" && result.ExitCode == 1), what);
                Assert.False(result.Error.Contains("internal error", StringComparison.Ordinal), what);
                Assert.True(result.Error.Count(character => character == '\n') == (result.ExitCode == 2 ? 1 : 0), what);
                Assert.True(result.ExitCode == 2 || !path.EndsWith(tip[2..], StringComparison.Ordinal), what);
            }

            File.WriteAllBytes(path, whole);
        }

        Assert.Equal("Nothing is wrong.\n", store.Output("check"));
    }

    [Fact]
    public void A_shallow_clone_shows_what_there_is()
    {
        using var store = new StoreFixture();
        using var folder = new TemporaryFolder();
        store.StoreText(Text(), Symbol);
        store.StoreText(Text(changed: 2, "Requests the Secretary-General to speak"), $"{Symbol}/Rev.1");
        store.StoreText(Text(changed: 5, "Decides to meet again"), $"{Symbol}/Rev.2");
        var clone = Clone(store, folder, "--depth", "1");

        string[][] commands =
        [
            ["list"], ["show", Symbol], ["log", Symbol], ["log", $"{Symbol}:OP1"], ["log", $"{Symbol}:OP4"],
            ["blame", $"{Symbol}/Rev.2"], ["blame", $"{Symbol}/Rev.2:OP1", "--words"], ["diff", Symbol, $"{Symbol}/Rev.2"],
            ["commit", folder.Write("draft.txt", Text(changed: 1, "Noting a report")), "--symbol", $"{Symbol}/Rev.3"], ["log", $"{Symbol}:PP2"], ["check"],
        ];
        Assert.All(commands, command =>
        {
            var result = Cli.Run([.. command, "-C", clone]);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
        });

        var log = Cli.Run("log", Symbol, "-C", clone).Output;
        Assert.Contains($"{Symbol}/Rev.3", log, StringComparison.Ordinal);
        Assert.Contains($"{Symbol}/Rev.2", log, StringComparison.Ordinal);
        store.Git("-C", clone, "fsck", "--strict", "--no-dangling");
    }

    private static string SymbolOf(int revision) => revision == 0 ? Symbol : string.Create(CultureInfo.InvariantCulture, $"{Symbol}/Rev.{revision}");

    // A draft of two preambular and four operative paragraphs, one of them with words of its own.
    private static string Text(int changed = -1, string? words = null, string? title = null)
    {
        string[] paragraphs =
        [
            "Recalling its resolution 70/1 of 25 September 2015",
            "Noting the views that were expressed by Member States",
            "Requests the Secretary-General to report to the General Assembly at its seventieth session",
            "Encourages Member States to share their experience with information technology",
            "Calls upon donors to pay for wells, pipes and pumps where water is scarce",
            "Decides to remain seized of the matter",
        ];
        if (changed >= 0)
        {
            paragraphs[changed] += $", {words}";
        }

        return $"{(title is null ? "" : $"{title}\n\n")}The General Assembly,\n\n"
            + string.Concat(paragraphs.Take(2).Select(paragraph => $"{paragraph},\n\n"))
            + string.Concat(paragraphs.Skip(2).Select((paragraph, i) => $"{i + 1}. {paragraph}{(i == 3 ? ".\n" : ";\n\n")}"));
    }

    private static CliResult[] StoreAtOnce(StoreFixture store, string[] symbols, Func<string, string> write)
    {
        string[] files = [.. symbols.Select(write)];
        Process[] processes = [.. symbols.Select((symbol, i) => StartCommit(store.Repository, files[i], symbol))];
        return [.. processes.Select(process =>
        {
            using (process)
            {
                var (output, error) = End(process);
                return new CliResult(process.ExitCode, output, error);
            }
        })];
    }

    private static Process StartCommit(string repository, string file, string symbol)
    {
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "DraftDiff.Cli.dll"), "commit", file, "--symbol", symbol, "-C", repository];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    // What is written fits into the pipes, so that one can be read after the other.
    private static (string Output, string Error) End(Process process)
    {
        var ended = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
        process.WaitForExit();
        return ended;
    }

    // The symbols of the commits, the newest first.
    private static string[] SymbolsOf(StoreFixture store) =>
    [
        .. store.GitLines("log", "--format=%B")
            .Where(line => line.StartsWith("Symbol: ", StringComparison.Ordinal))
            .Select(line => line["Symbol: ".Length..]),
    ];

    private static void AssertIsWhole(StoreFixture store, string commit, string? repository = null, string languageFolder = LanguageFolder)
    {
        var folder = repository ?? store.Repository;
        var outline = store.GitLines("-C", folder, "show", $"{commit}:{languageFolder}/outline").Select(line => $"{line.Trim().Split('\t')[1]}.txt");
        var files = store.GitLines("-C", folder, "ls-tree", "--name-only", $"{commit}:{languageFolder}/paragraphs");
        Assert.Equal(outline.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    private static string Clone(StoreFixture store, TemporaryFolder folder, params string[] options)
    {
        var clone = folder.At("clone");
        store.Git(["clone", "--quiet", .. options, new Uri(store.Repository).AbsoluteUri, clone]);
        return clone;
    }

    // Leaves a part of a file, nothing of it, or where that is less than nothing no file.
    private static byte[] Damage(string path, double remaining)
    {
        var whole = File.ReadAllBytes(path);
        File.SetAttributes(path, FileAttributes.Normal);
        if (remaining < 0)
        {
            File.Delete(path);
        }
        else
        {
            File.WriteAllBytes(path, whole[..(int)(remaining * whole.Length)]);
        }

        return whole;
    }
}
