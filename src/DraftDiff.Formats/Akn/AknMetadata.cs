using System.Globalization;
using System.Text;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>
/// Writes what identifies a document: the work is the draft under its first symbol, in the year of the text, the expression one
/// text of it in one language, the manifestation the file. A document that bears no day, and of which none is known, is dated
/// 0001-01-01, with the name unknown.
/// </summary>
internal sealed class AknMetadata
{
    private const string NoDay = "0001-01-01";
    private const string Subtype = "deliberation";
    private const string Program = "#draftdiff";

    // The organs as the naming of the United Nations has them.
    private static readonly (string Organ, string Name)[] Organs = [("A", "unga"), ("S", "unsc"), ("E", "unecosoc"), ("T", "untc"), ("A/HRC", "unhrc")];

    private readonly DraftTree _tree;
    private readonly AknXml _xml;
    private readonly DocumentSymbol? _symbol;
    private readonly string _day;
    private readonly string _organ;
    private readonly string _language;

    public AknMetadata(DraftTree tree, AknXml xml, AkomaNtosoIdentity identity)
    {
        (_tree, _xml) = (tree, xml);
        _symbol = identity.Symbol ?? tree.Masthead.Symbol;
        _day = (tree.Date ?? identity.Date)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? NoDay;
        _organ = OrganOf(_symbol?.Organ);
        var conventions = DraftingConventions.For(tree.Language);
        _language = conventions.ThreeLetterCodes is [var code, ..] ? code : tree.Language;
    }

    /// <summary>The number of the session; null where it is not known.</summary>
    public string? SessionNumber => _tree.Masthead.Session?.Number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The day that a date names, as year-month-day; null where it cannot be told.</summary>
    public string? DayOf(string date) => _tree.FindDay(date)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Writes the metadata of a document.</summary>
    /// <param name="type">The element of its type.</param>
    /// <param name="component">The name of the part that it is; null for the whole.</param>
    public void Write(string type, string? component)
    {
        var number = Slug((_symbol?.Base ?? _symbol)?.ToString() ?? "nn");
        var element = _tree.Kind.IsTextOfDraft() ? "statement" : "doc";
        var subtype = element == "statement" ? Subtype : Slug(type);
        var work = $"/akn/un/{element}/{subtype}/{_organ}/{_day[..4]}/{number}";
        var version = _symbol is { Revision: { } revision } ? FormattableString.Invariant($"rev.{revision}") : null;
        var expression = $"{work}/{_language}@{(_day == NoDay ? "" : _day)}";
        var part = $"/!{component ?? "main"}";
        var author = "#" + _organ;

        _xml.Start("meta");
        _xml.Start("identification");
        _xml.Attribute("source", Program);
        _xml.Start("FRBRWork");
        WriteCore(work + part, work, author);
        _xml.Empty("FRBRcountry", ("value", "un"));
        _xml.Empty("FRBRsubtype", ("value", subtype));
        _xml.Empty("FRBRnumber", ("value", number), ("showAs", _symbol?.ToString()));
        _xml.End();
        _xml.Start("FRBRExpression");
        WriteCore(expression + part, expression, author);
        if (version is not null)
        {
            _xml.Empty("FRBRversionNumber", ("value", version));
        }

        _xml.Empty("FRBRlanguage", ("language", _language));
        _xml.End();
        _xml.Start("FRBRManifestation");
        WriteCore($"{expression}{part}.xml", $"{expression}.akn", Program);
        _xml.Empty("FRBRformat", ("value", "application/akn+xml"));
        _xml.End();
        _xml.End();
        if (component is null)
        {
            WriteReferences();
        }

        _xml.End();
    }

    private void WriteCore(string document, string uri, string author)
    {
        _xml.Empty("FRBRthis", ("value", document));
        _xml.Empty("FRBRuri", ("value", uri));
        _xml.Empty("FRBRdate", ("date", _day), ("name", _day == NoDay ? "unknown" : _tree.Kind == DraftKind.AdoptedResolution ? "adoption" : "document"));
        _xml.Empty("FRBRauthor", ("href", author));
    }

    private void WriteReferences()
    {
        _xml.Start("references");
        _xml.Attribute("source", Program);
        WriteOrganization(_organ, _tree.Masthead.Body ?? _symbol?.Organ ?? "United Nations");
        WriteOrganization(Program[1..], "DraftDiff");
        _xml.End();
    }

    private void WriteOrganization(string id, string name) =>
        _xml.Empty("TLCOrganization", ("eId", id), ("href", "/ontology/organizations/" + id), ("showAs", name));

    private static string OrganOf(string? organ) => organ is null ? "un"
        : Array.Find(Organs, known => known.Organ == organ) is { Name: { } name } ? name
        : "un-" + Slug(organ);

    /// <summary>A symbol as a part of an address: a-c.2-72-l.39.</summary>
    private static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.')
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
