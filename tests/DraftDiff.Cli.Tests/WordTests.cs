using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Word files in the commands.</summary>
public sealed class WordTests : IDisposable
{
    private const string Same = "Nothing changed: both documents say the same, word for word.\n";
    private readonly TemporaryFolder _folder = new();
    private readonly string _old;
    private readonly string _new;
    private readonly string _word;

    public WordTests()
    {
        _old = _folder.Write("old.txt", StoreFixture.Draft);
        _new = _folder.Write("new.txt", StoreFixture.DraftWith("information technology", "modern technology"));
        _word = _folder.At("redline.docx");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_redline_is_both_texts_in_one_Word_file()
    {
        Assert.Equal(new CliResult(0, "", ""), Cli.Run("redline", _old, _new, "-o", _word));

        Assert.Equal(Same, Cli.Run("diff", _word, _new, "--stat").Output.TrimStart());
        Assert.Equal(Same, Cli.Run("diff", _old, _word, "--revisions", "reject", "--stat").Output.TrimStart());
        Assert.Equal(
            $"{_word}(1,1): warning DD1005: this file has tracked changes; it was read as if all of them had been accepted\n",
            Cli.Run("diff", _word, _new).Error);
    }

    [Fact]
    public void The_changes_that_a_file_tracks_are_shown_as_a_redline()
    {
        Cli.Run("redline", _old, _new, "-o", _word);

        var result = Cli.Run("diff", "--revisions-of", _word);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("[-information-]", result.Output, StringComparison.Ordinal);
        Assert.Contains("{+modern+}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_over_a_Word_file_is_that_file_with_the_author_that_was_given()
    {
        Cli.Run("redline", _old, _old, "-o", _word);
        var filed = _folder.At("filed.docx");

        Assert.Equal(new CliResult(0, "", ""), Cli.Run("redline", _word, _new, "-o", filed, "--author", "Ecuador", "--date", "2042-05-06"));

        using var archive = System.IO.Compression.ZipFile.OpenRead(filed);
        using var document = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var markup = document.ReadToEnd();
        Assert.Contains("w:author=\"Ecuador\" w:date=\"2042-05-06T00:00:00Z\"", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Word_file_is_stored_shown_and_compared()
    {
        var store = _folder.At("drafts");
        Cli.Run("init", store);
        Cli.Run("redline", _old, _old, "-o", _word);

        Assert.Equal(0, Cli.Run("commit", "-C", store, _word, "--symbol", "A/C.2/72/L.39").ExitCode);

        Assert.Equal(Same, Cli.Run("diff", "-C", store, "A/C.2/72/L.39", _old, "--stat").Output.TrimStart());
        var clean = _folder.At("clean.docx");
        Assert.Equal(new CliResult(0, "", ""), Cli.Run("show", "-C", store, "A/C.2/72/L.39", "-o", clean));
        Assert.Equal(Same, Cli.Run("diff", clean, _old, "--stat").Output.TrimStart());
        Assert.StartsWith("<!DOCTYPE html>", Cli.Run("show", "-C", store, "A/C.2/72/L.39", "--format", "html").Output, StringComparison.Ordinal);
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", store).Output);
    }

    [Fact]
    public void A_folder_of_Word_files_is_imported()
    {
        var store = _folder.At("drafts");
        Cli.Run("init", store);
        Directory.CreateDirectory(_folder.At("texts"));
        Cli.Run("redline", _old, _old, "-o", _folder.At("texts/A_C.2_72_L.39.docx"));

        Assert.StartsWith("1 stored", Cli.Run("import", "-C", store, _folder.At("texts")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--author is for a Word file; leave it out, or end the name of the file with .docx", "--author", "A", "-o", "redline.html")]
    [InlineData("--date is for a Word file; leave it out, or end the name of the file with .docx", "--date", "2042-01-01", "-o", "-")]
    public void Options_of_Word_files_are_refused_elsewhere(string sentence, params string[] options) =>
        Assert.Equal(new CliResult(2, "", $"draftdiff: {sentence}\n"), Cli.Run(["redline", _old, _new, .. options]));

    [Fact]
    public void A_text_that_is_empty_is_written_as_all_that_came_or_went()
    {
        var empty = _folder.Write("empty.txt", "");

        foreach (var (old, @new) in (IEnumerable<(string, string)>)[(_old, empty), (empty, _old), (empty, empty)])
        {
            Assert.Equal(0, Cli.Run("redline", old, @new, "-o", _word).ExitCode);
            Assert.Equal(Same, Cli.Run("diff", _word, @new, "--stat").Output.TrimStart());
            Assert.Equal(Same, Cli.Run("diff", _word, old, "--revisions", "reject", "--stat").Output.TrimStart());
        }
    }

    [Fact]
    public void A_terminal_is_shown_no_Word_file() => Assert.Equal(
        new CliResult(2, "", "draftdiff: a Word file is for no terminal; name a file for it, such as -o redline.docx\n"),
        new Cli { OnTerminal = true }.Call("redline", _old, _new, "--format", "docx"));

    [Fact]
    public void Changes_of_a_text_are_none() => Assert.Equal(
        new CliResult(2, "", $"draftdiff: '{_old}' is no Word file (.docx) and no page, and has no tracked changes; leave out --revisions-of\n"),
        Cli.Run("diff", "--revisions-of", _old));

    [Theory]
    [InlineData("a", "b")]
    [InlineData("--revisions", "reject")]
    public void Changes_of_one_file_go_with_nothing_else(params string[] more) => Assert.Equal(
        new CliResult(2, "", "draftdiff: --revisions-of reads one file in both ways; leave out the texts and --revisions\n"),
        Cli.Run(["diff", "--revisions-of", "draft.docx", .. more]));

    [Fact]
    public void A_file_of_an_older_Word_is_told_what_it_is()
    {
        var file = _folder.At("draft.doc");
        File.WriteAllBytes(file, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);

        Assert.Equal(
            new CliResult(2, "", $"draftdiff: '{file}' is a file of an older Word (.doc); open it in Word and save it as .docx, or give --convert, where LibreOffice is installed\n"),
            Cli.Run("diff", file, _new));
    }

    [Fact]
    public void Texts_in_two_languages_are_no_Word_file()
    {
        var other = _folder.Write("fr.txt", "L’Assemblée générale,\n\nRappelant sa résolution 70/1 du 25 septembre 2015 et les autres résolutions,\n\n1. Décide de rester saisie de la question.\n");

        var result = Cli.Run("redline", _old, other, "-o", _word);

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith("; a Word file can track only changes of words\n", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_word));
    }
}
