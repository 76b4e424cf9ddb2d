using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>The day that a text bears, as a day of the calendar.</summary>
public sealed class DateTests
{
    [Theory]
    [InlineData("en", "22 November 2017", "2017-11-22")]
    [InlineData("en", "Original: English 1 March 2018", "2018-03-01")]
    [InlineData("fr", "1er mars 2018", "2018-03-01")]
    [InlineData("fr", "22 décembre 2017", "2017-12-22")]
    [InlineData("es", "22 de noviembre de 2017", "2017-11-22")]
    [InlineData("ru", "22 ноября 2017 года", "2017-11-22")]
    [InlineData("zh", "2017年11月22日", "2017-11-22")]
    [InlineData("zh", "22 November 2017", "2017-11-22")]
    [InlineData("ar", "22 تشرين الثاني/نوفمبر 2017", "2017-11-22")]
    [InlineData("en", "31 November 2017", null)]
    [InlineData("en", "November 2017", null)]
    [InlineData("en", "22 November", null)]
    [InlineData("en", "22 November 217", null)]
    public void The_date_of_the_masthead_is_a_day(string language, string date, string? day)
    {
        var masthead = $"{date}\n";
        var text = language switch
        {
            "en" => $"A/C.2/72/L.5\nDistr.: Limited\n{masthead}Original: English\n\nThe General Assembly,\n\n1. Decides to meet;\n",
            _ => $"A/C.2/72/L.5\n{masthead}",
        };

        Assert.Equal(day, Parse(text, language)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void That_of_the_adoption_says_more_than_that_of_the_paper()
    {
        const string body = "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n1. Decides to meet.\n";

        Assert.Equal(
            new DateOnly(2017, 12, 20),
            Parse($"A/RES/72/5\nDistr.: General\n18 January 2018\n\nResolution adopted by the General Assembly on 20 December 2017\n\n{body}", "en"));
        Assert.Equal(
            new DateOnly(2017, 12, 20),
            Parse($"A/RES/72/5\nDistr.: General\n18 January 2018\n\n{body}\n74th plenary meeting\n20 December 2017\n", "en"));
    }

    private static DateOnly? Parse(string text, string language) => DraftTree.Parse(SourceText.From(text), language).Date;
}
