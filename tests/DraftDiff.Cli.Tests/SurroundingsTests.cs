using System.Diagnostics;
using System.Text;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Every command where something around it is not as it should be: its output, the disk, the folders, the environment.</summary>
public sealed class SurroundingsTests : IDisposable
{
    private const string NoUnix = "Windows has no such thing.";
    private const string CannotWrite = "the output cannot be written; check that the disk has room";

    // The runtime would make a file of two gigabytes for its code; it exists in no folder, but is a file all the same.
    private static readonly (string Name, string? Value) SmallFiles = ("DOTNET_EnableWriteXorExecute", "0");

    private readonly EveryCommand _every = new();

    public void Dispose() => _every.Dispose();

    [SkippableTheory]
    [MemberData(nameof(EveryCommand.OfAll), MemberType = typeof(EveryCommand))]
    public void A_reader_that_has_read_enough_is_no_trouble_to_any_command(string command)
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        using var process = BuiltCommand.Start(_every.Of(command));
        process.StandardInput.Close();
        process.StandardOutput.Close();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal((0, ""), (process.ExitCode, error));
        AssertNextWorks(command);
    }

    [SkippableTheory]
    [MemberData(nameof(EveryCommand.OfAll), MemberType = typeof(EveryCommand))]
    public void A_full_standard_output_is_said(string command)
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no /dev/full.");

        var result = BuiltCommand.Run(_every.Of(command), BuiltCommand.Shell("exec \"$@\" >/dev/full"));

        // A redline goes into its file.
        if (command == "redline")
        {
            Assert.Equal(new CliResult(0, "", ""), result);
        }
        else
        {
            Assert.Equal(CannotWrite, EveryCommand.SentenceOf(result));
        }

        AssertNextWorks(command);
    }

    [SkippableTheory]
    [MemberData(nameof(EveryCommand.OfAll), MemberType = typeof(EveryCommand))]
    public void Without_home_configuration_of_git_and_locale_every_command_does_what_it_does_with_them(string command)
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        using var other = new EveryCommand();
        var usual = Cli.Run(other.Of(command));

        var result = BuiltCommand.Run(_every.Of(command), ["env", "-i", "LC_ALL=C", $"PATH={Environment.GetEnvironmentVariable("PATH")}", "GIT_CONFIG_NOSYSTEM=1"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(WithoutNames(usual.Output, other), WithoutNames(result.Output, _every));
        AssertNextWorks(command);
    }

    [SkippableTheory]
    [MemberData(nameof(EveryCommand.OfThoseThatWrite), MemberType = typeof(EveryCommand))]
    public void A_file_that_cannot_be_written_to_its_end_is_said_and_not_there(string command)
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);

        var result = BuiltCommand.Run(_every.Of(command), BuiltCommand.Shell("trap '' XFSZ; ulimit -f 0; exec \"$@\""), SmallFiles);

        AssertRefusedWhereItWrites(command, result);
        AssertNextWorks(command);
    }

    [SkippableTheory]
    [MemberData(nameof(EveryCommand.OfThoseThatWrite), MemberType = typeof(EveryCommand))]
    public void A_full_disk_is_said_and_nothing_half_written_is_in_the_way_when_it_has_room(string command)
    {
        var mounting = Mounting();
        string[] arguments = [.. _every.Of(command)];

        // A disk of its own with all the files, without room; then with room.
        const string Line = """
            folder=$1; shift
            cp -a "$folder" "$folder.copy" && mount -t tmpfs -o size=4m tmpfs "$folder" && cp -a "$folder.copy/." "$folder" && rm -r "$folder.copy" || exit 77
            cat /dev/zero >"$folder/fill" 2>/dev/null
            "$@"; first=$?
            rm "$folder/fill"
            "$@" >/dev/null || exit 78
            exit $first
            """;
        var result = BuiltCommand.Run(arguments, [.. mounting, .. BuiltCommand.Shell(Line), _every.Folder]);

        AssertRefusedWhereItWrites(command, result);
    }

    [SkippableTheory]
    [MemberData(nameof(EveryCommand.OfThoseThatWrite), MemberType = typeof(EveryCommand))]
    public void A_read_only_folder_is_said_where_something_is_to_be_written(string command)
    {
        var mounting = Mounting();
        const string Line = """
            folder=$1; shift
            mount --bind "$folder" "$folder" && mount -o remount,ro,bind "$folder" || exit 77
            exec "$@"
            """;

        var result = BuiltCommand.Run(_every.Of(command), [.. mounting, .. BuiltCommand.Shell(Line), _every.Folder]);

        AssertRefusedWhereItWrites(command, result);
        AssertNextWorks(command);
    }

    [SkippableTheory]
    [InlineData("redline", "cannot be written; ask for the permission to write in its folder, or write elsewhere")]
    [InlineData("init", "cannot be made; check its name, and ask for the permission to write there")]
    [InlineData("parse", "cannot be read; ask for the permission to read it")]
    [InlineData("diff", "cannot be read; ask for the permission to read it")]
    [InlineData("commit", "the repository belongs to somebody else; where you trust it, write: git config --global --add safe.directory '")]
    [InlineData("import", "the repository belongs to somebody else; where you trust it, write: git config --global --add safe.directory '")]
    [InlineData("list", "the repository belongs to somebody else; where you trust it, write: git config --global --add safe.directory '")]
    [InlineData("check", "the repository belongs to somebody else; where you trust it, write: git config --global --add safe.directory '")]
    public void Files_of_somebody_else_are_said_to_be(string command, string sentence)
    {
        var nobody = Nobody();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_every.Folder, (UnixFileMode)0b111_101_101);
            foreach (var secret in command is "parse" or "diff" ? (string[])[_every.Old] : [])
            {
                File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        var result = BuiltCommand.Run(_every.Of(command), nobody);

        Assert.Contains(sentence, EveryCommand.SentenceOf(result), StringComparison.Ordinal);
        AssertNextWorks(command);
    }

    [SkippableFact]
    public void An_object_that_may_not_be_read_is_said()
    {
        var nobody = Nobody();
        using (var chown = Process.Start("chown", ["-R", "65534", _every.Folder]))
        {
            chown.WaitForExit();
        }

        using (var deny = Process.Start("sh", ["-c", "chmod 755 \"$1\" && chown -R 0 \"$1\"/objects && chmod -R go-r \"$1\"/objects/*/* && chmod 755 \"$2\"", "sh", _every.Repository, _every.Folder]))
        {
            deny.WaitForExit();
        }

        var result = BuiltCommand.Run(_every.Of("list"), nobody);

        Assert.Equal("the repository cannot be used; ask for the permission to read and write its files", EveryCommand.SentenceOf(result));
    }

    [SkippableTheory]
    [InlineData("list", "the repository cannot be used; check that its folder is there, and that the disk has room")]
    [InlineData("init", "the folder '.' cannot be made; check its name, and ask for the permission to write there")]
    public void A_current_folder_that_is_gone_is_said(string command, string sentence)
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);

        var result = BuiltCommand.Run([command], BuiltCommand.Shell($"mkdir '{_every.At("gone")}' && cd '{_every.At("gone")}' && rmdir '{_every.At("gone")}' && exec \"$@\""));

        Assert.Equal(sentence, EveryCommand.SentenceOf(result));
    }

    // Words that let what follows mount.
    private static string[] Mounting()
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        foreach (var words in (string[][])[["unshare", "--mount"], ["unshare", "--mount", "--map-root-user"]])
        {
            if (Succeeds([.. words, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]))
            {
                return words;
            }
        }

        throw new SkipException("Mounting is not allowed here.");
    }

    // Words that let what follows be run by somebody without rights.
    private static string[] Nobody()
    {
        Skip.If(OperatingSystem.IsWindows(), NoUnix);
        Skip.IfNot(Environment.IsPrivilegedProcess, "Only an administrator may be somebody else.");
        string[] words = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "env", "HOME=/nonexistent", "GIT_CONFIG_NOSYSTEM=1"];
        Skip.IfNot(Succeeds([.. words, .. BuiltCommand.Words, "--version"]), "The built command stands in a folder that is not everybody's, or there is no setpriv.");
        return words;
    }

    private static bool Succeeds(string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string WithoutNames(string output, EveryCommand every) =>
        System.Text.RegularExpressions.Regex.Replace(output.Replace(every.Folder, "", StringComparison.Ordinal), @"\[[0-9a-f]{7}\]|(?<= = ).*(?= git-)", "");

    private static void AssertRefusedWhereItWrites(string command, CliResult result)
    {
        if (EveryCommand.Readers.Contains(command))
        {
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            return;
        }

        // An import says it of each text.
        if (command == "import")
        {
            Assert.Equal((2, "0 stored, 0 stored before, 2 not stored\n"), (result.ExitCode, result.Output));
            result = result with { Error = result.Error[..(result.Error.IndexOf('\n', StringComparison.Ordinal) + 1)] };
        }

        Assert.Contains("cannot be ", EveryCommand.SentenceOf(result), StringComparison.Ordinal);
    }

    // Nothing half-written is there, and the same command does now what it should.
    private void AssertNextWorks(string command)
    {
        Assert.Empty(_every.Remains());
        var wasWritten = Path.Exists(_every.Written);
        var next = Cli.Run(_every.Of(command));
        Assert.Equal((0, ""), (next.ExitCode, next.Error));
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", _every.Repository).Output);
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", _every.Empty).Output);
        if (command == "redline")
        {
            Assert.EndsWith("</html>\n", File.ReadAllText(_every.Written, Encoding.UTF8), StringComparison.Ordinal);
        }
        else if (command == "init" && !wasWritten)
        {
            Assert.StartsWith("Made a repository", next.Output, StringComparison.Ordinal);
        }
    }
}
