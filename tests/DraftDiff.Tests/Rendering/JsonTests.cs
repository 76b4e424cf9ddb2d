using System.Text.Json;
using DraftDiff.Diagnostics;
using DraftDiff.Differencing;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class JsonTests
{
    private static readonly DiagnosticDescriptor Doubtful = new("DD9001", DiagnosticSeverity.Warning, "The label {0} is doubtful.");

    [Fact]
    public void A_comparison_is_its_edit_script() => Snapshot.Verify(Diff(Samples.English()), "json");

    [Fact]
    public void Every_script_is_written_as_it_is_read()
    {
        var json = Diff(Samples.Chinese());

        Assert.Contains("\"title\": \"河流和湖泊促进可持续发展\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_has_its_masthead_its_units_and_its_diagnostics()
    {
        var draft = new DraftSketch("draft.txt", kind: DraftKind.AdoptedResolution)
        {
            Masthead = new Masthead
            {
                Symbol = DocumentSymbol.Parse("A/RES/72/200"),
                Session = new Session("Seventy-second session", 72),
                AgendaItem = new AgendaItem("16", null),
                Sponsors = new Sponsors("Ecuador", "On behalf of the Group of 77 and China."),
            },
        };
        var tree = draft
            .Field("symbol", "A/RES/72/200")
            .Title("Rivers and lakes")
            .Operative(1, "Requests a report[^1] on:")
            .Subparagraph(1, 'a', "Rivers;")
            .Subparagraph(1, 'b', "Lakes.")
            .Footnote(1, "A/72/64.")
            .Warn(Doubtful, "OP1(b)", "(b)")
            .ToTree();

        Snapshot.Verify(Rendered.Json(output => TreeJson.Write(tree, output)), "json");
    }

    [Fact]
    public void A_tree_without_masthead_has_its_fields_as_null()
    {
        using var json = JsonDocument.Parse(Rendered.Json(output => TreeJson.Write(new DraftSketch("draft.txt", kind: DraftKind.Unknown).ToTree(), output)));

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("kind").ValueKind);
        Assert.Equal(
            ["symbol", "body", "date", "original", "session", "committee", "agendaItem", "documentType", "sponsors"],
            json.RootElement.GetProperty("masthead").EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Null).Select(field => field.Name));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_does_not_spoil_the_object()
    {
        var draft = new DraftSketch("draft.txt").Operative(1, "a\uD800b");
        var comparison = new ComparisonSketch(draft, draft).Same("OP1").ToComparison();

        using var json = JsonDocument.Parse(Diff(comparison));
        Assert.Equal("a\uFFFDb", json.RootElement.GetProperty("changes")[0].GetProperty("new")[0].GetProperty("text").GetString());
    }

    private static string Diff(DraftComparison comparison) => Rendered.Json(output => DiffJson.Write(comparison, output));
}
