using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering.Html;

/// <summary>
/// A redline as a page: the new document as the United Nations prints it, with what was taken away and added in its place.
/// Every word stands in the page once; what shows the two documents side by side is made of that in the browser.
/// </summary>
public static class HtmlRedline
{
    /// <summary>Writes the page.</summary>
    /// <param name="comparison">The two documents and what changed.</param>
    /// <param name="output">Where to; in UTF-8.</param>
    public static void Render(DraftComparison comparison, TextWriter output)
    {
        var tree = comparison.New.Units.IsEmpty ? comparison.Old : comparison.New;
        var fromTheRight = RightToLeft.Reads(tree.Units);
        var names = DocumentNames.Of(comparison);
        HtmlPage.Write(
            output,
            $"{names.Old} → {names.New}",
            tree.Language,
            fromTheRight,
            hasScript: true,
            html => new RedlineBody(comparison, names, fromTheRight, html).Write());
    }

    /// <summary>Writes the body of the page.</summary>
    private sealed class RedlineBody
    {
        // A browser lays out the leaf that is seen, and not the thousands of paragraphs that are not.
        private const int ChangesOnLeaf = 40;

        private readonly DraftComparison _comparison;
        private readonly bool _fromTheRight;
        private readonly HtmlWriter _html;
        private readonly DocumentNames _names;
        private readonly ChangeDescription _description;
        private readonly ImmutableArray<ChangeSection> _sections;
        private readonly Dictionary<ChangeSection, Section> _starts;
        private readonly RedlineBlocks _blocks;

        // The old units that are told of where they left, and so are to be found there.
        private readonly HashSet<Unit> _departed = [];

        public RedlineBody(DraftComparison comparison, DocumentNames names, bool fromTheRight, HtmlWriter html)
        {
            (_comparison, _fromTheRight, _html) = (comparison, fromTheRight, html);
            _names = names;
            _description = new ChangeDescription(comparison);
            _sections = ChangeSections.Of(comparison.Script.Changes);
            _starts = StartsOf(_sections);
            _blocks = new RedlineBlocks(_sections);
            _departed.UnionWith(comparison.Script.Changes.SelectMany(_description.Departures.Behind)
                .Concat(_starts.Values.SelectMany(_description.Departures.FromStartOf))
                .SelectMany(moved => moved.Old));
        }

        public void Write()
        {
            WriteHeader();
            _html.Open("div", ("class", "columns"));
            WriteList();
            _html.Open(
                "main",
                ("id", "draft"),
                ("tabindex", "-1"),
                ("aria-label", "The draft, with what changed"),
                ("data-page", "redline"),
                ("data-sides", _comparison.ComparesWords ? null : "new"),
                ("data-old-language", _comparison.Old.Language == _comparison.New.Language ? null : _comparison.Old.Language));
            _html.Open("div", ("class", "heads"), ("hidden", ""))
                .Element("bdi", _names.Old).Element("bdi", _names.New).Close().Line();
            foreach (var section in _sections)
            {
                WriteSection(section);
            }

            _html.Close().Close().Line();
            WriteKeys();
        }

        private void WriteHeader()
        {
            _html.OpenOwn("header", ("class", "top"))
                .Element("a", "Skip to the draft", ("class", "skip"), ("href", "#draft")).Line()
                .Open("h1").Element("bdi", _names.Old).Text(" → ").Element("bdi", _names.New).Close().Line();
            if (_comparison.New.Title is { } title)
            {
                _html.Element("p", title, ("class", "about"), ("lang", _comparison.New.Language), ("dir", "auto"));
            }

            _html.Open("section", ("class", "summary"), ("aria-label", "Summary"));
            foreach (var line in ScriptSummary.LinesOf(_comparison))
            {
                _html.Element("p", line);
            }

            foreach (var (name, changes) in ScriptSummary.KindsOf(_comparison.Script.Changes))
            {
                WriteLinks(name, changes);
            }

            WriteLinks("Moved as well", [.. _comparison.Script.Changes.Where(change => change.Moved && ChangeNatures.Of(change) != ChangeNature.OnlyMoved)]);
            _html.Close().Close().Line();
            WriteControls();
        }

