using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace DraftDiff.Formats.Pdf;

/// <summary>How the text of a page is turned: a landscape page that was put upright, a page that was scanned askew.</summary>
/// <param name="Quarters">The quarters of a circle, against the clock, from 0 to 3.</param>
/// <param name="Skew">What is left of the angle, in radians.</param>
internal readonly record struct Turning(int Quarters, double Skew = 0)
{
    private const double GreatestSkew = Math.PI / 36;
    private const double LeastSkew = 0.0005;
    private const double ShortestLetter = 0.01;

    /// <summary>How most letters of a page are turned.</summary>
    public static Turning Of(IReadOnlyList<Letter> letters)
    {
        var counts = new int[4];
        var skews = new List<double>();
        foreach (var letter in letters)
        {
            if (QuarterOf(letter) is >= 0 and var quarter)
            {
                counts[quarter]++;
            }
        }

        var most = Array.IndexOf(counts, counts.Max());
        foreach (var letter in letters)
        {
            if (QuarterOf(letter) == most)
            {
                skews.Add(AngleOf(letter) - (QuarterAt(AngleOf(letter)) * Math.PI / 2));
            }
        }

        skews.Sort();
        var skew = skews.Count == 0 ? 0 : skews[skews.Count / 2];
        return new Turning(most, Math.Abs(skew) < LeastSkew ? 0 : skew);
    }

    /// <summary>The quarters that a letter is turned by; -1 where it is askew as no page is, null where it is too narrow to tell.</summary>
    public static int? QuarterOf(Letter letter)
    {
        var (width, height) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        if (!(Math.Abs(width) + Math.Abs(height) >= ShortestLetter))
        {
            return null;
        }

        var quarter = QuarterAt(AngleOf(letter));
        return Math.Abs(AngleOf(letter) - (quarter * Math.PI / 2)) <= GreatestSkew ? (quarter + 4) % 4 : -1;
    }

    /// <summary>Where a point stands when the page is turned upright.</summary>
    public (double X, double Y) Upright(PdfPoint point)
    {
        if (this is { Quarters: 0, Skew: 0 })
        {
            return (point.X, point.Y);
        }

        var angle = -(Quarters * Math.PI / 2) - Skew;
        return ((point.X * Math.Cos(angle)) - (point.Y * Math.Sin(angle)), (point.X * Math.Sin(angle)) + (point.Y * Math.Cos(angle)));
    }

    private static double AngleOf(Letter letter) =>
        Math.Atan2(letter.EndBaseLine.Y - letter.StartBaseLine.Y, letter.EndBaseLine.X - letter.StartBaseLine.X);

    private static int QuarterAt(double angle) => (int)Math.Round(angle / (Math.PI / 2));
}
