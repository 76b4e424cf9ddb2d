using System.Text.RegularExpressions;
using Xunit;

namespace DraftDiff.Packages.Tests;

/// <summary>A command line of a guide, and what the guide says that it prints.</summary>
/// <param name="Line">The line, without its prompt.</param>
/// <param name="Words">The program and its arguments.</param>
/// <param name="Printed">What stands below it; <c>…</c> is for anything.</param>
internal sealed record GuideCommand(string Line, IReadOnlyList<string> Words, string Printed);

/// <summary>A guide, cut into what can be tried.</summary>
/// <param name="Blocks">The fenced blocks, each with the language it names.</param>
internal sealed partial record Guide(IReadOnlyList<(string Language, string Text)> Blocks)
{
    /// <summary>Reads a guide from the documentation.</summary>
    public static Guide Read(string name) =>
        new([.. Fence().Matches(File.ReadAllText(Path.Combine(PackedPackages.Repository, "docs", name)).ReplaceLineEndings("\n")).Select(fence => (fence.Groups["language"].Value, fence.Groups["text"].Value))]);

    /// <summary>All command lines of the blocks for a console.</summary>
    public IEnumerable<GuideCommand> Commands =>
        from block in Blocks
        where block.Language == "console"
        from piece in Prompt().Split(block.Text).Skip(1)
        let end = piece.IndexOf('\n', StringComparison.Ordinal)
        select new GuideCommand(piece[..end], [.. Word().Matches(piece[..end]).Select(word => word.Value.Trim('"'))], piece[end..]);

    /// <summary>Fails where what was printed is not what a guide shows.</summary>
    public static void AssertPrints(string shown, string printed)
    {
        var pattern = string.Join("[\\s\\S]*?", shown.Trim().Split('…').Select(Regex.Escape));
        Assert.True(Regex.IsMatch(printed.ReplaceLineEndings("\n").Trim(), $"^{pattern}$"), $"The guide shows\n\n{shown.Trim()}\n\nand this is printed:\n\n{printed.Trim()}");
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>[\\s\\S]*?)^```$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\$ ", RegexOptions.Multiline)]
    private static partial Regex Prompt();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();
}