        private void WriteLinks(string name, ImmutableArray<Change> changes)
        {
            if (changes.IsEmpty)
            {
                return;
            }

            _html.Open("p", ("class", "kind")).Element("b", name).Text(": ");
            for (var i = 0; i < changes.Length; i++)
            {
                _html.Text(i == 0 ? "" : ", ").Element("a", ChangeDescription.LabelOf(changes[i]), ("href", HtmlPage.LinkTo(RedlineIds.Of(changes[i]))));
            }

            _html.Close();
        }

        // Nothing here works without the script, which shows it.
        private void WriteControls()
        {
            _html.OpenOwn("div", ("class", "controls"), ("role", "group"), ("aria-label", "What is shown"), ("hidden", ""));
            _html.Open("div", ("class", "walk"));
            WriteButton("previous", "← Previous", "p");
            _html.Element("output", "", ("id", "place"), ("aria-live", "polite"));
            WriteButton("next", "Next →", "n");
            _html.Close();
            if (_comparison.ComparesWords)
            {
                WriteButton("side", "Side by side", "s", isPressed: "false");
            }

            WriteButton("unchanged", "Hide unchanged", "u", isPressed: "false");
            WriteButton("consequential", "Hide consequential", "c", isPressed: "false");
            WriteButton("help", "Keys", "?");
            var counts = _comparison.Script.Changes.Where(change => change.IsSubstantive).SelectMany(change => ChangeClasses.Of(change)).CountBy(kind => kind).ToDictionary();
            if (counts.Count > 0)
            {
                _html.Open("fieldset").Element("legend", "Kinds of change");
                foreach (var (kind, name) in ChangeClasses.Names.Where(each => counts.ContainsKey(each.Kind)))
                {
                    _html.Open("label")
                        .Void("input", ("type", "checkbox"), ("name", "kind"), ("value", kind), ("checked", ""))
                        .Text($"{name} ({counts[kind].ToString(CultureInfo.InvariantCulture)})")
                        .Close();
                }

                _html.Close();
            }

            _html.Close().Line();
        }

        private void WriteButton(string id, string text, string key, string? isPressed = null) =>
            _html.Element("button", text, ("type", "button"), ("id", id), ("aria-pressed", isPressed), ("aria-keyshortcuts", key), ("title", $"Key: {key}"));

        private void WriteList()
        {
            Change[] changes = [.. _sections.SelectMany(section => section.Changes).Where(change => change.IsSubstantive)];
            if (changes.Length == 0)
            {
                return;
            }

            _html.OpenOwn("nav", ("class", "changes"), ("aria-label", "Changes"))
                .Open("details", ("open", "")).Element("summary", "Changes").Open("ol");
            foreach (var change in changes)
            {
                _html.Open("li").Open("a", ("href", HtmlPage.LinkTo(RedlineIds.Of(change))))
                    .Element("b", ChangeDescription.LabelOf(change)).Text($" {_description.BriefKindsOf(change)}")
                    .Close().Close();
            }

            _html.Close().Close().Close().Line();
        }

        // The first that each section of the drafts is shown in.
        private static Dictionary<ChangeSection, Section> StartsOf(ImmutableArray<ChangeSection> sections) => sections
            .SelectMany(shown => shown.Changes.Select(change => (Shown: shown, Section: ChangeSections.SectionOf(change))))
            .Where(each => each.Section is not (Section.Heading or Section.Unrecognized))
            .DistinctBy(each => each.Section).DistinctBy(each => each.Shown)
            .ToDictionary(each => each.Shown, each => each.Section);

        private void WriteSection(ChangeSection section)
        {
            _html.Open("section", ("class", $"part {section.Title.Split(' ')[0].ToLowerInvariant()}"), ("aria-label", section.Title))
                .OwnElement("h2", section.Title, ("class", "heard")).Line()
                .Open("div", ("class", "leaf")).Line();
            if (_starts.TryGetValue(section, out var begun))
            {
                foreach (var moved in _description.Departures.FromStartOf(begun))
                {
                    WriteDeparture(moved);
                }
            }

            var blocks = _blocks.Of(section);
            var written = 0;
            for (var start = 0; start < blocks.Length;)
            {
                if (start - written >= ChangesOnLeaf)
                {
                    _html.Close().Line().Open("div", ("class", "leaf")).Line();
                    written = start;
                }

                var (end, kind) = (start + 1, ChangeClasses.RunOf(blocks[start].Change));
                while (end < blocks.Length && end - written < ChangesOnLeaf && kind is not null && ChangeClasses.RunOf(blocks[end].Change) == kind)
                {
                    end++;
                }

                WriteRun(blocks[start..end], kind, section.Noun);
                start = end;
            }

            _html.Close().Close().Line();
        }

