using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Html;

/// <summary>
/// A page that this program wrote: a draft, or a redline of two. Its elements say which unit of which text their words
/// belong to, so that each text comes back in its own order.
/// </summary>
internal sealed class OwnPage
{
    private const string OneSided = "is a redline of texts in two languages, which holds the words of the new one alone; read it with its changes accepted";
    private const string Message = "is a redline for a message, which leaves out what did not change; write a page of it with draftdiff redline OLD NEW -o redline.html";
    private const string Damaged = "is a redline of this program that somebody changed, so that its texts cannot be told apart; write it again";

    private readonly IElement _main;
    private readonly bool _isRedline;

    private OwnPage(IElement main, bool isRedline) => (_main, _isRedline) = (main, isRedline);

    /// <summary>A page of this program; null for another.</summary>
    /// <exception cref="UnreadableFileException">It is a redline that is no page and holds no whole text.</exception>
    public static OwnPage? Find(IHtmlDocument document) =>
        document.Body?.FirstElementChild?.GetAttribute("data-page") == "message" ? throw new UnreadableFileException(Message)
        : document.GetElementById("draft") is { LocalName: "main" } main && main.GetAttribute("data-page") is { } kind && (kind is "draft" or "redline")
            ? new OwnPage(main, kind == "redline")
            : null;

    /// <summary>The tree over the text of one side.</summary>
    /// <param name="name">What the page is called in messages.</param>
    /// <param name="language">The code of its language; as the page says where it is not given.</param>
    /// <param name="changes">Which text of a redline to read.</param>
    /// <exception cref="UnreadableFileException">The page lacks it.</exception>
    public DraftTree Read(string name, string? language, TrackedChanges changes)
    {
        var isOld = _isRedline && changes == TrackedChanges.Reject;
        if (isOld && _main.GetAttribute("data-sides") == "new")
        {
            throw new UnreadableFileException(OneSided);
        }

        var text = new MarkedTextBuilder();
        if (_isRedline)
        {
            text.Report(changes.ToDiagnostic());
        }

        language ??= (isOld ? _main.GetAttribute("data-old-language") : null) is { Length: > 0 } said ? said : LanguageOf();
        var units = UnitsOf(isOld);
        var notes = new OwnNotes(units);
        foreach (var unit in units.Where(unit => !unit.IsNote))
        {
            unit.Write(text, notes);
        }

        foreach (var note in units.Where(unit => unit.IsNote))
        {
            note.WriteNote(text, notes);
        }

        return text.Parse(name, language);
    }

    private string? LanguageOf() => _main.Owner?.DocumentElement.GetAttribute("lang") is { Length: > 0 } language ? language : null;

    private List<OwnUnit> UnitsOf(bool isOld)
    {
        var units = new SortedDictionary<int, List<(int Part, IElement Words)>>();
        var count = 0;
        foreach (var words in _main.GetElementsByClassName("words"))
        {
            var (index, part) = (count++, 0);
            if (_isRedline)
            {
                if (words.GetAttribute(isOld ? "data-old-unit" : "data-new-unit") is not { } given)
                {
                    continue;
                }

                if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out index)
                    || !int.TryParse(words.GetAttribute("data-part") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out part))
                {
                    throw new UnreadableFileException(Damaged);
                }
            }

            if (!units.TryGetValue(index, out var parts))
            {
                units.Add(index, parts = []);
            }

            parts.Add((part, words));
        }

        return [.. units.Values.Select(parts => new OwnUnit([.. parts.OrderBy(part => part.Part).Select(part => part.Words)], _isRedline, isOld))];
    }
}
