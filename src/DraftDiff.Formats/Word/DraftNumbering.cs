using System.Globalization;
using System.Xml.Linq;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <summary>
/// The numbering of a document that is made from a draft: one list whose levels write numbers and letters as the draft
/// prints them.
/// </summary>
internal static class DraftNumbering
{
    /// <summary>The list that numbers all paragraphs, unless they begin anew where Word would not.</summary>
    public const int List = 1;

    private const int Left = 1267;
    private const int Step = 475;

    // What a level is likely to count in, the likeliest first.
    private static readonly string[] Outermost = ["decimal", "hindiNumbers", "chineseCounting"];
    private static readonly string[] Inner =
        ["lowerLetter", "lowerRoman", "decimal", "hindiNumbers", "arabicAbjad", "arabicAlpha", "russianLower", "upperLetter", "upperRoman", "chineseCounting"];

    /// <summary>True for a paragraph whose label a list can write: a number or a letter, and neither a heading's nor a footnote's.</summary>
    public static bool IsListed(Unit unit) =>
        unit is { Printed: not null, Section: Section.Preamble or Section.Operative or Section.Annex };

    /// <summary>True for a heading, in an annex too.</summary>
    public static bool IsHeading(Unit unit) =>
        unit.Section == Section.Heading || (unit is { Section: Section.Annex, Parent: < 0 } && unit.Label.AsSpan(unit.Label.LastIndexOf('.') + 1).StartsWith("H"));

    /// <summary>The numbering part, for all drafts whose paragraphs the document will hold.</summary>
    public static XDocument Create(params ReadOnlySpan<DraftTree> drafts)
    {
        var forms = new (string Format, string Text)?[WordNumbering.Levels];
        foreach (var draft in drafts)
        {
            foreach (var unit in draft.Units)
            {
                if (IsListed(unit) && unit.DepthIn(draft.Units) is < WordNumbering.Levels and var level)
                {
                    forms[level] ??= FormOf(unit.Printed!, level);
                }
            }
        }

        (string Format, string Text)[] usual = [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")];
        return new XDocument(new XElement(
            W.Numbering,
            new XAttribute(XNamespace.Xmlns + "w", W.Namespace.NamespaceName),
            new XElement(
                W.AbstractNumbering,
                new XAttribute(W.AbstractNumberingId, 0),
                Markup.Valued(W.Namespace + "multiLevelType", "multilevel"),
                forms.Select((form, level) => CreateLevel(level, form ?? (level < usual.Length ? usual[level] : ("decimal", $"%{level + 1}."))))),
            new XElement(W.NumberingInstance, new XAttribute(W.NumberingId, List), Markup.Valued(W.AbstractNumberingId, 0))));
    }

    private static XElement CreateLevel(int level, (string Format, string Text) form) => new(
        W.Level,
        new XAttribute(W.NumberingLevel, level),
        Markup.Valued(W.Start, 1),
        Markup.Valued(W.NumberFormat, form.Format),
        Markup.Valued(W.LevelText, form.Text),
        Markup.Valued(W.Namespace + "lvlJc", "left"),
        new XElement(
            W.ParagraphProperties,
            new XElement(
                W.Indent,
                new XAttribute(W.Namespace + "left", Left + (Step * Math.Max(0, level - 1))),
                new XAttribute(W.Namespace + "firstLine", Step))));

    /// <summary>How a label is written, if it can be the first of a list; null otherwise.</summary>
    private static (string Format, string Text)? FormOf(string label, int level)
    {
        if (label is "–" or "—" or "-" or "•" or "―")
        {
            return ("bullet", label);
        }

        foreach (var format in level == 0 ? Outermost : Inner)
        {
            var first = NumberText.Of(1, format);
            var at = label.IndexOf(first, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var (before, after) = (label[..at], label[(at + first.Length)..]);
            if (!(before + after).Any(c => char.IsLetterOrDigit(c) || c == '%'))
            {
                return (format, string.Create(CultureInfo.InvariantCulture, $"{before}%{level + 1}{after}"));
            }
        }

        return null;
    }
}
