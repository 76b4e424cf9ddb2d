using System.Runtime.CompilerServices;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>The README shows what the command prints.</summary>
public sealed class ReadmeTests
{
    private const string Command = "dotnet run --project src/DraftDiff.Cli -- ";

    [Fact]
    public void The_sample_is_what_its_command_prints()
    {
        var root = Root();
        var blocks = File.ReadAllText(Path.Combine(root, "README.md")).Split("```");
        var sample = blocks[1].Trim('\n');
        var command = Assert.Single(blocks, block => block.Trim().StartsWith(Command, StringComparison.Ordinal)).Trim();
        var arguments = command[Command.Length..].Split(' ')
            .Select(argument => argument.Contains('/', StringComparison.Ordinal) ? Path.Combine(root, argument) : argument);

        var printed = Cli.Run([.. arguments]);

        Assert.Equal(0, printed.ExitCode);
        var output = printed.Output.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        Assert.All(sample.Split("…\n"), part => Assert.Contains(part.TrimEnd('…').Trim('\n'), output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_history_is_what_its_commands_print()
    {
        using var folder = new TemporaryFolder();
        var blocks = File.ReadAllText(Path.Combine(Root(), "README.md")).Split("```");
        var commands = Array.FindIndex(blocks, block => block.Trim().StartsWith("draftdiff init", StringComparison.Ordinal));
        var store = folder.At("drafts");
        Assert.Equal(0, Cli.Run("init", store).ExitCode);

        var printed = "";
        foreach (var line in blocks[commands].Trim().Split('\n').Skip(1))
        {
            var arguments = line.Split(' ').Skip(1).Select(argument => argument.Replace("../", Root() + "/", StringComparison.Ordinal));
            var result = Cli.Run([.. arguments, "-C", store]);
            Assert.Equal(0, result.ExitCode);
            printed = result.Output;
        }

        Assert.Equal(blocks[commands + 2].Trim('\n'), printed.Trim('\n'));
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
