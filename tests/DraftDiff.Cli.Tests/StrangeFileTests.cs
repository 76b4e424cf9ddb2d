using System.Diagnostics;
using System.Text;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Names of files that are links, pipes, folders, devices, or nothing, and names that are strange themselves.</summary>
public sealed class StrangeFileTests : IDisposable
{
    private const string NoUnix = "Windows has no such files.";

    // Far above what any of this takes.
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(2);

    private readonly EveryCommand _every = new();

    public void Dispose() => _every.Dispose();

    /// <summary>Commands that read a text, with the name of the text last.</summary>
    public static TheoryData<string> OfReaders => new("parse", "diff", "redline", "commit");

    [SkippableTheory]
    [MemberData(nameof(OfReaders))]
    public void What_is_no_file_is_said_to_be_none(string command)
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        File.CreateSymbolicLink(_every.At("loop.txt"), _every.At("loop.txt"));
        File.CreateSymbolicLink(_every.At("dangling.txt"), _every.At("nothing.txt"));
        Directory.CreateSymbolicLink(_every.At("folder.txt"), _every.Texts);
        foreach (var (name, sentence) in ((string, string)[])
        [
            (_every.At("loop.txt"), "'{0}' cannot be read; check its name and the disk it is on"),
            (_every.At("dangling.txt"), "there is no file '{0}'; check its name and folder"),
            (_every.At("folder.txt"), "'{0}' is a folder; name a file in it"),
            (_every.Texts, "'{0}' is a folder; name a file in it"),
            (Path.Combine(_every.Old, "a.txt"), "there is no file '{0}'; check its name and folder"),
            ("", "'' cannot be read; check its name and the disk it is on"),
            (new string('x', 5000), "'{0}' cannot be read; check its name and the disk it is on"),
            ("/dev/zero", "'{0}' is longer than 50 MB; check that it is a draft, or divide it"),
            ("/dev/urandom", "'{0}' is longer than 50 MB; check that it is a draft, or divide it"),
        ])
        {
            Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, name), EveryCommand.SentenceOf(Cli.Run(Reading(command, name))));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(OfReaders))]
    public void Standard_input_without_end_is_refused(string command)
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);

        var result = BuiltCommand.Run(Reading(command, "-"), BuiltCommand.Shell("exec \"$@\" </dev/zero"));

        Assert.Equal("standard input is longer than 50 MB; check that it is a draft, or divide it", EveryCommand.SentenceOf(result));
    }

    [SkippableTheory]
    [MemberData(nameof(OfReaders))]
    public async Task A_named_pipe_is_read_to_its_end(string command)
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        var pipe = MakePipe("pipe.txt");
        var usual = Cli.Run(Reading(command, _every.New));
        using var other = new EveryCommand();

        var write = Task.Run(() => File.WriteAllBytes(pipe, File.ReadAllBytes(other.New)));
        var result = await Task.Run(() => Cli.Run(Reading(command, pipe, other))).WaitAsync(Watchdog);
        await write;

        Assert.Equal((usual.ExitCode, ""), (result.ExitCode, result.Error));
        Assert.True(File.Exists(pipe));
    }

    [SkippableFact]
    public async Task A_named_pipe_without_end_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        var pipe = MakePipe("pipe.txt");

        var write = Task.Run(() =>
        {
            using var stream = new FileStream(pipe, FileMode.Open, FileAccess.Write);
            try
            {
                while (true)
                {
                    stream.Write(new byte[1 << 20]);
                }
            }
            catch (IOException)
            {
                // It is read no more.
            }
        });
        var result = await Task.Run(() => Cli.Run("diff", _every.Old, pipe)).WaitAsync(Watchdog);
        await write.WaitAsync(Watchdog);

        Assert.Equal($"'{pipe}' is longer than 50 MB; check that it is a draft, or divide it", EveryCommand.SentenceOf(result));
    }

    [SkippableFact]
    public void An_empty_device_is_an_empty_text_and_none_to_store()
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);

        Assert.Contains("deleted", Cli.Run("diff", _every.Old, "/dev/null", "--stat").Output, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("parse", "/dev/null").ExitCode);
        Assert.Equal("'/dev/null' is empty, and there is nothing to store; check that it is the draft", LastSentence(Cli.Run("commit", "/dev/null", "--symbol", "A/C.2/72/L.5", "-C", _every.Empty)));
        Assert.Equal(new CliResult(0, "", ""), Cli.Run("redline", _every.Old, _every.New, "--format", "html", "-o", "/dev/null"));
        Assert.True(File.Exists("/dev/null"));
    }

    [SkippableFact]
    public void A_link_is_written_through_unless_it_leads_to_itself()
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        File.CreateSymbolicLink(_every.At("loop.html"), _every.At("loop.html"));
        File.CreateSymbolicLink(_every.At("dangling.html"), _every.Written);

        Assert.Equal(
            $"'{_every.At("loop.html")}' cannot be written; check its name, and that the disk has room",
            EveryCommand.SentenceOf(Cli.Run("redline", _every.Old, _every.New, "-o", _every.At("loop.html"))));
        Assert.Equal(new CliResult(0, "", ""), Cli.Run("redline", _every.Old, _every.New, "-o", _every.At("dangling.html")));

        Assert.True(File.Exists(_every.Written));
        Assert.Equal(_every.Written, new FileInfo(_every.At("dangling.html")).LinkTarget);
        Assert.Empty(_every.Remains());
    }

    [SkippableFact]
    public void What_is_compared_is_not_written_over_through_a_linked_folder()
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        Directory.CreateSymbolicLink(_every.At("here"), _every.Folder);
        Directory.CreateSymbolicLink(_every.At("there"), _every.At("here"));
        var before = File.ReadAllBytes(_every.Old);

        var result = Cli.Run("redline", _every.Old, _every.New, "-o", Path.Combine(_every.At("there"), "here", "old.txt"), "--format", "html");

        Assert.EndsWith("would be written over, and it is what is compared; name another file", EveryCommand.SentenceOf(result), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_every.Old));
    }

    [SkippableTheory]
    [InlineData("redline", "old.txt/x.html", "'{0}' cannot be written, because its folder is not there; make the folder first")]
    [InlineData("redline", "nowhere/x.html", "'{0}' cannot be written, because its folder is not there; make the folder first")]
    [InlineData("redline", "texts", "'{0}' is a folder; name a file in it")]
    [InlineData("init", "old.txt", "'{0}' is a file; name a folder")]
    [InlineData("init", "old.txt/x", "the folder '{0}' cannot be made; check its name, and ask for the permission to write there")]
    [InlineData("init", "texts", "'{0}' is not empty; name a new folder, or make a repository among its files with --worktree")]
    [InlineData("import", "old.txt", "'{0}' is a file; store it with 'draftdiff commit'")]
    [InlineData("import", "nowhere", "there is no folder '{0}'; check its name")]
    [InlineData("list", "old.txt", "'{0}' is a file; name a folder")]
    [InlineData("list", "nowhere", "there is no folder '{0}'")]
    [InlineData("list", "texts", "there is no repository in or around '{0}'; make one with 'draftdiff init', or name it with -C")]
    [InlineData("list", "dangling", "there is no folder '{0}'")]
    [InlineData("list", "loop", "there is no folder '{0}'")]
    [InlineData("init", "loop", "the repository cannot be used: failed to resolve path ")]
    public void A_file_for_a_folder_and_a_folder_for_a_file_are_said(string command, string name, string sentence)
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        File.CreateSymbolicLink(_every.At("loop"), _every.At("loop"));
        File.CreateSymbolicLink(_every.At("dangling"), _every.At("nothing"));
        var path = _every.At(name);

        var result = Cli.Run(command switch
        {
            "redline" => ["redline", _every.Old, _every.New, "-o", path],
            "import" => ["import", path, "-C", _every.Empty],
            "list" => ["list", "-C", path],
            _ => [command, path],
        });

        Assert.StartsWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, path), EveryCommand.SentenceOf(result), StringComparison.Ordinal);
        Assert.Empty(_every.Remains());
    }

    [Theory]
    [InlineData("init")]
    [InlineData("list", "-C")]
    [InlineData("commit", "x.txt", "-C")]
    public void A_folder_without_a_name_is_none(string command, params string[] more) =>
        Assert.Equal("'' is no folder; name one, or leave it out for the folder you are in", EveryCommand.SentenceOf(Cli.Run([command, .. more, ""])));

    [SkippableFact]
    public async Task An_import_reads_a_folder_that_leads_to_itself_once_and_waits_for_no_pipe()
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        Directory.CreateSymbolicLink(Path.Combine(_every.Texts, "again"), _every.Texts);
        Directory.CreateSymbolicLink(Path.Combine(_every.Texts, "and-again"), _every.Texts);
        File.CreateSymbolicLink(Path.Combine(_every.Texts, "dangling.txt"), _every.At("nothing.txt"));
        MakePipe(Path.Combine("texts", "pipe.txt"));
        File.CreateSymbolicLink(Path.Combine(_every.Texts, "to-pipe.txt"), Path.Combine(_every.Texts, "pipe.txt"));
        File.WriteAllText(Path.Combine(_every.Texts, "A_C.2_72_L.5.txt"), "");

        var result = await Task.Run(() => Cli.Run(_every.Of("import"))).WaitAsync(Watchdog);

        Assert.Equal((2, "2 stored, 0 stored before, 4 not stored\n"), (result.ExitCode, result.Output));
        Assert.Equal(
            [
                "draftdiff: A_C.2_72_L.5.txt: it is empty",
                $"draftdiff: dangling.txt: there is no file '{Path.Combine(_every.Texts, "dangling.txt")}'; check its name and folder",
                "draftdiff: pipe.txt: it is empty",
                "draftdiff: to-pipe.txt: it is empty",
            ],
            result.Error.TrimEnd('\n').Split('\n'));
    }

    [SkippableTheory]
    [InlineData("two\nlines")]
    [InlineData("\u001B[31mred")]
    [InlineData("-dash")]
    [InlineData("--help")]
    [InlineData("'quoted' \"twice\"")]
    [InlineData("决议 草案 قرار")]
    [InlineData("\u202Ereversed")]
    [InlineData("back\\slash %2F $HOME `ls` *?[]")]
    public void A_name_is_a_name_whatever_is_in_it(string name)
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        var folder = Directory.CreateDirectory(_every.At($"in {name}")).FullName;
        var (old, page) = (Path.Combine(folder, $"{name}.txt"), Path.Combine(folder, $"{name}.html"));
        var repository = Path.Combine(folder, name);
        File.Copy(_every.Old, old);

        // In the folder itself, where a name may begin with a dash.
        Succeeds(In(folder, "diff", _every.New, "--", $"{name}.txt"));
        Succeeds(In(folder, "init", "--", name));
        Succeeds(Cli.Run("parse", old));
        Succeeds(Cli.Run("commit", "-C", repository, old));
        Succeeds(Cli.Run("import", "-C", repository, folder));
        Succeeds(Cli.Run("redline", _every.New, old, "-o", page));
        Succeeds(Cli.Run("list", "-C", repository));
        Succeeds(Cli.Run("check", "-C", repository));

        Assert.True(File.Exists(page));
        var missing = Path.Combine(folder, $"{name}.missing");
        Assert.StartsWith($"there is no file '{Rendering.VisibleText.Of(missing)}'; did you mean ", EveryCommand.SentenceOf(Cli.Run("parse", missing)), StringComparison.Ordinal);
        EveryCommand.SentenceOf(Cli.Run("redline", _every.New, old, "-o", Path.Combine(missing, $"{name}.html")));
        EveryCommand.SentenceOf(Cli.Run("list", "-C", missing));
        EveryCommand.SentenceOf(Cli.Run("import", "-C", repository, missing));
        EveryCommand.SentenceOf(Cli.Run("init", old));

        static void Succeeds(CliResult result)
        {
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            Assert.All(result.Output.Split('\n'), line => Assert.DoesNotContain(line, c => char.IsControl(c) || c == '\u202E'));
        }
    }

    [SkippableFact]
    public async Task A_file_that_grows_while_it_is_read_is_read_as_far_as_it_is_or_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        using var stop = new CancellationTokenSource();
        var path = _every.At("growing.txt");
        File.Copy(_every.Old, path);
        var grow = Task.Run(() =>
        {
            var line = Encoding.UTF8.GetBytes("10. Requests the Secretary-General to report;\n\n");
            using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            while (!stop.IsCancellationRequested && stream.Length < 4 << 20)
            {
                stream.Write(line);
                stream.Flush();
            }
        });

        for (var time = 0; time < 5; time++)
        {
            Assert.Equal(0, Cli.Run("parse", path, "--format", "text").ExitCode);
        }

        await stop.CancelAsync();
        await grow;
    }

    [SkippableFact]
    public async Task A_file_that_comes_and_goes_is_read_or_is_not_there()
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        using var stop = new CancellationTokenSource();
        var path = _every.At("flickering.txt");
        var text = File.ReadAllBytes(_every.New);
        var flicker = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                File.WriteAllBytes(path, text);
                File.WriteAllBytes(path, text.AsSpan(0, text.Length / 2));
                File.Delete(path);
            }
        });

        for (var time = 0; time < 50; time++)
        {
            var result = Cli.Run("diff", _every.Old, path);
            if (result.ExitCode != 0)
            {
                Assert.StartsWith("there is no file ", LastSentence(result), StringComparison.Ordinal);
            }
        }

        await stop.CancelAsync();
        await flicker;
    }

    private string[] Reading(string command, string name, EveryCommand? other = null) => command switch
    {
        "diff" => ["diff", _every.Old, name],
        "redline" => ["redline", _every.Old, name, "-o", _every.Written],
        "commit" => ["commit", name, "-C", (other ?? _every).Empty],
        _ => [command, name],
    };

    private string MakePipe(string name)
    {
        using var mkfifo = Process.Start("mkfifo", [_every.At(name)]);
        mkfifo.WaitForExit();
        Assert.Equal(0, mkfifo.ExitCode);
        return _every.At(name);
    }

    // The folder a process is in is one for all tests.
    private static CliResult In(string folder, params string[] arguments) =>
        BuiltCommand.Run(arguments, [.. BuiltCommand.Shell("cd \"$1\" && shift && exec \"$@\""), folder]);

    private static string LastSentence(CliResult result)
    {
        Assert.Equal(2, result.ExitCode);
        var line = result.Error.TrimEnd('\n').Split('\n')[^1];
        Assert.StartsWith("draftdiff: ", line, StringComparison.Ordinal);
        return line["draftdiff: ".Length..];
    }
}
