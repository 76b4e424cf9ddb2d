using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

public sealed class ScriptOrderTests
{
    private const string Debt = "Expresses concern about the external debt of landlocked developing countries;";
    private const string Water = "Encourages Governments to improve sanitation and the quality of drinking water;";
    private const string Youth = "Invites young farmers to take part in the regional conferences on soil;";
    private const string Trade = "Reaffirms the role of commodity prices in the multilateral trading system;";
    private const string Peace = "Salutes peacekeepers, their families and the hospitals that treat them;";

    [Fact]
    public void Deleted_units_follow_their_predecessor_in_the_old_order() => Assert.Equal(
        ["OP1>OP1", "OP2>", "OP3>", ">OP2", "OP4>OP3"],
        Order([Debt, Water, Youth, Trade], [Debt, Peace, Trade]));

    [Fact]
    public void Deleted_units_without_a_predecessor_stand_at_the_start() => Assert.Equal(
        ["OP1>", ">OP1", "OP2>OP2"], Order([Water, Trade], [Peace, Trade]));

    [Fact]
    public void A_moved_predecessor_does_not_take_a_deleted_unit_along() => Assert.Equal(
        ["OP1>OP1", "OP3>", "OP4>OP2", "OP5>OP3", "OP2>OP4"],
        Order([Debt, Water, Youth, Trade, Peace], [Debt, Trade, Peace, Water]));

    [Fact]
    public void The_shorter_of_two_that_changed_places_is_the_moved_one()
    {
        var script = Compare(Numbered(Debt + Youth + Trade, Water), Numbered(Water, Debt + Youth + Trade));

        Assert.Equal("OP2", script.Changes.Single(change => change.Moved).Old[0].Label);
    }

    private static List<string> Order(string[] old, string[] @new) =>
        [.. Compare(Numbered(old), Numbered(@new)).Changes.Select(change =>
            $"{string.Join("+", change.Old.Select(unit => unit.Label))}>{string.Join("+", change.New.Select(unit => unit.Label))}")];
}
