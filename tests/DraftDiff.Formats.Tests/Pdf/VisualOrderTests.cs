using DraftDiff.Formats.Pdf;
using Xunit;

namespace DraftDiff.Formats.Tests.Pdf;

/// <summary>Lines as a page has them from left to right, and as they are read. Small letters stand for Hebrew, which has no forms.</summary>
public sealed class VisualOrderTests
{
    [Theory]
    [InlineData("cba", "abc")]
    [InlineData("fed cba", "abc def")]
    [InlineData("fed 2016 cba", "abc 2016 def")]
    [InlineData("fed 71/998 cba", "abc 71/998 def")]
    [InlineData(",fed A/RES/70/1 cba", "abc A/RES/70/1 def,")]
    [InlineData("fed New York cba", "abc New York def")]
    [InlineData("fed 5 - 3 cba", "abc 3 - 5 def")]
    [InlineData("cba\t1", "1\tabc")]
    [InlineData(".fed ,A/70/998\t1", "1\tA/70/998, def.")]
    public void Text_from_right_to_left_is_read_from_the_right(string seen, string read) => Assert.Equal(read, Read(seen, mirrors: false));

    [Theory]
    [InlineData("fed (cba) gh", "hg )abc( def", false)]
    [InlineData("fed (cba) gh", "hg (abc) def", true)]
    public void Brackets_that_stand_as_they_look_are_turned(string seen, string read, bool mirrors) => Assert.Equal(read, Read(seen, mirrors));

    [Fact]
    public void A_mark_stays_on_its_letter_wherever_its_glyph_begins()
    {
        List<Glyph> line = [GlyphAt("\u05D1", 0), GlyphAt("\u05B4", 3, 0.1), GlyphAt("\u05D0", 10)];

        Assert.Equal("\u05D0\u05D1\u05B4", string.Concat(VisualOrder.ToReading(line, Style(mirrors: false)).Select(glyph => glyph.Text)));
    }

    [Fact]
    public void The_number_of_a_footnote_stands_apart_from_the_symbol_that_it_begins_with()
    {
        List<Glyph> line = [.. Glyphs(".cba ,A/70 "), GlyphAt("1", 200) with { IsRaised = true }];

        Assert.Equal("1 A/70, abc.", Text(VisualOrder.ToReading(line, Style(mirrors: false))));
    }

    [Fact]
    public void Strokes_that_lengthen_a_word_are_left_out_and_one_behind_a_letter_alone_is_kept()
    {
        List<Glyph> line = [GlyphAt("\u062F", 0), GlyphAt(VisualOrder.Tatweel, 10), GlyphAt(VisualOrder.Tatweel, 20), GlyphAt("\u0645", 30), GlyphAt(" ", 40), GlyphAt(VisualOrder.Tatweel, 50), GlyphAt("\u0647", 60)];

        Assert.Equal("\u0647\u0640 \u0645\u062F", string.Concat(VisualOrder.ToReading(line, Style(mirrors: false)).Select(glyph => glyph.Text)));
    }

    private static string Read(string seen, bool mirrors) => Text(VisualOrder.ToReading(Glyphs(seen), Style(mirrors)));

    private static List<Glyph> Glyphs(string seen) =>
        [.. seen.Select((c, i) => GlyphAt(char.IsAsciiLetterLower(c) && !IsOfLatinWord(seen, i) ? ((char)('\u05D0' + c - 'a')).ToString() : c.ToString(), 10 * i))];

    // "New York" has small letters behind its capitals.
    private static bool IsOfLatinWord(string seen, int index)
    {
        while (index >= 0 && char.IsAsciiLetter(seen[index]))
        {
            if (char.IsAsciiLetterUpper(seen[index--]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Text(List<Glyph> read) =>
        string.Concat(read.SelectMany(glyph => glyph.Text).Select(c => c is >= '\u05D0' and <= '\u05E9' ? (char)('a' + c - '\u05D0') : c));

    private static Glyph GlyphAt(string text, double left, double width = 10) => new(text, left, left + width, 0, 10, IsItalic: false, IsBold: false);

    private static PageStyle Style(bool mirrors) => new(10, 1.2, HasSpaces: true, IsRightToLeft: true, mirrors);
}
