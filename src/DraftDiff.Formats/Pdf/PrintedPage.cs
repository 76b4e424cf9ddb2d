using System.Text;
using DraftDiff.Text;
using UglyToad.PdfPig.Content;

namespace DraftDiff.Formats.Pdf;

/// <summary>A thin line that is drawn across a part of a page. Lengths are points, from the page's lower left corner.</summary>
internal readonly record struct DrawnRule(double Left, double Right, double Height);

/// <summary>What a page shows.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Width">Its width in points.</param>
/// <param name="Glyphs">What is written as most of the page is, in places where it stands upright.</param>
/// <param name="Turned">What is written in another direction, as the file has it.</param>
/// <param name="Rules">The rules that are drawn.</param>
/// <param name="HasImages">True where it shows pictures, or letters that are drawn and not written.</param>
/// <param name="IsDamaged">True where it may show more than could be read.</param>
internal sealed record PrintedPage(int Number, double Width, List<Glyph> Glyphs, List<string> Turned, List<DrawnRule> Rules, bool HasImages, bool IsDamaged = false)
{
    /// <summary>The text of a glyph of which the file does not say what letter it is.</summary>
    public const string Unknown = "\uFFFD";

    private const double ThickestRule = 2.5;
    private const double ShortestRule = 30;
    private const double SmallestSize = 0.1;
    private const double SamePlace = 0.15;
    private const double ThickestStroke = 0.15;
    private const int FewestPaths = 100;

    /// <summary>Reads what a page shows, turned upright where most of it is turned, and straight where it was scanned askew.</summary>
    public static PrintedPage Of(Page page)
    {
        var turn = Turning.Of(page.Letters);
        var glyphs = new List<Glyph>(page.Letters.Count);
        var turned = new List<StringBuilder>();
        var run = -1;
        foreach (var letter in page.Letters)
        {
            if (Turning.QuarterOf(letter) is not { } quarter || quarter == turn.Quarters)
            {
                AddGlyph(glyphs, letter, turn);
            }
            else if (letter.TextSequence == run)
            {
                turned[^1].Append(TextOf(letter.Value));
            }
            else
            {
                turned.Add(new StringBuilder(TextOf(letter.Value)));
                run = letter.TextSequence;
            }
        }

        return new PrintedPage(
            page.Number, turn.Quarters % 2 == 0 ? page.Width : page.Height, glyphs, [.. turned.Select(text => text.ToString())], RulesOf(page, turn), page.NumberOfImages > 0 || page.Paths.Count >= FewestPaths);
    }

    /// <summary>Reads a page that <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">Its writer came to an end.</exception>
    public static PrintedPage Read(BinaryReader reader)
    {
        var (number, width, hasImages, isDamaged) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadBoolean(), reader.ReadBoolean());
        var glyphs = ReadAll(reader, () => new Glyph(
            reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean(), reader.ReadBoolean()));
        var turned = ReadAll(reader, reader.ReadString);
        var rules = ReadAll(reader, () => new DrawnRule(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        return new PrintedPage(number, width, glyphs, turned, rules, hasImages, isDamaged);
    }

    /// <summary>Writes what the page shows for another process.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Number);
        writer.Write(Width);
        writer.Write(HasImages);
        writer.Write(IsDamaged);
        writer.Write(Glyphs.Count);
        foreach (var glyph in Glyphs)
        {
            writer.Write(glyph.Text);
            writer.Write(glyph.Left);
            writer.Write(glyph.Right);
            writer.Write(glyph.Baseline);
            writer.Write(glyph.Size);
            writer.Write(glyph.IsItalic);
            writer.Write(glyph.IsBold);
        }

        writer.Write(Turned.Count);
        Turned.ForEach(writer.Write);
        writer.Write(Rules.Count);
        foreach (var rule in Rules)
        {
            writer.Write(rule.Left);
            writer.Write(rule.Right);
            writer.Write(rule.Height);
        }
    }

    private static List<T> ReadAll<T>(BinaryReader reader, Func<T> read)
    {
        var items = new List<T>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            items.Add(read());
        }

        return items;
    }

    private static void AddGlyph(List<Glyph> glyphs, Letter letter, Turning turn)
    {
        var text = TextOf(letter.Value);
        var (start, baseline) = turn.Upright(letter.StartBaseLine);
        var (end, _) = turn.Upright(letter.EndBaseLine);
        var (left, right) = (Math.Min(start, end), Math.Max(start, end));
        var size = Math.Max(Math.Abs(letter.PointSize), SmallestSize);
        if (!double.IsFinite(left + right + size + baseline))
        {
            return;
        }

        // The stroke that lengthens an Arabic word, which some programs call a star.
        if (text == "*" && Math.Abs(letter.BoundingBox.Height) < size * ThickestStroke)
        {
            text = VisualOrder.Tatweel;
        }

        // Bold that a font lacks is printed by printing a letter twice, a little apart.
        if (glyphs.Count > 0 && text is not (" " or VisualOrder.Tatweel) && glyphs[^1] is var last && last.Text == text
            && Math.Abs(last.Left - left) < size * SamePlace && Math.Abs(last.Baseline - baseline) < size * SamePlace)
        {
            glyphs[^1] = last with { IsBold = true };
            return;
        }

        glyphs.Add(new Glyph(text, left, right, baseline, size, IsItalic(letter), IsBold(letter)));
    }

    private static string TextOf(string? value)
    {
        // Fonts that lack a letter give a zero for it.
        if (string.IsNullOrEmpty(value) || value == "\0")
        {
            return Unknown;
        }

        if (value.Length == 1 && value[0] is > ' ' and <= '~')
        {
            return value;
        }

        var folded = CompatibilityForms.Fold(value);
        return string.IsNullOrWhiteSpace(folded) && !folded.Contains('\u00A0') ? " "
            : folded.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0 ? folded.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ')
            : folded;
    }

    private static bool IsItalic(Letter letter) =>
        letter.FontDetails.IsItalic || NameHas(letter, "Italic") || NameHas(letter, "Oblique") || NameHas(letter, "Kai");

    private static bool IsBold(Letter letter) => letter.FontDetails.IsBold || NameHas(letter, "Bold") || NameHas(letter, "Black") || NameHas(letter, "Hei");

    private static bool NameHas(Letter letter, string word) => letter.FontName?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static List<DrawnRule> RulesOf(Page page, Turning turn)
    {
        var rules = new List<DrawnRule>();
        foreach (var path in page.Paths)
        {
            if ((path.IsFilled || path.IsStroked) && path.GetBoundingRectangle() is { } box)
            {
                var (left, bottom) = turn.Upright(box.BottomLeft);
                var (right, top) = turn.Upright(box.TopRight);
                if (Math.Abs(top - bottom) <= ThickestRule && Math.Abs(right - left) >= ShortestRule)
                {
                    rules.Add(new DrawnRule(Math.Min(left, right), Math.Max(left, right), Math.Max(bottom, top)));
                }
            }
        }

        return rules;
    }
}
