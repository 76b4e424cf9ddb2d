using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>
/// Writes the paragraphs of a body as a hierarchy, and those of a preamble as blocks: what stands under a heading or is
/// numbered under it is in its element, what stands under a paragraph in that of the paragraph.
/// </summary>
internal sealed class AknParagraphs(AknXml xml, AknIds ids, AknUnits units, AknWords words)
{
    private sealed record Container(string Id, string Prefix, bool IsHeading)
    {
        public int Headings { get; set; }

        public bool HasContent { get; set; }
    }

    /// <summary>Writes the units of a body that stand under no other.</summary>
    /// <param name="body">The units.</param>
    /// <param name="prefix">What all of them are numbered under.</param>
    /// <param name="parent">The eId of the document; null for the draft itself.</param>
    public void WriteBody(List<Unit> body, string prefix, string? parent)
    {
        if (body.Count == 0)
        {
            // A body is not empty.
            xml.Empty("p");
            return;
        }

        var open = new Stack<Container>();
        for (var i = 0; i < body.Count; i++)
        {
            var unit = body[i];
            var own = AknUnits.PrefixOf(unit);
            own = own.StartsWith(prefix, StringComparison.Ordinal) ? own : prefix;
            while (open.TryPeek(out var top) && !own.StartsWith(top.Prefix, StringComparison.Ordinal))
            {
                Close(open);
            }

            OpenPrefixes(open, own, prefix, parent);
            if (AknUnits.IsHeading(unit))
            {
                WriteHeaded(open, unit, own, parent);
                continue;
            }

            if (open.TryPeek(out var container))
            {
                container.HasContent = true;
            }

            var id = open.TryPeek(out container) ? container.Id : parent;
            if (AknUnits.IsPreambular(unit))
            {
                var end = i + 1;
                while (end < body.Count && AknUnits.IsPreambular(body[end]) && AknUnits.PrefixOf(body[end]) == AknUnits.PrefixOf(unit))
                {
                    end++;
                }

                WritePreamble(body[i..end], id);
                i = end - 1;
            }
            else
            {
                WriteParagraph(unit, null, id);
            }
        }

        while (open.Count > 0)
        {
            Close(open);
        }
    }

    /// <summary>Writes a unit as a line.</summary>
    public void WriteLine(Unit unit)
    {
        xml.StartLine("p");
        words.Write(unit);
        xml.End();
    }

    /// <summary>Writes a heading as an element of what it heads.</summary>
    public void WriteHeading(Unit unit, string parent, string name)
    {
        if (name == "heading")
        {
            words.WriteNumber(unit);
        }

        xml.StartLine(name);
        xml.Attribute("eId", ids.MakeOnly(parent, name));
        xml.Attribute("wId", ids.WorkIdOf(unit));
        words.Write(unit);
        xml.End();
    }

    /// <summary>Writes a paragraph as an element that holds blocks, what stands under it as lists.</summary>
    public void WriteItem(Unit unit, string element, string? parent)
    {
        var id = ids.Make(parent, element == "recital" ? "rec" : element, PositionOf(unit, null));
        xml.Start(element);
        xml.Attribute("eId", id);
        xml.Attribute("wId", ids.WorkIdOf(unit));
        words.WriteNumber(unit);
        WriteLine(unit);
        var isInList = false;
        foreach (var child in units.ChildrenOf(unit))
        {
            var isFlush = child.Parent != unit.Index || AknUnits.IsFlush(child, unit);
            if (isInList == isFlush)
            {
                isInList = !isFlush;
                if (isFlush)
                {
                    xml.End();
                }
                else
                {
                    xml.Start("blockList");
                    xml.Attribute("eId", ids.Make(id, "list", null));
                }
            }

            if (!isFlush)
            {
                WriteItem(child, "item", id);
                continue;
            }

            var isHeading = child.Parent != unit.Index && AknUnits.IsHeading(child);
            xml.StartLine(isHeading ? "block" : "p");
            xml.Attribute("wId", ids.WorkIdOf(child));
            xml.Attribute("name", isHeading ? "heading" : null);
            words.WriteWithNumber(child);
            xml.End();
        }

        if (isInList)
        {
            xml.End();
        }

        xml.End();
    }

    private void Close(Stack<Container> open)
    {
        open.Pop();
        xml.End();
    }

    /// <summary>Opens the parts, sections and quoted drafts that a prefix names and that are not open.</summary>
    private void OpenPrefixes(Stack<Container> open, string own, string prefix, string? parent)
    {
        var from = open.TryPeek(out var top) ? Math.Max(top.Prefix.Length, prefix.Length) : prefix.Length;
        while (from < own.Length)
        {
            var name = own[from..(own.IndexOf('.', from))];
            from += name.Length + 1;
            if (name is ['H', >= '0' and <= '9', ..])
            {
                // What a heading heads is in its element already.
                continue;
            }

            // A part stands beside what only a heading of the part before it opened.
            while (open.TryPeek(out top) && top.IsHeading)
            {
                Close(open);
            }

            var isQuoted = name is ['Q', >= '0' and <= '9', ..];
            var isSection = !isQuoted && name.AsSpan().IndexOfAnyExcept("IVXL") < 0;
            if (open.TryPeek(out top))
            {
                top.HasContent = true;
            }

            var id = ids.Make(top?.Id ?? parent, isQuoted ? "hcontainer" : isSection ? "sec" : "part", AknIds.PositionOf(name));
            xml.Start(isQuoted ? "hcontainer" : isSection ? "section" : "part");
            xml.Attribute("eId", id);
            xml.Attribute("name", isQuoted ? "quotedDraft" : null);
            open.Push(new Container(id, own[..from], false));
        }
    }

