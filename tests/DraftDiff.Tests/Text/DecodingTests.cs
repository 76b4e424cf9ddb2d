using System.Text;
using CsCheck;
using DraftDiff.Diagnostics;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Text;

public sealed class DecodingTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void The_same_words_are_read_from_every_encoding(string encodingName, bool marked)
    {
        const string words = "大会，\r\nThe General Assembly, إن الجمعية العامة، 𠀀";
        var encoding = Encoding.GetEncoding(encodingName);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(words)];

        var text = SourceText.Decode("draft.txt", bytes);

        Assert.Equal(words, text.Content);
        Assert.Empty(text.Diagnostics);
        Assert.Equal(bytes, Encode(text));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text_but_a_second_one_is()
    {
        var text = SourceText.Decode("draft.txt", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, (byte)'a']);

        Assert.Equal("\uFEFFa", text.Content);
    }

    [Fact]
    public void A_text_of_no_bytes_is_empty()
    {
        var text = SourceText.Decode("draft.txt", []);

        Assert.Equal("", text.Content);
        Assert.Empty(text.Diagnostics);
    }

    [Fact]
    public void What_is_not_valid_is_replaced_and_said_once_where_it_begins()
    {
        // A continuation byte alone, and a character of three bytes that ends after two: two places, three bytes.
        var text = SourceText.Decode("draft.txt", [(byte)'a', 0x80, (byte)'b', 0xE5, 0xA4, (byte)'c']);

        Assert.Equal("a\uFFFDb\uFFFDc", text.Content);
        var diagnostic = Assert.Single(text.Diagnostics);
        Assert.Equal("DD1001", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(new TextSpan(1, 1), diagnostic.Span);
        Assert.Equal("not valid UTF-8 from here: 3 bytes could not be read", diagnostic.Message);
    }

    [Fact]
    public void A_character_cut_off_at_the_end_is_replaced()
    {
        var text = SourceText.Decode("draft.txt", [(byte)'a', 0xE5]);

        Assert.Equal("a\uFFFD", text.Content);
        Assert.Equal("not valid UTF-8 from here: 1 byte could not be read", Assert.Single(text.Diagnostics).Message);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00, 0xFD, 0xFF, 0x63 }, 3)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x00, 0x00, 0x62, 0xFF, 0xFD, 0x00 }, 3)]
    public void Half_characters_of_UTF_16_are_replaced_and_replacements_of_its_own_are_text(byte[] bytes, int unreadable)
    {
        var text = SourceText.Decode("draft.txt", bytes);

        Assert.Equal("a\uFFFDb\uFFFD\uFFFD", text.Content);
        var diagnostic = Assert.Single(text.Diagnostics);
        Assert.Equal(new TextSpan(1, 1), diagnostic.Span);
        Assert.Equal($"not valid UTF-16 from here: {unreadable} bytes could not be read", diagnostic.Message);
    }

    [Fact]
    public void Bytes_are_read_as_the_Unicode_Standard_replaces_them() =>
        Gen.Byte.Array.Sample(bytes =>
        {
            var text = SourceText.Decode("draft.txt", [(byte)'.', .. bytes]);

            Assert.Equal("." + Encoding.UTF8.GetString(bytes), text.Content);
            Assert.Equal(text.Diagnostics.IsEmpty, Encode(text).AsSpan().SequenceEqual([(byte)'.', .. bytes]));
        });

    [Fact]
    public void A_text_that_was_valid_gives_its_bytes_back() =>
        Gen.Select(Gen.String, Gen.Int[0, 3]).Sample((words, which) =>
        {
            Encoding encoding = which switch
            {
                0 => new UTF8Encoding(false),
                1 => new UTF8Encoding(true),
                2 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
                _ => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            };
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(words)];

            Assert.Equal(bytes, Encode(SourceText.Decode("draft.txt", bytes)));
        });

    private static byte[] Encode(SourceText text) => [.. text.Encoding.Preamble, .. text.Encoding.GetBytes(text.Content)];
}
