using DraftDiff.Rendering;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class MarkdownRendererTests
{
    [Fact]
    public void A_comparison_can_be_pasted_into_a_message() =>
        Snapshot.Verify(Rendered.Text(output => MarkdownRenderer.Render(Samples.English(), showAll: false, output)), "md");

    [Fact]
    public void What_has_the_label_that_is_asked_for_is_shown_alone() =>
        Snapshot.Verify(Rendered.Text(output => MarkdownRenderer.Render(Samples.Chinese(), showAll: false, output, paragraph: "OP3")), "md");

    [Theory]
    [InlineData("*must* `not` <b>be</b> [taken](for) & #1 | ~~_Markdown_~~ \\ $", "\\*must\\* \\`not\\` &lt;b&gt;be&lt;/b&gt; \\[taken\\](for) &amp; \\#1 \\| \\~\\~\\_Markdown\\_\\~\\~ \\\\ \\$")]
    [InlineData("\u001B[31m", "\\\\u001B\\[31m")]
    [InlineData("决议，“信息”（A/RES/70/1）", "决议，“信息”（A/RES/70/1）")]
    public void Words_are_not_taken_for_Markdown(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));

    [Theory]
    [InlineData("1. Decides", "1\\. Decides")]
    [InlineData("12) Decides", "12\\) Decides")]
    [InlineData("- Decides", "\\- Decides")]
    [InlineData("+ Decides", "\\+ Decides")]
    [InlineData("2017", "2017")]
    [InlineData("(a) Decides 1. and -", "(a) Decides 1. and -")]
    public void Words_at_the_start_of_a_line_are_not_taken_for_a_list(string text, string escaped) =>
        Assert.Equal(escaped, Draw(text));

    [Theory]
    [InlineData("the [-old-]{+new+} words", "the ~~old~~**new** words")]
    [InlineData("决议[-草案-]案文", "决议~~草案~~案文")]
    [InlineData("决议{+，请+}秘书长", "决议<strong>，请</strong>秘书长")]
    [InlineData("决议[-案文，-]秘书长", "决议<del>案文，</del>秘书长")]
    [InlineData("决议，{+（请）+}。", "决议，**（请）**。")]
    [InlineData("a{+ +}b", "a<strong> </strong>b")]
    [InlineData("[-old-]{+new+}{~newer~}", "~~old~~**newnewer**")]
    public void Marks_that_Markdown_would_not_take_for_marks_are_tags(string edits, string markdown) =>
        Assert.Equal(markdown, Draw(edits));

    private static string Draw(string edits)
    {
        var draft = new DraftSketch("draft").Operative(1, "words");
        var change = new ComparisonSketch(draft, draft).Reworded("OP1", "OP1", edits).ToComparison().Script.Changes[0];
        return MarkdownText.Of(Assert.Single(Redline.PartsOf(change)).Edits);
    }
}