    /// <summary>Writes a heading: of the part that begins with it, or of what follows it.</summary>
    private void WriteHeaded(Stack<Container> open, Unit unit, string own, string? parent)
    {
        if (open.TryPeek(out var top) && !top.IsHeading && !top.HasContent && top.Prefix == own && (top.Headings == 0 || (top.Headings == 1 && unit.Printed is null)))
        {
            WriteHeading(unit, top.Id, top.Headings++ == 0 ? "heading" : "subheading");
        }
        else
        {
            while (open.TryPeek(out top) && top.IsHeading)
            {
                Close(open);
            }

            if (top is not null)
            {
                top.HasContent = true;
            }

            var isSection = unit.Printed is not null;
            var id = ids.Make(top?.Id ?? parent, isSection ? "sec" : "hcontainer", AknIds.PositionOf(isSection ? unit.Printed : AknUnits.OwnLabelOf(unit)));
            xml.Start(isSection ? "section" : "hcontainer");
            xml.Attribute("eId", id);
            xml.Attribute("name", isSection ? null : "headed");
            open.Push(top = new Container(id, own, true) { Headings = 1 });
            WriteHeading(unit, id, "heading");
        }

        foreach (var child in units.ChildrenOf(unit))
        {
            top.HasContent = true;
            WriteParagraph(child, unit, top.Id);
        }
    }

    /// <summary>Writes the preamble of a part, or of a quoted draft, which the hierarchy of a body has no element for.</summary>
    private void WritePreamble(List<Unit> preamble, string? parent)
    {
        var id = ids.Make(parent, "hcontainer", "preamble");
        xml.Start("hcontainer");
        xml.Attribute("eId", id);
        xml.Attribute("name", "preamble");
        foreach (var unit in preamble)
        {
            WriteParagraph(unit, null, id);
        }

        xml.End();
    }

    /// <summary>Writes a paragraph with what stands under it.</summary>
    private void WriteParagraph(Unit unit, Unit? above, string? parent)
    {
        var (element, abbreviation, name) = ElementOf(unit, above);
        var id = ids.Make(parent, abbreviation, PositionOf(unit, above));
        xml.Start(element);
        xml.Attribute("eId", id);
        xml.Attribute("wId", ids.WorkIdOf(unit));
        xml.Attribute("name", name);
        words.WriteNumber(unit);
        var children = units.ChildrenOf(unit);
        if (children.Count == 0)
        {
            WriteBlock("content", id, unit);
            xml.End();
            return;
        }

        if (!unit.Words.IsEmpty)
        {
            WriteBlock("intro", id, unit);
        }

        // Words behind all others wrap them up; those between others stand as a paragraph without a number.
        var wrapUp = children.Count;
        while (wrapUp > 0 && children[wrapUp - 1].Parent == unit.Index && AknUnits.IsFlush(children[wrapUp - 1], unit) && units.ChildrenOf(children[wrapUp - 1]).Count == 0)
        {
            wrapUp--;
        }

        for (var i = 0; i < wrapUp; i++)
        {
            if (children[i].Parent == unit.Index)
            {
                WriteParagraph(children[i], unit, id);
            }
            else if (AknUnits.IsHeading(children[i]))
            {
                xml.StartLine("crossHeading");
                xml.Attribute("eId", ids.Make(id, "crossHeading", null));
                xml.Attribute("wId", ids.WorkIdOf(children[i]));
                words.WriteWithNumber(children[i]);
                xml.End();
            }
            else
            {
                WriteParagraph(children[i], null, id);
            }
        }

        if (wrapUp < children.Count)
        {
            WriteBlock("wrapUp", id, [.. children.Skip(wrapUp)]);
        }

        xml.End();
    }

    private void WriteBlock(string element, string parent, params ReadOnlySpan<Unit> lines)
    {
        xml.Start(element);
        xml.Attribute("eId", ids.MakeOnly(parent, element.ToLowerInvariant()));
        foreach (var line in lines)
        {
            xml.StartLine("p");
            xml.Attribute("wId", element == "wrapUp" ? ids.WorkIdOf(line) : null);
            words.Write(line);
            xml.End();
        }

        xml.End();
    }

    private static (string Element, string Abbreviation, string? Name) ElementOf(Unit unit, Unit? above)
    {
        if (above is null)
        {
            return AknUnits.OwnLabelOf(unit) switch
            {
                ['o', 'p', 'e', 'n', ..] => ("hcontainer", "hcontainer", "enactingFormula"),
                ['P', 'P', ..] => ("hcontainer", "hcontainer", "recital"),
                ['c', 'l', 'o', 's', ..] => ("hcontainer", "hcontainer", "closing"),
                ['t', 'i', 't', 'l', ..] => ("hcontainer", "hcontainer", "title"),
                ['U', >= '0' and <= '9', ..] => ("hcontainer", "hcontainer", "text"),
                _ => ("paragraph", "para", null),
            };
        }

        return AknUnits.IsFlush(unit, above) ? ("alinea", "al", null)
            : unit.Label.AsSpan(Math.Min(above.Label.Length, unit.Label.Length)) is ['-', ..] ? ("indent", "indent", null)
            : AknUnits.OwnLabelOf(above) is [.., ')'] or ['H', ..] ? ("point", "point", null)
            : ("subparagraph", "subpara", null);
    }

    /// <summary>What tells a paragraph from its neighbours: 9 of OP9, a of OP9(a).</summary>
    private static string PositionOf(Unit unit, Unit? above)
    {
        var own = above is null ? AknUnits.OwnLabelOf(unit).AsSpan() : unit.Label.AsSpan(Math.Min(above.Label.Length, unit.Label.Length));
        own = own is ['O' or 'P', 'P', ..] ? own[2..] : own is ['U', ..] ? own[1..] : own;
        return AknIds.PositionOf(own);
    }
}
