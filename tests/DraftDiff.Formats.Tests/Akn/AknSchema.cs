using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DraftDiff.Formats.Tests.Akn;

/// <summary>
/// What the schema of Akoma Ntoso 3.0 asks of the elements that are written: which children in which order, which attributes,
/// where text may stand. It is the list of <c>docs/akoma-ntoso.md</c>, for the schema itself is not at hand.
/// </summary>
internal static partial class AknSchema
{
    private static readonly XNamespace Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private const string Blocks = "(p|block|blockList|tblock)";
    private const string Head = "(num |heading |subheading )*";
    private const string Hierarchy = $"{Head}((intro )?((paragraph|subparagraph|point|indent|alinea|section|part|hcontainer|crossHeading) )*(wrapUp )?|content )";
    private const string Items = $"{Head}({Blocks} )+";
    private const string Line = "((i|inline|docTitle|docType|docNumber|docProponent|docDate|session|docCommittee|docAuthority|authorialNote|noteRef) )*";
    private const string Document = "meta (preface )?(preamble )?mainBody (conclusions )?(attachments )?";
    private const string Core = "FRBRthis FRBRuri FRBRdate FRBRauthor ";

    // The children; whether text stands among them; the attributes that have to be there, then those that may.
    private static readonly Dictionary<string, (string Children, bool HasText, string Required, string Optional)> Elements = new(StringComparer.Ordinal)
    {
        ["akomaNtoso"] = ("(statement|doc) ", false, "", ""),
        ["statement"] = (Document, false, "name contains", ""),
        ["doc"] = (Document, false, "name contains", ""),
        ["meta"] = ("identification (references )?", false, "", ""),
        ["identification"] = ("FRBRWork FRBRExpression FRBRManifestation ", false, "source", ""),
        ["FRBRWork"] = (Core + "FRBRcountry (FRBRsubtype )?(FRBRnumber )*", false, "", ""),
        ["FRBRExpression"] = (Core + "(FRBRversionNumber )?FRBRlanguage ", false, "", ""),
        ["FRBRManifestation"] = (Core + "(FRBRformat )?", false, "", ""),
        ["FRBRthis"] = ("", false, "value", ""),
        ["FRBRuri"] = ("", false, "value", ""),
        ["FRBRdate"] = ("", false, "date name", ""),
        ["FRBRauthor"] = ("", false, "href", ""),
        ["FRBRcountry"] = ("", false, "value", ""),
        ["FRBRsubtype"] = ("", false, "value", ""),
        ["FRBRnumber"] = ("", false, "value", "showAs"),
        ["FRBRversionNumber"] = ("", false, "value", ""),
        ["FRBRlanguage"] = ("", false, "language", ""),
        ["FRBRformat"] = ("", false, "value", ""),
        ["references"] = ("(TLCOrganization )+", false, "source", ""),
        ["TLCOrganization"] = ("", false, "eId href showAs", ""),
        ["preface"] = ($"(({Blocks}|container) )+", false, "", "eId lang"),
        ["preamble"] = ($"(({Blocks}|recitals|formula|container) )+", false, "", "eId lang"),
        ["mainBody"] = ($"(({Blocks}|paragraph|section|part|hcontainer|container) )+", false, "", "eId lang"),
        ["conclusions"] = ($"(({Blocks}|container) )+", false, "", "eId lang"),
        ["attachments"] = ("(attachment )+", false, "", ""),
        ["attachment"] = (Head + "(doc|statement) ", false, "eId", ""),
        ["container"] = ($"(({Blocks}|container) )+", false, "eId name", ""),
        ["formula"] = ($"({Blocks} )*", false, "eId name", "wId"),
        ["recitals"] = ("(recital )+", false, "eId", ""),
        ["recital"] = (Items, false, "eId", "wId"),
        ["tblock"] = (Items, false, "eId", "wId"),
        ["item"] = (Items, false, "eId", "wId"),
        ["blockList"] = ("(item )+", false, "eId", ""),
        ["part"] = (Hierarchy, false, "eId", "wId"),
        ["section"] = (Hierarchy, false, "eId", "wId"),
        ["paragraph"] = (Hierarchy, false, "eId", "wId"),
        ["subparagraph"] = (Hierarchy, false, "eId", "wId"),
        ["point"] = (Hierarchy, false, "eId", "wId"),
        ["indent"] = (Hierarchy, false, "eId", "wId"),
        ["alinea"] = (Hierarchy, false, "eId", "wId"),
        ["hcontainer"] = (Hierarchy, false, "eId name", "wId"),
        ["content"] = ($"({Blocks} )*", false, "eId", ""),
        ["intro"] = ($"({Blocks} )*", false, "eId", ""),
        ["wrapUp"] = ($"({Blocks} )*", false, "eId", ""),
        ["num"] = (Line, true, "", ""),
        ["heading"] = (Line, true, "eId", "wId"),
        ["subheading"] = (Line, true, "eId", "wId"),
        ["crossHeading"] = (Line, true, "eId", "wId"),
        ["p"] = (Line, true, "", "wId"),
        ["block"] = (Line, true, "name", "wId"),
        ["i"] = (Line, true, "", ""),
        ["inline"] = (Line, true, "name", ""),
        ["docTitle"] = (Line, true, "", ""),
        ["docType"] = (Line, true, "", ""),
        ["docNumber"] = (Line, true, "", ""),
        ["docProponent"] = (Line, true, "", ""),
        ["docDate"] = (Line, true, "date", ""),
        ["session"] = (Line, true, "", "value"),
        ["docCommittee"] = (Line, true, "", ""),
        ["docAuthority"] = (Line, true, "", ""),
        ["authorialNote"] = ($"({Blocks} )+", false, "eId marker placement", "wId"),
        ["noteRef"] = ("", false, "href", "marker placement"),
    };

