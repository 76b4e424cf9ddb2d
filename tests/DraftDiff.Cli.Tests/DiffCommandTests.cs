using System.Text;
using System.Text.Json;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary><c>draftdiff diff</c> from two files to what a person sees.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private const string Draft = StoreFixture.Draft;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_words_that_changed_are_shown()
    {
        var result = Compare(Draft, Draft.Replace("Encourages", "Urges", StringComparison.Ordinal));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Contains("Encourages", result.Output, StringComparison.Ordinal);
        Assert.Contains("Urges", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Secretary-General", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Unchanged_paragraphs_are_shown_where_all_is_asked_for()
    {
        var result = Compare(Draft, Draft.Replace("Encourages", "Urges", StringComparison.Ordinal), "--all");

        Assert.Contains("Secretary-General", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Encourages", "Urges", 1)]
    [InlineData("Encourages", "Encourages", 0)]
    [InlineData("report to the", "report\nto  the", 0)]
    [InlineData("3. Decides", "4. Decides", 0)]
    public void The_exit_code_says_whether_drafters_changed_something_where_asked(string before, string after, int exitCode)
    {
        var changed = Draft.Replace(before, after, StringComparison.Ordinal);

        Assert.Equal(exitCode, Compare(Draft, changed, "--exit-code").ExitCode);
        Assert.Equal(0, Compare(Draft, changed).ExitCode);
    }

    [Fact]
    public void One_paragraph_can_be_asked_for()
    {
        var changed = Draft
            .Replace("Encourages", "Urges", StringComparison.Ordinal)
            .Replace("seventieth", "seventy-first", StringComparison.Ordinal);

        var result = Compare(Draft, changed, "--paragraph", "OP1");

        Assert.Contains("seventy-first", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Urges", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "markdown")]
    [InlineData("--stat")]
    [InlineData("--side-by-side")]
    public void One_paragraph_can_be_asked_for_however_it_is_shown(params string[] options)
    {
        var changed = Draft
            .Replace("Encourages", "Urges", StringComparison.Ordinal)
            .Replace("seventieth", "seventy-first", StringComparison.Ordinal);

        var result = Compare(Draft, changed, ["--paragraph", "OP1", .. options]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("OP1", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("OP2", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_paragraph_is_shown_though_another_one_has_its_number_now()
    {
        var changed = Draft
            .Replace("1. Requests the Secretary-General to report to the General Assembly at its seventieth session;\n\n", "", StringComparison.Ordinal)
            .Replace("2. ", "1. ", StringComparison.Ordinal);

        var result = Compare(Draft, changed, "--paragraph", "OP1");

        Assert.Contains("OP1 (was OP2)", result.Output, StringComparison.Ordinal);
        Assert.Contains("old OP1  deleted", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exit_code_is_that_of_the_paragraph_asked_for()
    {
        var changed = Draft.Replace("Encourages", "Urges", StringComparison.Ordinal);

        Assert.Equal(0, Compare(Draft, changed, "--exit-code", "--paragraph", "OP1").ExitCode);
        Assert.Equal(1, Compare(Draft, changed, "--exit-code", "--paragraph", "OP2").ExitCode);
    }

    [Fact]
    public void A_paragraph_that_is_not_there_is_told_which_are()
    {
        var result = Compare(Draft, Draft, "--paragraph", "OP99");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith("draftdiff: neither text has a paragraph 'OP99'; choose one that the new text has: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("OP3", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("A/C.3/80/L.99\nEightieth session\nAgenda item 71\nCuba: amendment to draft resolution A/C.3/80/L.20\n\nReplace paragraph 2.\n", "(4,7): warning DD2005: this is an amendment, so it and a draft are not two texts of one draft")]
    [InlineData("A/C.3/80/L.20/Add.1\nEightieth session\n\nBrazil: draft resolution\n\nAdd Zambia to the sponsors.\n", "(4,9): warning DD2005: this is an addendum, so it and a draft are not two texts of one draft")]
    [InlineData("A/C.3/80/L.20/Corr.1\nEightieth session\n\nParagraph 2: for share read keep.\n", "(1,1): warning DD2005: this is a corrigendum, so it and a draft are not two texts of one draft")]
    [InlineData("A/C.3/80/L.1\nEightieth session\nNote by the Secretariat\n\nThere are three paragraphs.\n", "(3,1): warning DD2005: this is a note, so it and a draft are not two texts of one draft")]
    public void A_text_that_is_no_draft_is_compared_and_said_to_be_none(string text, string warning)
    {
        var result = Compare(Draft, text);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Encourages", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("new.txt" + warning + "\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
        Assert.EndsWith("old.txt" + warning + "\n", Compare(text, Draft).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_is_the_edit_script()
    {
        using var json = JsonDocument.Parse(Compare(Draft, Draft, "--format", "json").Output);

        Assert.Equal("draftdiff.diff/1", json.RootElement.GetProperty("format").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("summary").GetProperty("modified").GetInt32());
    }

    [Fact]
    public void Markdown_strikes_out_what_is_gone()
    {
        var result = Compare(Draft, Draft.Replace("Encourages", "Urges", StringComparison.Ordinal), "--format", "markdown");

        Assert.Contains("~~Encourages~~", result.Output, StringComparison.Ordinal);
        Assert.Contains("**Urges**", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_name_the_paragraph_that_changed_and_not_its_words()
    {
        var result = Compare(Draft, Draft.Replace("Encourages", "Urges", StringComparison.Ordinal), "--stat");

        Assert.Contains("OP2", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Urges", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Side_by_side_both_readings_stand_on_one_line()
    {
        var result = Compare(Draft, Draft.Replace("Encourages", "Urges", StringComparison.Ordinal), "--side-by-side", "--width", "120");

        Assert.Contains(
            result.Output.Split('\n'),
            line => line.Contains("Encourages", StringComparison.Ordinal) && line.Contains("Urges", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("always", true)]
    [InlineData("auto", false)]
    public void Colour_stays_out_of_a_pipe_unless_asked_for(string color, bool hasColor)
    {
        var result = Compare(Draft, Draft.Replace("Encourages", "Urges", StringComparison.Ordinal), "--color", color);

        Assert.Equal(hasColor, result.Output.Contains('\u001B', StringComparison.Ordinal));
    }

    [Fact]
    public void A_narrow_width_makes_more_lines()
    {
        var narrow = Compare(Draft, Draft, "--all", "--width", "30").Output.Split('\n');
        var wide = Compare(Draft, Draft, "--all", "--width", "200").Output.Split('\n');

        Assert.True(narrow.Length > wide.Length, $"{narrow.Length} lines at 30 cells, {wide.Length} at 200");
    }

    [Theory]
    [InlineData("-", "{0}")]
    [InlineData("{0}", "-")]
    public void Either_text_may_be_standard_input(string oldName, string newName)
    {
        var file = _folder.Write("draft.txt", Draft);

        var result = new Cli { Input = Draft }.Call(
            "diff", "--exit-code", oldName.Replace("{0}", file, StringComparison.Ordinal), newName.Replace("{0}", file, StringComparison.Ordinal));

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void A_byte_order_mark_and_another_encoding_are_no_change()
    {
        var plain = _folder.Write("plain.txt", Draft);
        var marked = _folder.Write("marked.txt", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Draft)]);
        var wide = _folder.Write("wide.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Draft)]);

        Assert.Equal(0, Cli.Run("diff", "--exit-code", plain, marked).ExitCode);
        Assert.Equal(0, Cli.Run("diff", "--exit-code", plain, wide).ExitCode);
    }

    [Fact]
    public void A_language_that_is_given_is_that_of_both_texts()
    {
        using var given = JsonDocument.Parse(Compare(Draft, Draft, "--format", "json", "--language", "es").Output);

        Assert.Equal("es", given.RootElement.GetProperty("old").GetProperty("language").GetString());
        Assert.Equal("es", given.RootElement.GetProperty("new").GetProperty("language").GetString());
    }

    [Fact]
    public void A_code_page_is_no_change_and_is_said()
    {
        var words = "L’Assemblée générale,\n\nRappelant sa résolution sur la sécheresse,\n\n1. Décide de rester saisie de la question.\n";
        var plain = _folder.Write("plain.txt", words);
        var old = _folder.Write("old.txt", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(words));

        var result = Cli.Run("diff", "--exit-code", old, plain);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"{old}(1,1): warning DD1003: read as windows-1252", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_said_and_the_rest_is_compared()
    {
        var old = _folder.Write("old.txt", Draft);
        var broken = _folder.Write("broken.txt", [0xFF, .. Encoding.UTF8.GetBytes(Draft)]);

        var result = Cli.Run("diff", old, broken);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"{broken}(1,1): warning DD1001: not valid UTF-8 from here: 1 byte could not be read\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("DD1001", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("This is no resolution.\n")]
    public void What_is_no_resolution_is_compared_all_the_same(string text)
    {
        Assert.Equal(0, Compare(text, text, "--exit-code").ExitCode);
        Assert.Equal(1, Compare(text, Draft, "--exit-code").ExitCode);
        Assert.Equal(1, Compare(Draft, text, "--exit-code").ExitCode);
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_compared()
    {
        var line = new StringBuilder();
        for (var number = 0; line.Length < 10_000_000; number++)
        {
            line.Append(System.Globalization.CultureInfo.InvariantCulture, $"Recalling resolution {number} of its session, ");
        }

        Assert.Equal(1, Compare(line.ToString(), line.Append("and no other").ToString(), "--exit-code").ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private CliResult Compare(string oldText, string newText, params string[] options) =>
        Cli.Run(["diff", _folder.Write("old.txt", oldText), _folder.Write("new.txt", newText), .. options]);
}
