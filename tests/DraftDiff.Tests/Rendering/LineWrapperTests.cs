using CsCheck;
using DraftDiff.Rendering;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class LineWrapperTests
{
    private const string Closing = "，。；：、》”）";
    private const string Opening = "《“（";

    private static readonly Gen<string> ChineseText =
        Gen.OneOf("大会", "决议", "年", "2017", "A/RES/70/1", " ", "，", "。", "”", "》", "“", "《", "（", "）").Array[0, 40].Select(pieces => SetPunctuation(string.Concat(pieces)));

    private static readonly Gen<string> AnyText =
        Gen.OneOf("Requests", "-", "e\u0301", "شَ", "\U00020BB7", "会", "，", "（", " ", "1").Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> SixLanguages =
        Gen.OneOf("Requests", "l'État", "Генеральная", "القرار", "شَكل", "大会第七十二届会议", "2030", "e\u0301", "会\u0301", "\u00AD", "-", "，", "（", "«", "»", "؛", "\U00020BB7", " ", " ", " ")
            .Array[0, 40].Select(string.Concat);

    [Theory]
    [InlineData("Requests the Secretary-General to report", 20, "Requests the|Secretary-General to|report")]
    [InlineData("Requests the Secretary-General", 30, "Requests the Secretary-General")]
    [InlineData("in 2017-2018 and", 9, "in|2017-2018|and")]
    [InlineData("大会第七十二届会议", 8, "大会第七|十二届会|议")]
    [InlineData("回顾其决议，表示", 10, "回顾其决|议，表示")]
    [InlineData("题为《变革我们》的", 6, "题为|《变革|我们》|的")]
    [InlineData("第 70/184 号决议", 9, "第 70/184|号决议")]
    [InlineData("", 10, "")]
    public void Lines_end_at_spaces_and_between_Han_characters_and_never_at_a_hyphen(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', Wrap(text, width)));

    [Fact]
    public void A_word_that_is_longer_than_a_line_is_broken() =>
        Assert.Equal(["Inter", "natio", "nal"], Wrap("International", 5));

    [Fact]
    public void No_line_ends_with_a_mark_and_a_space()
    {
        StyledText[] texts = [new("debt", TextStyle.Plain), new(",", TextStyle.Deleted, "[-", "-]"), new(" and", TextStyle.Inserted, "{+", "+}"), new(" more", TextStyle.Plain)];

        Assert.Equal(["debt[-,-]", "{+ and+} more"], Wrap(texts, 13));
    }

    [Fact]
    public void Marks_stay_with_the_words_at_their_ends()
    {
        var lines = Wrap(
            [
                new StyledText("Requests ", TextStyle.Plain),
                new StyledText("the Committee", TextStyle.Deleted, "[-", "-]"),
                new StyledText("the Council", TextStyle.Inserted, "{+", "+}"),
                new StyledText(", again", TextStyle.Plain),
            ],
            15);

        Assert.Equal(["Requests [-the", "Committee-]", "{+the", "Council+},", "again"], lines);
    }

    [Fact]
    public void A_piece_without_words_stands_on_no_line()
    {
        List<LinePiece> line = [];
        var wrapper = new LineWrapper([new StyledText("", TextStyle.Strong), new StyledText("Requests ", TextStyle.Plain), new StyledText("", TextStyle.Strong), new StyledText(" ", TextStyle.Strong)], 10, line);

        Assert.True(wrapper.MoveNext());
        Assert.Equal(["Requests"], line.Select(piece => piece.Words.ToString()));
        Assert.False(wrapper.MoveNext());
    }

    [Theory]
    [InlineData("a", 10)]
    [InlineData("会", 5)]
    [InlineData("e\u0301", 10)]
    [InlineData("，", 5)]
    [InlineData("word ", 2)]
    public async Task A_text_of_any_length_costs_what_its_lines_cost(string piece, int piecesOnALine)
    {
        // Would not end in time if a line were looked for in all that follows it.
        var lines = await Task.Run(() => Wrap([.. Enumerable.Repeat(new StyledText(piece, TextStyle.Plain), 200_000 * piecesOnALine)], 10)).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(200_000, lines.Count);
    }

    [Fact]
    public void Wrapping_loses_nothing_but_spaces_at_the_ends_of_lines() =>
        Gen.Select(AnyText, Gen.Int[2, 30]).Sample((text, width) =>
        {
            var rest = text;
            foreach (var line in Wrap(text, width))
            {
                Assert.StartsWith(line, rest, StringComparison.Ordinal);
                rest = rest[line.Length..].TrimStart(' ');
            }

            Assert.Equal("", rest);
        });

    [Fact]
    public void Lines_end_where_they_do_if_each_character_is_a_piece_of_its_own() =>
        Gen.Select(SixLanguages, Gen.Int[2, 30]).Sample((text, width) =>
        {
            StyledText[] pieces = [.. Clusters.Of(text).Select(cluster => new StyledText(text.Substring(cluster.Start, cluster.Length), TextStyle.Plain))];

            Assert.Equal(Wrap(pieces, width), Wrap(text, width));
        });

    [Fact]
    public void No_line_is_wider_than_the_page() =>
        Gen.Select(AnyText, Gen.Int[2, 30]).Sample((text, width) =>
            Assert.All(Wrap(text, width), line => Assert.InRange(CellWidth.Of(line), 0, width)));

    [Fact]
    public void No_line_begins_within_a_character() =>
        Gen.Select(AnyText, Gen.Int[2, 30]).Sample((text, width) =>
            Assert.All(Wrap(text, width).Where(line => line.Length > 0), line =>
                Assert.False(char.IsLowSurrogate(line[0]) || line[0] is '\u0301' or 'َ')));

    [Fact]
    public void No_line_begins_with_closing_punctuation_or_ends_with_opening_punctuation() =>
        Gen.Select(ChineseText, Gen.Int[2, 30]).Where((text, width) => LongestPunctuated(text) <= width).Sample((text, width) =>
        {
            var lines = Wrap(text, width);
            Assert.All(lines.Skip(1), line => Assert.False(Closing.Contains(line[0]), line));
            Assert.All(lines.SkipLast(1), line => Assert.False(Opening.Contains(line[^1]), line));
        });

    /// <summary>A text as it is typed: no space stands at its ends, before closing or after opening punctuation.</summary>
    private static string SetPunctuation(string text)
    {
        var kept = text.Where((c, i) => c != ' '
            || !(Closing.Contains(text[i..].TrimStart(' ').FirstOrDefault('.')) || Opening.Contains(text[..i].TrimEnd(' ').LastOrDefault('.'))));
        return string.Concat(kept).Trim(' ');
    }

    private static List<string> Wrap(string text, int width) => Wrap([new StyledText(text, TextStyle.Plain)], width);

    private static List<string> Wrap(StyledText[] texts, int width)
    {
        List<string> lines = [];
        foreach (var line in new LineWrapper(texts, width, []))
        {
            lines.Add(string.Concat(line.ToArray().Select(piece => $"{piece.Open}{piece.Words}{piece.Close}")));
        }

        return lines;
    }

    /// <summary>The cells of the longest piece that the rules of punctuation keep together; a page narrower than that breaks them.</summary>
    private static int LongestPunctuated(string text) =>
        text.Split(' ').SelectMany(PunctuatedPieces).Max(piece => CellWidth.Of(piece));

    private static IEnumerable<string> PunctuatedPieces(string word)
    {
        var start = 0;
        for (var i = 1; i < word.Length; i++)
        {
            var isHan = word[i] > '\u2E80' || word[i - 1] > '\u2E80';
            if (isHan && !Closing.Contains(word[i]) && !Opening.Contains(word[i - 1]))
            {
                yield return word[start..i];
                start = i;
            }
        }

        yield return word[start..];
    }
}