    /// <summary>What a document breaks, a line each; empty where it keeps all.</summary>
    public static List<string> Check(string xml)
    {
        var root = XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Root!;
        var problems = new List<string>();
        if (root.Name.LocalName != "akomaNtoso")
        {
            problems.Add($"the root is {root.Name}");
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            CheckElement(element, problems);
        }

        foreach (var id in (string[])["eId", "wId"])
        {
            problems.AddRange(root.Descendants().Attributes(id).GroupBy(attribute => attribute.Value).Where(group => group.Count() > 1)
                .Select(group => $"{id} {group.Key} stands {group.Count()} times"));
            problems.AddRange(root.Descendants().Attributes(id).Where(attribute => attribute.Value.Length == 0 || attribute.Value.Any(char.IsWhiteSpace))
                .Select(attribute => $"{attribute} holds white space"));
        }

        var ids = root.Descendants().Attributes("eId").Select(attribute => "#" + attribute.Value).ToHashSet();
        problems.AddRange(root.Descendants().Where(element => element.Name.LocalName is "noteRef" or "FRBRauthor")
            .Select(element => element.Attribute("href")!.Value).Concat(root.Descendants().Attributes("source").Select(source => source.Value))
            .Where(target => target != "#" && !ids.Contains(target)).Select(target => $"nothing is called {target}"));
        return problems;
    }

    private static void CheckElement(XElement element, List<string> problems)
    {
        var name = element.Name.LocalName;
        if (element.Name.Namespace != Namespace || !Elements.TryGetValue(name, out var rule))
        {
            problems.Add($"{element.Name} is not on the list");
            return;
        }

        var children = string.Concat(element.Elements().Select(child => child.Name.LocalName + " "));
        if (!Regex.IsMatch(children, $"^({rule.Children})$"))
        {
            problems.Add($"<{name}> {element.Attribute("eId")?.Value} holds {children}");
        }

        if (!rule.HasText && element.Nodes().OfType<XText>().Any(text => text.Value.Trim(' ', '\n').Length > 0))
        {
            problems.Add($"<{name}> holds text");
        }

        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name.LocalName).ToList();
        var required = rule.Required.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        problems.AddRange(required.Except(attributes).Select(attribute => $"<{name}> lacks {attribute}"));
        problems.AddRange(attributes.Except(required).Except(rule.Optional.Split(' ')).Select(attribute => $"<{name}> has {attribute}"));
        CheckValues(element, problems);
    }

    private static void CheckValues(XElement element, List<string> problems)
    {
        foreach (var attribute in element.Attributes())
        {
            var isRight = attribute.Name.LocalName switch
            {
                "date" => DateOnly.TryParseExact(attribute.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "placement" => attribute.Value == "bottom",
                "contains" => attribute.Value == "originalVersion",
                "language" => ThreeLetters().IsMatch(attribute.Value),
                "lang" => TwoLetters().IsMatch(attribute.Value),
                "href" => Address().IsMatch(attribute.Value),
                "value" when element.Name.LocalName.StartsWith("FRBR", StringComparison.Ordinal) => Address().IsMatch(attribute.Value),
                _ => true,
            };
            if (!isRight)
            {
                problems.Add($"<{element.Name.LocalName}> has {attribute}");
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9/#@!._+-]+$")]
    private static partial Regex Address();

    [GeneratedRegex("^[a-z]{3}$")]
    private static partial Regex ThreeLetters();

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex TwoLetters();
}
