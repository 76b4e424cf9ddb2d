using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>
/// Writes a draft as a document with its preface, preamble, body and conclusions, and its annexes as attachments, which are
/// documents of their own.
/// </summary>
internal sealed class AknDocumentWriter
{
    private readonly DraftTree _tree;
    private readonly AknXml _xml;
    private readonly AknIds _ids;
    private readonly AknUnits _units;
    private readonly AknWords _words;
    private readonly AknMetadata _metadata;
    private readonly AknParagraphs _paragraphs;
    private readonly string _language;

    public AknDocumentWriter(DraftTree tree, AknXml xml, AkomaNtosoIdentity identity)
    {
        (_tree, _xml) = (tree, xml);
        _language = tree.Language;
        _ids = new AknIds(tree, identity.IdOf);
        _units = new AknUnits(tree);
        _words = new AknWords(tree, xml, _ids);
        _metadata = new AknMetadata(tree, xml, identity);
        _paragraphs = new AknParagraphs(xml, _ids, _units, _words);
    }

    public void Write()
    {
        _xml.Start(AknFile.RootName);
        WriteDocument(0, null);
        _xml.End();
    }

    /// <summary>Writes one of the documents, the first with all others as its attachments.</summary>
    private void WriteDocument(int index, string? id)
    {
        var (prefix, units) = _units.Documents[index];
        var isAnnex = prefix.StartsWith("AX", StringComparison.Ordinal);
        var name = index > 0 ? isAnnex ? "annex" : "resolution" : _tree.Kind switch
        {
            DraftKind.DraftDecision => "decision",
            var kind when kind.IsTextOfDraft() => "resolution",
            var kind => kind.Name()!,
        };
        _xml.Start((index == 0 ? _tree.Kind.IsTextOfDraft() : !isAnnex) ? "statement" : "doc");
        _xml.Attribute("name", name);
        _xml.Attribute("contains", "originalVersion");
        _metadata.Write(name, index == 0 ? null : FormattableString.Invariant($"{name}_{index}"));

        var preface = CountOfPreface(units, prefix);
        WritePreface(units[..preface], id);
        var body = preface;
        while (body < units.Count && AknUnits.IsPreambular(units[body]) && AknUnits.PrefixOf(units[body]) == prefix)
        {
            body++;
        }

        WritePreamble(units[preface..body], id);
        var closing = units.Count;
        while (closing > body && AknUnits.IsClosing(units[closing - 1]) && AknUnits.PrefixOf(units[closing - 1]) == prefix)
        {
            closing--;
        }

        StartPart("mainBody", id);
        _paragraphs.WriteBody(units[body..closing], prefix, id);
        _xml.End();

        // The notes of the whole file that nothing marks come behind all else.
        var isLast = index == _units.Documents.Count - 1;
        WriteConclusions(units[closing..], id, isLast);
        if (index == 0 && _units.Documents.Count > 1)
        {
            WriteAttachments();
        }

        _xml.End();
    }

    private void WriteAttachments()
    {
        _xml.Start("attachments");
        for (var i = 1; i < _units.Documents.Count; i++)
        {
            var (prefix, units) = _units.Documents[i];
            var id = _ids.Make(null, "att", null);
            _xml.Start("attachment");
            _xml.Attribute("eId", id);
            for (var j = 0; j < 2 && units is [var heading, ..] && IsHeadOf(heading, prefix) && (j == 0 || heading.Printed is null); j++)
            {
                _paragraphs.WriteHeading(heading, id, j == 0 ? "heading" : "subheading");
                units.RemoveAt(0);
            }

            WriteDocument(i, id);
            _xml.End();
        }

        _xml.End();
    }

    /// <summary>True for a heading with nothing right under it.</summary>
    private bool IsHeadOf(Unit unit, string prefix) =>
        AknUnits.IsHeading(unit) && AknUnits.PrefixOf(unit) == prefix && _units.ChildrenOf(unit).Count == 0;

    /// <summary>How many units stand in the preface: those of the masthead and the title, and what stands among them.</summary>
    private static int CountOfPreface(List<Unit> units, string prefix)
    {
        var count = 0;
        for (var i = 0; i < units.Count && (units[i].Section is Section.Masthead or Section.Title or Section.Unrecognized || IsBefore(units[i])); i++)
        {
            count = units[i].Section == Section.Unrecognized && !IsBefore(units[i]) ? count : i + 1;
        }

        return count;

        bool IsBefore(Unit unit) => prefix.Length == 0 && AknUnits.IsOfPageBefore(AknUnits.PrefixOf(unit));
    }

