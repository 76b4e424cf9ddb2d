using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>
/// Accepts or rejects the tracked changes of a part, as Word does: words go or stay, a paragraph whose mark goes becomes
/// one with the paragraph below it and takes that one's properties, and properties are the new ones or the old ones
/// (ECMA-376, part 1, 17.13.5).
/// </summary>
internal static class ChangeResolver
{
    private static readonly HashSet<XName> Ranges =
    [
        W.MovedFromStart, W.MovedFromEnd, W.MovedToStart, W.MovedToEnd,
        .. new[] { "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange", "customXmlMoveToRange" }
            .SelectMany(name => new[] { W.Namespace + (name + "Start"), W.Namespace + (name + "End") }),
    ];

    private static readonly Dictionary<XName, XName> PropertyChanges = new[]
    {
        ("pPrChange", "pPr"), ("rPrChange", "rPr"), ("sectPrChange", "sectPr"), ("tblPrChange", "tblPr"), ("tblPrExChange", "tblPrEx"),
        ("trPrChange", "trPr"), ("tcPrChange", "tcPr"), ("tblGridChange", "tblGrid"),
    }.ToDictionary(pair => W.Namespace + pair.Item1, pair => W.Namespace + pair.Item2);

    // What the properties of a paragraph hold beside what a change of them records.
    private static readonly HashSet<XName> NotOfChange = [W.RunProperties, W.SectionProperties];

    /// <summary>True for an element that tracks a change.</summary>
    public static bool IsChange(XElement element) =>
        element.Name == W.Inserted || element.Name == W.Deleted || element.Name == W.MovedFrom || element.Name == W.MovedTo
        || element.Name == W.CellInserted || element.Name == W.CellDeleted || PropertyChanges.ContainsKey(element.Name);

    /// <summary>Resolves all changes of a part.</summary>
    /// <returns>True where there were any.</returns>
    public static bool Resolve(XDocument? part, TrackedChanges how)
    {
        if (part?.Root is null)
        {
            return false;
        }

        var changes = part.Descendants().Where(IsChange).ToList();
        var ranges = part.Descendants().Where(element => Ranges.Contains(element.Name)).ToList();
        ranges.ForEach(range => range.Remove());
        if (changes.Count == 0)
        {
            return ranges.Count > 0;
        }

        var marks = new List<XElement>();
        foreach (var change in changes)
        {
            if (change.Document is null)
            {
                // It stood in what went.
                continue;
            }

            var stays = (change.Name == W.Inserted || change.Name == W.MovedTo || change.Name == W.CellInserted) == (how == TrackedChanges.Accept);
            if (PropertyChanges.TryGetValue(change.Name, out var properties))
            {
                ResolveProperties(change, properties, how);
            }
            else if (change.Parent?.Name == W.RunProperties && change.Parent.Parent?.Name == W.ParagraphProperties)
            {
                if (!stays && change.Parent.Parent.Parent is { } paragraph)
                {
                    marks.Add(paragraph);
                }

                change.Remove();
            }
            else if (change.Parent?.Name == W.TableRowProperties || change.Parent?.Name == W.TableCellProperties)
            {
                ResolveTable(change, stays);
            }
            else if (stays)
            {
                foreach (var element in change.Descendants().Where(element => element.Name == W.DeletedText || element.Name == W.DeletedInstruction))
                {
                    element.Name = element.Name == W.DeletedText ? W.Text : W.Instruction;
                }

                // Taken out first: what has a parent would be copied, and the changes in it with it.
                var content = change.Nodes().ToList();
                content.ForEach(node => node.Remove());
                change.ReplaceWith(content);
            }
            else
            {
                change.Remove();
            }
        }

        foreach (var group in marks.Where(paragraph => paragraph.Parent is not null).GroupBy(paragraph => paragraph.Parent!).ToList())
        {
            Join(group.Key, [.. group]);
        }

        return true;
    }

    private static void ResolveProperties(XElement change, XName properties, TrackedChanges how)
    {
        var parent = change.Parent!;
        change.Remove();
        if (how == TrackedChanges.Accept)
        {
            return;
        }

        parent.Elements().Where(element => !NotOfChange.Contains(element.Name)).Remove();
        parent.AddFirst(change.Element(properties)?.Elements() ?? []);
    }

    private static void ResolveTable(XElement change, bool stays)
    {
        var properties = change.Parent!;
        change.Remove();
        if (stays)
        {
            return;
        }

        var part = properties.Parent!;
        var table = part.Ancestors(W.Table).FirstOrDefault();
        part.Remove();
        if (table is not null && !table.Descendants(W.TableCell).Any())
        {
            table.Remove();
        }
    }

    /// <summary>Makes paragraphs whose marks go one with the paragraph behind them; in one pass, since there may be many.</summary>
    private static void Join(XElement parent, HashSet<XElement> going)
    {
        var children = parent.Nodes().ToList();
        parent.RemoveNodes();
        var kept = new List<XNode>(children.Count);
        var content = new List<XNode>();
        XElement? last = null;
        var hasParagraph = false;
        foreach (var node in children)
        {
            if (node is XElement paragraph && going.Contains(paragraph))
            {
                last = paragraph;
                content.AddRange(paragraph.Nodes().Where(each => each is not XElement { Name: var name } || name != W.ParagraphProperties));
                continue;
            }

            if (node is XElement { Name: var block } && last is not null
                && (block == W.Paragraph || block == W.Table || block == W.StructuredTag || block == W.SectionProperties))
            {
                Flush(block == W.Paragraph ? (XElement)node : null);
            }

            kept.Add(node);
            hasParagraph |= node is XElement { Name: var kind } && kind == W.Paragraph;
        }

        Flush(null);
        parent.Add(kept);

        // Behind the last of them: into the next paragraph, or where there is none a paragraph of what is left.
        void Flush(XElement? into)
        {
            if (last is null)
            {
                return;
            }

            if (into is null && (content.OfType<XElement>().Any(HasContent) || !hasParagraph || parent.Name == W.TableCell))
            {
                into = last;
                kept.Add(last);
                hasParagraph = true;
            }

            content.ForEach(each => each.Remove());
            if (into?.Element(W.ParagraphProperties) is { } properties)
            {
                properties.AddAfterSelf(content);
            }
            else
            {
                into?.AddFirst(content);
            }

            content.Clear();
            last = null;
        }
    }

    private static bool HasContent(XElement element) =>
        element.DescendantsAndSelf().Any(each => each.Name == W.Run || each.Name == W.BookmarkStart || each.Name == W.BookmarkEnd);
}
