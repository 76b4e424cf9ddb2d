using System.Globalization;
using CsCheck;
using DraftDiff.Rendering;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("\u001B[31m", "\\u001B[31m")]
    [InlineData("a\u0007", "a\\u0007")]
    [InlineData("\u009B2J", "\\u009B2J")]
    [InlineData("a\r\nb\tc", "a\\u000D\\u000Ab\\u0009c")]
    [InlineData("\u202Eevil", "\\u202Eevil")]
    [InlineData("\u2067a\u2069", "\\u2067a\\u2069")]
    [InlineData("a\u2028b\u2029", "a\\u2028b\\u2029")]
    [InlineData("soft\u00ADhyphen, no\u200Bwidth", "soft\\u00ADhyphen, no\\u200Bwidth")]
    [InlineData("\U000E0041", "\\U000E0041")]
    public void What_commands_a_terminal_or_hides_is_shown_as_an_escape(string text, string visible) =>
        Assert.Equal(visible, VisibleText.Of(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_shown_as_an_escape() => Assert.Equal("a\\uD800b", VisibleText.Of("a\uD800b"));

    [Theory]
    [InlineData("大会，“信息和通信技术”")]
    [InlineData("إن الجمعية العامة،")]
    [InlineData("می\u200Cخواهد")]
    [InlineData("L’Assemblée générale,\u00A0; e\u0301")]
    [InlineData("\U00020BB7")]
    public void What_a_reader_sees_stays_as_it_is(string text) => Assert.Equal(text, VisibleText.Of(text));

    [Fact]
    public void Nothing_that_commands_a_terminal_is_left_of_any_text() =>
        Gen.String[Gen.Char].Sample(text =>
            Assert.DoesNotContain(
                VisibleText.Of(text),
                c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));
}
