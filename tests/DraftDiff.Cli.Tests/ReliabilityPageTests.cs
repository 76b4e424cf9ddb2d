using System.Text.RegularExpressions;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Each row of the page on what goes wrong is held by tests that there are, and the tests run every command there is.</summary>
public sealed class ReliabilityPageTests
{
    [Fact]
    public void Each_row_names_tests_that_there_are()
    {
        string[][] rows =
        [
            .. File.ReadLines(StoreFixture.PathOf("docs/reliability.md"))
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
                .Select(line => line.Trim('|', ' ').Split(" | ")),
        ];
        var tests = Directory.EnumerateFiles(StoreFixture.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"public (?:async Task|void) (\w+)\(")
                .Select(match => $"{Path.GetFileNameWithoutExtension(file)}.{match.Groups[1].Value}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(rows.Length > 20);
        Assert.All(rows, row =>
        {
            Assert.Equal(3, row.Length);
            var names = Regex.Matches(row[2], "`([^`]+)`").Select(match => match.Groups[1].Value).ToArray();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.Contains(name, tests));
        });
    }

    [Fact]
    public void Every_command_is_among_those_that_are_tried()
    {
        var help = Cli.Run("--help").Output.Split("\n\n").Single(part => part.StartsWith("Commands:", StringComparison.Ordinal));
        var commands = Regex.Matches(help, "^  ([a-z][a-z-]*) ", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

        Assert.Equal(commands.Order(StringComparer.Ordinal), EveryCommand.Readers.Concat(EveryCommand.Writers).Order(StringComparer.Ordinal));
    }
}
