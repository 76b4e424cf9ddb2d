using System.Text.Json;
using CsCheck;
using Xunit;

namespace DraftDiff.Versioning.Tests;

/// <summary>What is known of a revision is read back from its file, and people can read it there.</summary>
public sealed class RecordJsonTests
{
    private static readonly RevisionRecord Full = new()
    {
        Symbol = "A/C.2/72/L.39/Rev.1",
        Language = "zh",
        Kind = "draft",
        Follows = "A/C.2/72/L.39",
        Date = "2017-11-28",
        Reader = "text",
        Source = "0123456789abcdef0123456789abcdef01234567.txt",
        Masthead = [new FieldRecord("title", "<大会> & \"议程\" 'و' ё[^12]"), new FieldRecord("language", "Original: Français – العربية")],
        Match = ["OP9=OP12", "OP10=new"],
    };

    [Fact]
    public void A_full_record_comes_back() => AssertReadBack(Full);

    [Fact]
    public void A_record_that_says_only_what_it_must_comes_back_and_names_nothing_else()
    {
        var record = new RevisionRecord { Symbol = "A/72/L.5", Language = "en", Reader = "text", Source = "x.txt", Masthead = [] };

        Assert.Equal(
            """
            {
              "format": "draftdiff.revision/1",
              "symbol": "A/72/L.5",
              "language": "en",
              "reader": "text",
              "source": "x.txt",
              "masthead": []
            }
            """.ReplaceLineEndings("\n"),
            Write(record));
        AssertReadBack(record);
    }

    [Fact]
    public void Letters_of_all_languages_stand_in_the_file_as_they_are()
    {
        var text = Write(Full);

        Assert.Contains("\"<大会> & \\\"议程\\\" 'و' ё[^12]\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Original: Français – العربية\"", text, StringComparison.Ordinal);
        Assert.Contains("\"OP9=OP12\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Any_words_come_back() =>
        Gen.Char.Where(letter => !char.IsSurrogate(letter)).Array[0, 12].Select(letters => new string(letters)).Array[0, 3].Sample(words =>
            AssertReadBack(Full with { Masthead = [.. words.Select(word => new FieldRecord(word, word))], Match = [.. words], Kind = words.FirstOrDefault() }));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"symbol\": \"A/72/L.5\", \"language\": \"en\", \"reader\": \"text\", \"source\": \"x.txt\"}")]
    [InlineData("{\"symbol\": 5, \"language\": \"en\", \"reader\": \"text\", \"source\": \"x.txt\", \"masthead\": []}")]
    [InlineData("{\"symbol\": null, \"language\": \"en\", \"reader\": \"text\", \"source\": \"x.txt\", \"masthead\": []}")]
    [InlineData("{\"symbol\": \"A/72/L.5\", \"language\": \"en\", \"reader\": \"text\", \"source\": \"x.txt\", \"masthead\": null}")]
    [InlineData("{\"symbol\": \"A/72/L.5\", \"language\": \"en\", \"reader\": \"text\", \"source\": \"x.txt\", \"masthead\": [{\"label\": \"title\"}]}")]
    public void A_record_that_lacks_something_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(text, RecordJson.Readable.RevisionRecord));

    [Fact]
    public void What_a_later_version_adds_is_passed_over() =>
        Assert.Equal("A/72/L.5", JsonSerializer.Deserialize("{\"symbol\": \"A/72/L.5\", \"later\": 1}", RecordJson.Readable.DraftRecord)?.Symbol);

    private static string Write(RevisionRecord record) => JsonSerializer.Serialize(record, RecordJson.Readable.RevisionRecord);

    private static void AssertReadBack(RevisionRecord record)
    {
        var read = JsonSerializer.Deserialize(Write(record), RecordJson.Readable.RevisionRecord)!;

        Assert.Equal(record with { Masthead = [], Match = null }, read with { Masthead = [], Match = null });
        Assert.Equal(record.Masthead, read.Masthead.AsEnumerable());
        Assert.Equal(record.Match?.ToArray(), read.Match?.ToArray());
    }
}