        private void WriteRun(ImmutableArray<RedlineBlock> blocks, string? kind, string noun)
        {
            if (kind is not null)
            {
                // Stands for what a reader hides.
                _html.OpenOwn("p", ("class", $"folded {kind}"), ("hidden", ""))
                    .Text(string.Join("; ", FoldedChanges.Describe([.. blocks.Select(block => block.Change)], noun, _description, hint: ""))).Close().Line();
            }

            foreach (var block in blocks)
            {
                if (block.IsLater)
                {
                    WriteLaterPart(block);
                    continue;
                }

                WriteChange(block);
                foreach (var moved in _description.Departures.Behind(block.Change))
                {
                    WriteDeparture(moved);
                }
            }
        }

        private void WriteDeparture(Change moved)
        {
            _html.OpenOwn("p", ("class", "departure"), ("id", RedlineIds.OfOld(moved.Old[0])), ("tabindex", "-1"));
            foreach (var other in moved.Old.Skip(1))
            {
                _html.Open("a", ("id", RedlineIds.OfOld(other))).Close();
            }

            _html.Text($"{Departures.Describe(moved)} ").Element("a", ChangeDescription.List(moved.New), ("href", HtmlPage.LinkTo(RedlineIds.Of(moved)))).Close().Line();
        }

        private void WriteLaterPart(RedlineBlock block)
        {
            var (change, unit) = (block.Change, block.Change.New[block.Parts[0]]);
            _html.Open("div", ("class", $"{ClassOf(change, unit)} later"), ("id", RedlineIds.Of(unit)), ("data-kinds", string.Join(' ', ChangeClasses.Of(change))));
            _html.OpenOwn("p", ("class", "what"))
                .Element("a", unit.Label, ("class", "label"), ("href", HtmlPage.LinkTo(RedlineIds.Of(unit)))).Text(" ")
                .Open("span", ("class", "kinds")).Text("split from ")
                .Element("a", $"old {change.Old[0].Label}", ("href", HtmlPage.LinkTo(RedlineIds.Of(change)))).Close().Close();
            WriteWords(block);
            _html.Close().Line();
        }

        private void WriteChange(RedlineBlock block)
        {
            var change = block.Change;
            var units = ChangeSections.UnitsOf(change);
            var id = RedlineIds.Of(change);
            _html.Open(
                "div",
                ("class", ClassOf(change, units[0])),
                ("id", id),
                ("data-kinds", string.Join(' ', ChangeClasses.Of(change))),
                ("tabindex", change.IsSubstantive ? "-1" : null),
                ("role", change.IsSubstantive ? "group" : null),
                ("aria-label", change.IsSubstantive ? $"{ChangeDescription.LabelOf(change)}, {_description.BriefKindsOf(change)}" : null));
            WriteWhat(change, units[0]);
            WriteWords(block);
            var notes = _description.NotesOf(change, showAll: false).ToArray();
            if (notes.Length > 0)
            {
                _html.OpenOwn("ul", ("class", "notes"));
                foreach (var note in notes)
                {
                    _html.Open("li").Sentence(note).Close();
                }

                _html.Close();
            }

            _html.Close().Line();
        }

        private string ClassOf(Change change, Unit unit) => ChangeClasses.OfUnit(unit, change.New.IsEmpty ? _comparison.Old.Units : _comparison.New.Units)
            + (change.IsSubstantive ? " substantive" : "");

