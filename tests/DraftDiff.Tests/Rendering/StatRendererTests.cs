using DraftDiff.Rendering;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class StatRendererTests
{
    [Fact]
    public void A_row_a_change_tells_how_many_words_came_and_went() =>
        Snapshot.Verify(Rendered.Text(output => StatRenderer.Render(Samples.English(), new TerminalOptions(80), output)));

    [Fact]
    public void Chinese_is_counted_in_characters() =>
        Snapshot.Verify(Rendered.Text(output => StatRenderer.Render(Samples.Chinese(), new TerminalOptions(50, ShowAll: true), output)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("；", 0)]
    [InlineData("the Secretary-General’s report, A/72/64", 4)]
    [InlineData("大会第 70/184 号决议，", 7)]
    [InlineData("تشجع الدول الأعضاء", 3)]
    public void Words_are_counted_as_drafters_count(string text, int words) => Assert.Equal(words, WordCount.Of(text));
}
