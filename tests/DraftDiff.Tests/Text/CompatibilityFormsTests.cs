using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Text;

/// <summary>The forms in which fonts draw letters are the letters.</summary>
public sealed class CompatibilityFormsTests
{
    [Theory]
    [InlineData("\u2F06", "\u4E8C")]
    [InlineData("\u2ED3", "\u957F")]
    [InlineData("\u2F3E", "\u6237")]
    [InlineData("\uFEE3\uFEB8\uFEAE\uFEED\uFECB", "\u0645\u0634\u0631\u0648\u0639")]
    [InlineData("\uFEFB", "\u0644\u0627")]
    [InlineData("\uFE76", "\u064E")]
    [InlineData("e\uFB03cient", "efficient")]
    public void Forms_are_folded_to_letters(string form, string letters) => Assert.Equal(letters, CompatibilityForms.Fold(form));

    [Theory]
    [InlineData("")]
    [InlineData("The General Assembly,\u00B9")]
    [InlineData("\u5927\u4F1A\uFF0C\uFF08\u4E00\uFF09")]
    [InlineData("\u0625\u0646 \u0627\u0644\u062C\u0645\u0639\u064A\u0629")]
    public void Letters_and_what_says_something_of_its_own_stay(string text) => Assert.Same(text, CompatibilityForms.Fold(text));
}