        // The label beside the words and, where something changed, what.
        private void WriteWhat(Change change, Unit unit)
        {
            var isNamed = !ChangeSections.IsAroundText(unit.Section) || change.IsSubstantive;
            var olds = change.New.IsEmpty ? [] : change.Old.RemoveAll(_departed.Contains);
            _html.OpenOwn("p", ("class", isNamed ? "what" : "what nameless"), ("id", olds.IsEmpty ? null : RedlineIds.OfOld(olds[0])));
            foreach (var old in olds.Skip(1))
            {
                _html.Open("a", ("id", RedlineIds.OfOld(old))).Close();
            }

            if (isNamed)
            {
                _html.Element("a", ChangeDescription.LabelOf(change), ("class", "label"), ("href", HtmlPage.LinkTo(RedlineIds.Of(change))));
                if (!ChangeDescription.IsUnchanged(change))
                {
                    _html.Text(" ").Element("span", _description.KindsOf(change), ("class", "kinds"));
                }

                if (change.Old.Where(_departed.Contains).FirstOrDefault() is { } departed)
                {
                    _html.Text(" ").Element("a", "where it was", ("class", "departed"), ("href", HtmlPage.LinkTo(RedlineIds.OfOld(departed))));
                }
            }

            _html.Close();
        }

        private void WriteWords(RedlineBlock block)
        {
            var change = block.Change;
            var parts = Redline.PartsOf(change, keepSpaces: true);
            ImmutableArray<int> shown = block.Parts.IsEmpty ? [.. Enumerable.Range(0, parts.Length)] : block.Parts;
            var (words, next) = (new MarkedWords(_html, change, _comparison.New.Language), 0);
            foreach (var part in shown)
            {
                var isFirst = part == shown[0];
                var (old, @new) = UnitsOfPart(block, part, isFirst);
                var only = OnlySideOf(change);

                // Which unit of which document the words belong to, for whoever reads the page again: the page has the order of the new one.
                var ownOld = change.Kind == ChangeKind.Merged ? change.Old[part] : change.Old.FirstOrDefault();
                var ownNew = change.Kind == ChangeKind.Split ? change.New[part] : change.New.FirstOrDefault();
                _html.Open(
                    "div",
                    ("class", (@new ?? old)?.Printed is null ? "words" : "words numbered"),
                    ("lang", LanguageOf(change)),
                    ("dir", DirectionOf(change)),
                    ("data-only", only),
                    ("data-old-unit", UnitPlaces.IndexOf(ownOld)),
                    ("data-new-unit", UnitPlaces.IndexOf(ownNew)),
                    ("data-old-note", UnitPlaces.NoteLabelOf(ownOld)),
                    ("data-new-note", UnitPlaces.NoteLabelOf(ownNew)),
                    ("data-quoted", QuotedSides(ownOld, ownNew)),
                    ("data-part", parts.Length > 1 ? part.ToString(CultureInfo.InvariantCulture) : null),
                    ("data-glued", IsGlued(change, parts, part) ? "" : null),
                    ("data-old-kind", OldKindOf(change, ownOld, ownNew)),
                    ("id", change.Kind == ChangeKind.Split && !isFirst ? RedlineIds.Of(@new!) : null));
                if (parts[part].Label is { } label)
                {
                    _html.OwnElement("span", label, ("class", "partlabel"), ("data-side", change.Kind == ChangeKind.Split ? "new" : "old"));
                }

                WriteNumber(old, @new);
                _html.Open("p");
                if (part < next)
                {
                    (words, next) = (new MarkedWords(_html, change, _comparison.New.Language), 0);
                }

                for (; next < part; next++)
                {
                    words.Skip(parts[next].Edits);
                }

                words.Write(parts[next++].Edits);
                _html.Close();
                if (only is not null)
                {
                    _html.OwnElement("small", $"only in the {only} document", ("class", "only"), ("data-side", "both"));
                }

                _html.Close();
            }
        }

        private string? QuotedSides(Unit? old, Unit? @new)
        {
            var (isOld, isNew) = (old is not null && old.IsLabelQuotedIn(_comparison.Old.Source), @new is not null && @new.IsLabelQuotedIn(_comparison.New.Source));
            return isOld && isNew ? "old new" : isOld ? "old" : isNew ? "new" : null;
        }

