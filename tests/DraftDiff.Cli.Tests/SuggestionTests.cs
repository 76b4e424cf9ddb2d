using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>What is said of a name that there is not: the one that was most likely meant, as it can be written.</summary>
public sealed class SuggestionTests : IDisposable
{
    private const string Resolution = "S/RES/1540 (2004)";

    private readonly StoreFixture _store = new();
    private readonly TemporaryFolder _folder = new();

    public SuggestionTests()
    {
        _store.StoreText(StoreFixture.Draft, "A/C.2/72/L.39");
        _store.StoreText(StoreFixture.DraftWith("Decides", "Decides also"), "A/C.2/72/L.39/Rev.1");
        _store.StoreText(StoreFixture.Draft, Resolution, "--follows", "none");
    }

    [Theory]
    [InlineData("A/C.2/72/L.93", "did you mean A/C.2/72/L.39?")]
    [InlineData("A/C.2/72/L.38", "did you mean A/C.2/72/L.39?")]
    [InlineData("A/C.2/72/L39", "did you mean A/C.2/72/L.39?")]
    [InlineData("A/C.2/72/L.3", "did you mean A/C.2/72/L.39 or A/C.2/72/L.39/Rev.1?")]
    [InlineData("A/C.2/72/L.39/Rev.2", "did you mean A/C.2/72/L.39/Rev.1?")]
    [InlineData("S/RES/1504 (2004)", "did you mean 'S/RES/1540 (2004)'?")]
    [InlineData("E/2016/L.5", "'draftdiff list' shows what it holds")]
    public void Every_command_that_takes_a_symbol_names_the_one_that_was_meant(string symbol, string hint)
    {
        var missing = $"draftdiff: the repository holds no {symbol}; {hint}\n";
        Assert.Equal(missing, _store.Run("show", symbol).Error);
        Assert.Equal(missing, _store.Run("show", $"{symbol}:OP1").Error);
        Assert.Equal(missing, _store.Run("log", symbol).Error);
        Assert.Equal(missing, _store.Run("log", $"{symbol}:OP1").Error);
        Assert.Equal(missing, _store.Run("log", symbol, "--phrase", "report").Error);
        Assert.Equal(missing, _store.Run("blame", symbol).Error);
        Assert.Equal(missing, _store.Run("stale", symbol, "--language", "fr").Error);
        var text = _folder.Write("draft.txt", StoreFixture.Draft);
        Assert.Equal($"draftdiff: there is no file '{symbol}', and the repository holds no {symbol}; {hint}\n", _store.Run("diff", symbol, text).Error);
        Assert.Equal($"draftdiff: there is no file '{symbol}', and the repository holds no {symbol}; {hint}\n", _store.Run("redline", text, symbol).Error);
        Assert.Equal(
            $"draftdiff: there is no {symbol} to follow; {(hint.StartsWith("did", StringComparison.Ordinal) ? hint : "store it first")}\n",
            _store.Run("commit", text, "--symbol", "A/C.2/72/L.70", "--follows", symbol).Error);
    }

    [Theory]
    [InlineData("HEADD", "the repository has no commit 'HEADD'; did you mean HEAD?")]
    [InlineData("mian", "the repository has no commit 'mian'; did you mean main?")]
    [InlineData("Rev.1", "the repository has no commit 'Rev.1'; did you mean A/C.2/72/L.39/Rev.1?")]
    [InlineData("nothing", "the repository has no commit 'nothing'; write a branch, a tag or a commit's id after the @")]
    public void A_revision_of_git_that_there_is_not_is_told_what_there_is(string revision, string sentence) =>
        Assert.Equal($"draftdiff: {sentence}\n", _store.Run("show", $"A/C.2/72/L.39@{revision}").Error);

    [Theory]
    [InlineData("show")]
    [InlineData("log")]
    [InlineData("blame")]
    public void A_label_alone_is_told_where_it_belongs(string command)
    {
        using var other = new StoreFixture();
        other.StoreText(StoreFixture.Draft, Resolution);
        Assert.Equal(
            "draftdiff: 'OP99' is the label of a paragraph, and no symbol; write the symbol of its text in front, such as 'S/RES/1540 (2004):OP99'\n",
            other.Run(command, "OP99").Error);
        Assert.Equal(
            "draftdiff: 'pp3' is the label of a paragraph, and no symbol; write the symbol of its text in front, such as A/C.2/72/L.39:pp3\n",
            Cli.Run(command, "-C", _folder.ToString(), "pp3").Error);
        Assert.Equal(
            $"draftdiff: {command} takes one name, and 'OP1' is one too many; for a paragraph of the text, write: draftdiff {command} 'S/RES/1540 (2004):OP1'\n",
            _store.Run(command, Resolution, "OP1").Error);
    }

    [Theory]
    [InlineData("show", "A/C.2/72/L.39 has no paragraph 'OP99'; it has opening, PP1, OP1 to OP3")]
    [InlineData("blame", "A/C.2/72/L.39 has no paragraph 'OP99'; it has opening, PP1, OP1 to OP3")]
    [InlineData("log", "the newest text of A/C.2/72/L.39 has no paragraph 'OP99', and none that was deleted was called so; it has opening, PP1, OP1 to OP3")]
    public void A_paragraph_that_there_is_not_is_told_which_there_are(string command, string sentence) =>
        Assert.Equal($"draftdiff: {sentence}\n", _store.Run(command, "A/C.2/72/L.39:OP99").Error);

