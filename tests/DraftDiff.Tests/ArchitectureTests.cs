using System.Reflection;
using System.Runtime.CompilerServices;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests;

/// <summary>Dependencies between the rooms of the library run one way.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Library = typeof(SourceText).Assembly;

    /// <summary>Which rooms each room may know. Diagnostics point into texts, and decoding a text makes diagnostics.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Text"] = ["Diagnostics"],
        ["Diagnostics"] = ["Text"],
        ["Languages"] = ["Text"],
        ["Syntax"] = ["Text", "Diagnostics", "Languages"],
        ["Differencing"] = ["Text", "Diagnostics", "Languages", "Syntax"],
        ["History"] = ["Text", "Diagnostics", "Syntax", "Differencing"],
        ["Rendering"] = ["Text", "Diagnostics", "Syntax", "Differencing", "History"],
    };

    private static readonly TypeReference[] References =
        [.. TypeReferences.Of(Library).Where(use => RoomOf(use.From) is not null && RoomOf(use.To) is not null).Distinct()];

    [Fact]
    public void Every_type_of_the_library_stands_in_a_room()
    {
        var strangers = Library.GetTypes()
            .Where(type => type.Namespace?.StartsWith("DraftDiff", StringComparison.Ordinal) == true)
            .Where(type => RoomOf(type) is not { } room || !MayKnow.ContainsKey(room))
            .Select(type => $"{type.FullName} stands in no room that the table of rooms has.");

        AssertNone(strangers);
    }

    [Fact]
    public void Rooms_know_only_the_rooms_below_them()
    {
        var wrong = References
            .Where(use => RoomOf(use.From) != RoomOf(use.To))
            .Where(use => MayKnow.TryGetValue(RoomOf(use.From)!, out var known) && !known.Contains(RoomOf(use.To)))
            .Select(use => $"{use.From.FullName}.{use.Member} uses {use.To.FullName}: {RoomOf(use.From)} must not know {RoomOf(use.To)}.");

        AssertNone(wrong);
    }

    [Fact]
    public void No_room_knows_a_language_but_through_the_drafting_conventions()
    {
        var wrong = References
            .Where(use => RoomOf(use.To) == "Languages" && RoomOf(use.From) != "Languages" && !use.To.IsPublic)
            .Select(use => $"{use.From.FullName}.{use.Member} uses {use.To.FullName}, which only {nameof(DraftingConventions)} may.");

        AssertNone(wrong);
    }

    [Fact]
    public void A_use_inside_a_method_is_seen() =>
        Assert.Contains(
            new TypeReference(typeof(DraftComparison), nameof(DraftComparison.Compare), typeof(DraftingConventions)), References);

    [Fact]
    public void The_library_knows_neither_console_nor_git_nor_a_command_line()
    {
        var known = Library.GetReferencedAssemblies().Select(name => name.Name);

        Assert.Equal([], known.Intersect(["System.Console", "System.CommandLine", "LibGit2Sharp", "System.Diagnostics.Process"]));
    }

    [Fact]
    public void The_command_uses_only_what_the_library_makes_public()
    {
        var friends = Library.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);

        Assert.DoesNotContain("DraftDiff.Cli", friends);
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = string.Join('\n', faults);
        Assert.True(all.Length == 0, all);
    }

    private static string? RoomOf(Type type) => type.Namespace?.Split('.') is ["DraftDiff", var room, ..] ? room : null;
}