        // True where the words of the whole go on from the part before without a space.
        private static bool IsGlued(Change change, ImmutableArray<RedlinePart> parts, int part)
        {
            if (part == 0)
            {
                return false;
            }

            var (whole, gone) = change.Kind == ChangeKind.Split ? (change.Old[0].Text, EditOperation.Insert) : (change.New[0].Text, EditOperation.Delete);
            var before = parts[..part].Sum(each => each.Edits.Where(edit => edit.Operation != gone).Sum(edit => edit.Text.Length - edit.Text.AsSpan().Count(' ')));
            var at = 0;
            for (; at < whole.Length && before > 0; at++)
            {
                before -= whole[at] == ' ' ? 0 : 1;
            }

            return at < whole.Length && whole[at] != ' ';
        }

        // What the old unit is drawn as, where that is not what the words are drawn as.
        private string? OldKindOf(Change change, Unit? old, Unit? @new)
        {
            // A change is drawn as the first of its units is.
            var drawn = ChangeClasses.OfUnit(ChangeSections.UnitsOf(change)[0], change.New.IsEmpty ? _comparison.Old.Units : _comparison.New.Units);
            return old is not null && ChangeClasses.OfUnit(old, _comparison.Old.Units) is var kind && (kind != drawn || @new is null) ? kind["change ".Length..] : null;
        }

        // The page is in the language of the new document.
        private string? LanguageOf(Change change) =>
            change.New.IsEmpty && _comparison.Old.Language != _comparison.New.Language ? _comparison.Old.Language : null;

        // The side of what is no change though only one document has it, as the symbol of a text that prints none.
        private static string? OnlySideOf(Change change) => change.Kind != ChangeKind.Unchanged ? null
            : change.Old.IsEmpty ? "new"
            : change.New.IsEmpty ? "old"
            : null;

        // Latin lines stand in the masthead of an Arabic document.
        private string? DirectionOf(Change change)
        {
            var fromTheRight = RightToLeft.Reads(ChangeSections.UnitsOf(change)[0].Text);
            return fromTheRight == _fromTheRight ? null : HtmlWriter.Direction(fromTheRight);
        }

        // The old and the new unit that begin in a part, so that each has its number once.
        private static (Unit? Old, Unit? New) UnitsOfPart(RedlineBlock block, int part, bool isFirst) => (block.Change, block.Change.Kind) switch
        {
            (var split, ChangeKind.Split) => (isFirst && !block.IsLater ? split.Old[0] : null, split.New[part]),
            (var merger, ChangeKind.Merged) => (merger.Old[part], isFirst ? merger.New[0] : null),
            var (change, _) => (change.Old.IsEmpty ? null : change.Old[0], change.New.IsEmpty ? null : change.New[0]),
        };

        // The printed number hangs before the words. It is no change: the old one stands beside it, quietly.
        private void WriteNumber(Unit? old, Unit? @new)
        {
            var (before, now) = (old?.Printed, (@new ?? old)?.Printed);
            if (before is null && now is null)
            {
                return;
            }

            _html.Open("span", ("class", "number"), ("data-old", before == @new?.Printed ? null : before ?? " "), ("data-new", before == @new?.Printed ? null : @new?.Printed ?? " "))
                .Text(now ?? "");
            if (before is not null && @new is not null && before != now)
            {
                _html.OwnElement("small", $"was {before}", ("class", "was"));
            }

            _html.Close();
        }

        private void WriteKeys()
        {
            _html.OpenOwn("dialog", ("id", "keys"), ("aria-labelledby", "keys-title"))
                .Element("h2", "Keys", ("id", "keys-title")).Open("dl");
            foreach (var (keys, meaning) in Keys)
            {
                _html.Open("div").Element("dt", keys).Element("dd", meaning).Close();
            }

            _html.Close()
                .Open("label").Void("input", ("type", "checkbox"), ("id", "use-keys"), ("checked", "")).Text("Use these keys").Close()
                .Element("button", "Close", ("type", "button"), ("id", "close-keys"))
                .Close().Line();
        }

        private static readonly (string Keys, string Meaning)[] Keys =
        [
            ("n or j", "the next change"),
            ("p or k", "the previous change"),
            ("s", "side by side, or in one text"),
            ("u", "hide or show what is unchanged"),
            ("c", "hide or show what only follows from other changes"),
            ("?", "these keys"),
        ];
    }
}