    [Fact]
    public void A_match_of_paragraphs_that_there_are_not_is_told_which_there_are()
    {
        var text = _folder.Write("draft.txt", StoreFixture.DraftWith("Encourages", "Invites"));

        Assert.Equal(
            "draftdiff: --match OP9=OP1: the new text has no paragraph OP9; it has opening, PP1, OP1 to OP3\n",
            _store.Run("commit", text, "--symbol", "A/C.2/72/L.39/Rev.2", "--match", "OP9=OP1").Error);
        Assert.Equal(
            "draftdiff: --match OP1=OP9: the revision before has no paragraph OP9; it has opening, PP1, OP1 to OP3\n",
            _store.Run("commit", text, "--symbol", "A/C.2/72/L.39/Rev.2", "--match", "OP1=OP9").Error);
    }

    [Fact]
    public void A_paragraph_of_a_symbol_is_no_text_to_compare() => Assert.Equal(
        "draftdiff: 'A/C.2/72/L.39:OP1' names a paragraph, and whole texts are compared; leave out :OP1, and with diff show it alone with --paragraph OP1\n",
        _store.Run("diff", "A/C.2/72/L.39:OP1", "A/C.2/72/L.39/Rev.1").Error);

    [Fact]
    public void A_file_where_a_symbol_is_meant_is_told_what_reads_it()
    {
        var file = _folder.Write("a draft.txt", StoreFixture.Draft);

        Assert.Equal($"draftdiff: '{file}' is a file, and no symbol of a stored text; to see how it is read, write: draftdiff parse '{file}'\n", _store.Run("show", file).Error);
    }

    [Theory]
    [InlineData("old.txt", "Old.txt")]
    [InlineData("Odl.txt", "Old.txt")]
    [InlineData("Old.docx", "Old.txt")]
    [InlineData("A draft", "'A draft of 2017.txt'")]
    public void A_file_that_there_is_not_is_asked_for_by_the_name_of_one_that_there_is(string missing, string meant)
    {
        _folder.Write("Old.txt", StoreFixture.Draft);
        _folder.Write("A draft of 2017.txt", StoreFixture.Draft);
        var name = meant.StartsWith('\'') ? $"'{_folder.At(meant.Trim('\''))}'" : _folder.At(meant);

        Assert.Equal($"draftdiff: there is no file '{_folder.At(missing)}'; did you mean {name}?\n", Cli.Run("parse", _folder.At(missing)).Error);
    }

    [Fact]
    public void A_file_like_no_other_is_asked_for_by_no_name()
    {
        _folder.Write("Old.txt", StoreFixture.Draft);

        Assert.Equal($"draftdiff: there is no file '{_folder.At("new.md")}'; check its name and folder\n", Cli.Run("diff", _folder.At("new.md"), _folder.At("Old.txt")).Error);
    }

    [Fact]
    public void A_symbol_that_is_suggested_for_an_option_is_quoted_for_the_shell()
    {
        var file = _folder.Write("S_RES_1540 (2004).txt", StoreFixture.Draft);
        Assert.Equal($"draftdiff: '{file}' prints no symbol; give it with --symbol 'S/RES/1540 (2004)', if that is what its name says\n", _store.Run("commit", file).Error);

        var titled = "Non-proliferation of weapons\n\n" + StoreFixture.Draft;
        _store.StoreText(titled, "S/RES/1541 (2004)");
        Assert.Equal(
            "draftdiff: A/C.2/72/L.71 may be a later text of S/RES/1541 (2004); say so with --follows 'S/RES/1541 (2004)', or that it is a draft of its own with --follows none\n",
            _store.Run("commit", _folder.Write("titled.txt", titled), "--symbol", "A/C.2/72/L.71").Error);
    }

    [Fact]
    public void Names_with_spaces_are_quoted_in_the_command_that_is_meant()
    {
        var (old, @new) = (_folder.Write("an old.txt", ""), _folder.Write("new.txt", ""));

        Assert.Equal($"draftdiff: there is no command '{old}'; to compare the two files, write: draftdiff diff '{old}' {@new}\n", Cli.Run(old, @new).Error);
    }

    [Fact]
    public void Where_there_is_no_repository_it_is_said_how_to_have_one()
    {
        foreach (var command in new[] { "show", "log", "blame" })
        {
            Assert.Equal(
                $"draftdiff: there is no repository in or around '{_folder}'; make one with 'draftdiff init', or name it with -C\n",
                Cli.Run(command, "-C", _folder.ToString(), "A/C.2/72/L.39").Error);
        }

        var file = _folder.Write("draft.txt", StoreFixture.Draft);
        Assert.Equal($"draftdiff: '{file}' is a file; name a folder\n", Cli.Run("list", "-C", file).Error);
        Assert.Equal("draftdiff: there is no folder 'nowhere'; check its name\n", Cli.Run("list", "-C", "nowhere").Error);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
