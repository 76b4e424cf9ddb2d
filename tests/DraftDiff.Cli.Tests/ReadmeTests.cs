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

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
