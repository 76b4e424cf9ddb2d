using CsCheck;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Text;

// The characters are written as escapes: an editor that normalizes would turn both sides into the same text.
public class NfcTests
{
    private static readonly Gen<string> AnyUtf16 = Gen.String[Gen.Char];

    // Letters that compose and marks that compose or are reordered, so that random texts of them are seldom normalized.
    private static readonly Gen<string> LettersAndMarks = Gen.String[Gen.Char[
        "aeosu \u0041\u00C5\u1E0B\u0438\u0627\u09C7\u1100\u1161\u11A8\uAC00\u0300\u0301\u0307\u030A\u0323\u0345\u0654\u09BE\u4E2D"]];

    [Theory]
    [InlineData("e\u0301", "\u00E9")] // French é
    [InlineData("A\u030A", "\u00C5")] // Å
    [InlineData("n\u0303", "\u00F1")] // Spanish ñ
    [InlineData("\u0438\u0306", "\u0439")] // Russian й
    [InlineData("\u0627\u0654", "\u0623")] // Arabic alef with hamza above
    [InlineData("\u0627\u0653", "\u0622")] // Arabic alef with madda
    [InlineData("u\u0308\u0304", "\u01D6")] // two marks on one letter
    [InlineData("\u1100\u1161", "\uAC00")] // Hangul of two letters
    [InlineData("\u1100\u1161\u11A8", "\uAC01")] // and of three
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\U00011099\U000110BA", "\U0001109A")] // Kaithi, outside the Basic Multilingual Plane
    public void A_letter_and_its_marks_become_one_character(string decomposed, string composed)
    {
        Assert.Equal(composed, Nfc.Normalize(decomposed));
        Assert.False(Nfc.IsNormalized(decomposed));
        Assert.True(Nfc.IsNormalized(composed));
    }

    [Theory]
    [InlineData("\u212B", "\u00C5")] // the sign of the angstrom
    [InlineData("\u2126", "\u03A9")] // the sign of the ohm
    [InlineData("\uF900", "\u8C48")] // a compatibility ideograph
    [InlineData("\U0002F800", "\u4E3D")] // and one of a supplementary plane
    [InlineData("\u2000", "\u2002")] // a space that is another one's double
    public void A_character_that_only_doubles_another_becomes_that_one(string doubled, string single)
    {
        Assert.Equal(single, Nfc.Normalize(doubled));
        Assert.False(Nfc.IsNormalized(doubled));
    }

    [Theory]
    [InlineData("\u0958", "\u0915\u093C")] // Devanagari qa
    [InlineData("\uFB1D", "\u05D9\u05B4")] // Hebrew yod with hiriq
    public void A_composed_character_that_is_excluded_from_composition_stays_decomposed(string composed, string decomposed)
    {
        Assert.Equal(decomposed, Nfc.Normalize(composed));
        Assert.True(Nfc.IsNormalized(decomposed));
    }

    [Theory]
    [InlineData("d\u0307\u0323", "\u1E0D\u0307")]
    [InlineData("d\u0323\u0307", "\u1E0D\u0307")]
    [InlineData("\u1E0B\u0323", "\u1E0D\u0307")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    public void Marks_above_and_below_have_one_order(string text, string ordered) =>
        Assert.Equal(ordered, Nfc.Normalize(text));

    [Fact]
    public void Marks_of_one_class_keep_their_order() =>
        Assert.Equal("q\u0301\u0300", Nfc.Normalize("q\u0301\u0300"));

    [Fact]
    public void A_mark_composes_past_one_of_another_class_but_not_past_one_of_its_own()
    {
        Assert.Equal("\u00E9\u0316", Nfc.Normalize("e\u0316\u0301"));
        Assert.Equal("e\u030D\u0301", Nfc.Normalize("e\u030D\u0301"));
    }

    [Theory]
    [InlineData("大会第七十二届会议，“信息和通信技术”，（决议草案）。")]
    [InlineData("Rappelant sa r\u00E9solution 70/1, \u00AB\u00A0Transformer notre monde\u00A0\u00BB\u00A0;")]
    [InlineData("\u0420\u0435\u0437\u043E\u043B\u044E\u0446\u0438\u0438 70/1 \u0438 \u0439")]
    [InlineData("\u0625\u0646 \u0627\u0644\u062C\u0645\u0639\u064A\u0629 \u0627\u0644\u0639\u0627\u0645\u0629\u060C")]
    [InlineData("\u0300 a mark with nothing before it")]
    [InlineData("\uFB01 \u2F06 \u2460 only compatible with other characters")]
    [InlineData("")]
    public void A_normalized_text_stays_as_it_is(string text)
    {
        Assert.True(Nfc.IsNormalized(text));
        Assert.Equal(text, Nfc.Normalize(text));
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("\uDC00\uD800")]
    [InlineData("a\uD834")]
    [InlineData("\uDD57\u4E2D")]
    public void A_surrogate_without_its_pair_stays_as_it_is(string text)
    {
        Assert.True(Nfc.IsNormalized(text));
        Assert.Equal(text + "\u00E9" + text, Nfc.Normalize(text + "e\u0301" + text));
    }

    [Fact]
    public void A_difference_is_found_wherever_it_stands_in_a_long_text()
    {
        for (var position = 0; position < 40; position++)
        {
            var text = new string('\u4E2D', position) + "e\u0301" + new string('\u6587', 40 - position);
            Assert.False(Nfc.IsNormalized(text));
            Assert.Equal(text.Replace("e\u0301", "\u00E9", StringComparison.Ordinal), Nfc.Normalize(text));
        }
    }

    [Fact]
    public void Thousands_of_marks_on_one_letter_are_put_in_order()
    {
        const int Pairs = 20_000;
        var text = "q" + string.Concat(Enumerable.Repeat("\u0307\u0323", Pairs));
        Assert.Equal("q" + new string('\u0323', Pairs) + new string('\u0307', Pairs), Nfc.Normalize(text));
    }

    [Fact]
    public void Normalizing_any_text_gives_a_normalized_one() =>
        Gen.OneOf(AnyUtf16, LettersAndMarks).Sample(text =>
        {
            var normalized = Nfc.Normalize(text);
            Assert.True(Nfc.IsNormalized(normalized));
            Assert.Equal(normalized, Nfc.Normalize(normalized));
        });

    [Fact]
    public void A_text_is_normalized_exactly_where_normalizing_changes_nothing() =>
        Gen.OneOf(AnyUtf16, LettersAndMarks).Sample(text =>
            Assert.Equal(Nfc.Normalize(text) == text, Nfc.IsNormalized(text)));

    [Fact]
    public void Normalized_texts_joined_where_a_letter_begins_are_normalized() =>
        Gen.Select(LettersAndMarks, LettersAndMarks).Sample((first, second) =>
        {
            var joined = Nfc.Normalize(first) + Nfc.Normalize("b" + second);
            Assert.True(Nfc.IsNormalized(joined));
        });

    [Fact]
    public void Normalizing_a_part_first_changes_nothing() =>
        Gen.Select(LettersAndMarks, LettersAndMarks).Sample((first, second) =>
            Assert.Equal(Nfc.Normalize(first + second), Nfc.Normalize(Nfc.Normalize(first) + second)));
}
