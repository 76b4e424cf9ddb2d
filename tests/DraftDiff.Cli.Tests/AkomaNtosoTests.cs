using System.Xml.Linq;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Akoma Ntoso in the commands.</summary>
public sealed class AkomaNtosoTests : IDisposable
{
    private const string Same = "Nothing changed: both documents say the same, word for word.\n";
    private readonly TemporaryFolder _folder = new();
    private readonly string _text;

    public AkomaNtosoTests() => _text = _folder.Write("draft.txt", StoreFixture.Draft);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_is_parsed_to_it_and_compared_with_it()
    {
        var result = Cli.Run("parse", _text, "--format", "akn");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var xml = _folder.Write("draft.xml", result.Output);

        Assert.Equal(Same, Cli.Run("diff", _text, xml, "--stat").Output.TrimStart());
        Assert.Contains("OP2", Cli.Run("parse", xml).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_text_is_shown_as_it_and_stored_from_it()
    {
        using var store = StoreFixture.WithGardens("en");
        var xml = _folder.At("gardens.xml");

        Assert.Equal(new CliResult(0, "", ""), store.Run("show", StoreFixture.Gardens, "-o", xml));

        Assert.Equal(Same, Cli.Run("diff", StoreFixture.PathOf("fixtures/gardens/base.en.txt"), xml, "--stat").Output.TrimStart());
        Assert.Equal(File.ReadAllText(xml), store.Output("show", StoreFixture.Gardens, "--format", "akn"));
        Assert.Contains($"showAs=\"{StoreFixture.Gardens}\"", File.ReadAllText(xml), StringComparison.Ordinal);

        using var other = new StoreFixture();
        Assert.Equal(0, other.Run("commit", xml).ExitCode);
        Assert.Equal(Same, other.Output("diff", StoreFixture.Gardens, xml, "--stat").TrimStart());
        Assert.Equal("Nothing is wrong.\n", other.Output("check"));
    }

    [Fact]
    public void A_paragraph_keeps_its_wId_when_its_number_changes()
    {
        using var store = StoreFixture.WithVersions(
            StoreFixture.Draft,
            StoreFixture.Draft
                .Replace("3. Decides", "4. Decides", StringComparison.Ordinal)
                .Replace("2. Encourages", "3. Encourages", StringComparison.Ordinal)
                .Replace("1. Requests", "1. Takes note of the report of the Secretary-General on gardens;\n\n2. Requests", StringComparison.Ordinal)
                .Replace("information technology", "modern technology", StringComparison.Ordinal));

        var (before, after) = (WorkIds(0), WorkIds(1));

        Assert.Equal(before["para_1"], after["para_2"]);
        Assert.Equal(before["para_2"], after["para_3"]);
        Assert.Equal(before["para_3"], after["para_4"]);
        Assert.DoesNotContain(after["para_1"], before.Values);

        // They are the ids that the repository keeps its paragraphs by.
        Assert.Equal(store.Ids($"{StoreFixture.Own}/en")["OP3"], after["para_3"]);

        Dictionary<string, string> WorkIds(int version) => XDocument.Parse(store.Output("show", StoreFixture.SymbolOf(version), "--format", "akn"))
            .Descendants().Where(element => element.Name.LocalName == "paragraph")
            .ToDictionary(element => element.Attribute("eId")!.Value, element => element.Attribute("wId")!.Value);
    }

    [Fact]
    public void A_text_of_a_revision_of_git_has_the_ids_it_had_there()
    {
        using var store = StoreFixture.WithGardens("en");

        Assert.Equal(store.Output("show", StoreFixture.Gardens, "--format", "akn"), store.Output("show", $"{StoreFixture.Gardens}@HEAD~1", "--format", "akn"));
    }

    [Fact]
    public void One_paragraph_is_no_document()
    {
        using var store = StoreFixture.WithGardens("en");

        Assert.Equal("Akoma Ntoso holds the whole text; leave out :OP1", store.Refusal("show", $"{StoreFixture.Gardens}:OP1", "--format", "akn"));
    }

    [Fact]
    public void A_hostile_file_is_refused_in_a_sentence()
    {
        var file = _folder.Write("draft.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<akomaNtoso><doc><mainBody><p>&a;</p></mainBody></doc></akomaNtoso>");

        Assert.Equal(
            new CliResult(2, "", $"draftdiff: '{file}' is XML with a document type definition, which is never read; take the DOCTYPE out and give the characters themselves for its entities\n"),
            Cli.Run("diff", file, _text, "--input-format", "akn"));
    }
}