    private void WritePreface(List<Unit> units, string? parent)
    {
        if (units.Count == 0)
        {
            return;
        }

        StartPart("preface", parent);
        var first = 0;
        while (first < units.Count && AknUnits.IsOfPageBefore(AknUnits.PrefixOf(units[first])))
        {
            first++;
        }

        if (first > 0)
        {
            var id = _ids.Make(parent, "container", "before");
            _xml.Start("container");
            _xml.Attribute("eId", id);
            _xml.Attribute("name", "otherResolution");
            foreach (var unit in units[..first])
            {
                _paragraphs.WriteItem(unit, "tblock", id);
            }

            _xml.End();
        }

        for (var i = first; i < units.Count; i++)
        {
            _xml.StartLine("p");
            if (units[i].Section != Section.Masthead)
            {
                _xml.Attribute("wId", _ids.WorkIdOf(units[i]));
            }

            WriteField(units[i]);

            // The sponsors and what they propose stand in one line.
            while (i + 1 < units.Count && PrintedMasthead.Between(units[i], units[i + 1], _tree.Source) is { } between)
            {
                _xml.Text(between);
                WriteField(units[++i]);
            }

            _xml.End();
        }

        _xml.End();
    }

    private void WriteField(Unit unit)
    {
        if (unit.Section is not (Section.Masthead or Section.Title))
        {
            _words.WriteWithNumber(unit);
            return;
        }

        if (unit is { Section: Section.Title, Printed: { } number })
        {
            _xml.StartLine("docNumber");
            _xml.Text(number);
            _xml.End();
            _xml.Text(" ");
        }

        var field = AknUnits.OwnLabelOf(unit);
        var element = AknNames.ElementOf(field);
        var date = unit is { Section: Section.Masthead } && field == "date" ? _metadata.DayOf(unit.Text) : null;
        if (element is null || (field == "date" && date is null))
        {
            _xml.StartLine("inline");
            _xml.Attribute("name", field);
        }
        else
        {
            _xml.StartLine(element);
            _xml.Attribute("date", date);
            _xml.Attribute("value", field == "session" ? _metadata.SessionNumber : null);
        }

        var colon = "";
        if (unit.Section == Section.Masthead)
        {
            colon = _words.WriteField(unit);
        }
        else
        {
            _words.Write(unit);
        }

        _xml.End();
        _xml.Text(colon);
    }

    private void WritePreamble(List<Unit> units, string? parent)
    {
        if (units.Count == 0)
        {
            return;
        }

        StartPart("preamble", parent);
        string? recitals = null;
        foreach (var unit in units)
        {
            var isOpening = AknUnits.OwnLabelOf(unit)[0] == 'o';
            if (isOpening && recitals is not null)
            {
                _xml.End();
                recitals = null;
            }

            if (isOpening)
            {
                _xml.Start("formula");
                _xml.Attribute("eId", _ids.Make(parent, "formula", null));
                _xml.Attribute("wId", _ids.WorkIdOf(unit));
                _xml.Attribute("name", "enactingFormula");
                _paragraphs.WriteLine(unit);
                _xml.End();
                continue;
            }

            if (recitals is null)
            {
                recitals = _ids.Make(parent, "recs", null);
                _xml.Start("recitals");
                _xml.Attribute("eId", recitals);
            }

            _paragraphs.WriteItem(unit, "recital", parent);
        }

        if (recitals is not null)
        {
            _xml.End();
        }

        _xml.End();
    }

    private void WriteConclusions(List<Unit> units, string? parent, bool hasNotes)
    {
        if (units.Count == 0 && !(hasNotes && _words.Unmarked.Any()))
        {
            return;
        }

        StartPart("conclusions", parent);
        foreach (var unit in units)
        {
            _xml.StartLine("p");
            _xml.Attribute("wId", _ids.WorkIdOf(unit));
            _words.Write(unit);
            _xml.End();
        }

        foreach (var note in hasNotes ? _words.Unmarked.ToList() : [])
        {
            _words.WriteUnmarked(note);
        }

        _xml.End();
    }

    private void StartPart(string name, string? parent)
    {
        _xml.Start(name);
        _xml.Attribute("eId", _ids.MakeOnly(parent, name == "mainBody" ? "body" : name));
        _xml.Language(_language);
    }
}
