using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.History;
using DraftDiff.Languages;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>Follows paragraphs of a language of a draft through the commits that changed it.</summary>
internal sealed class ParagraphFollower(Repository git, string draft, LanguageSteps steps, string language, Commit tip)
{
    private readonly Dictionary<ObjectId, ImmutableArray<OutlineLine>> _outlines = [];
    private readonly Dictionary<ObjectId, string> _texts = [];
    private readonly Dictionary<ObjectId, Tree> _paragraphs = [];
    private ImmutableArray<LanguageStep> _all;

    /// <summary>The id of the paragraph that has a label in the newest outline, or, where none has, that had it last before it was deleted; null where none ever had.</summary>
    public string? FindId(string label)
    {
        if (Outline.FirstOrDefault(line => line.IsCalled(label)) is { } found)
        {
            return found.Id;
        }

        var there = Outline.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        return Steps
            .SelectMany(step => OutlineOf(step.State))
            .FirstOrDefault(line => line.IsCalled(label) && !there.Contains(line.Id))?.Id;
    }

    /// <summary>The newest outline.</summary>
    public ImmutableArray<OutlineLine> Outline => OutlineOf(Steps[0].State);

    /// <summary>What happened to a paragraph.</summary>
    public ParagraphHistory Follow(string id) => new(draft, language, id, EventsOf(id, compareWords: true));

    private ImmutableArray<ParagraphEvent> EventsOf(string id, bool compareWords)
    {
        var events = ImmutableArray.CreateBuilder<ParagraphEvent>();
        foreach (var step in Steps)
        {
            // What a merge took over from one of its parents happened there.
            var happened = step.Before.Select(before => EventOf(id, step, before, compareWords)).ToArray();
            if (happened.All(each => each is not null))
            {
                events.Add(happened[0]!);
            }
        }

        return events.ToImmutable();
    }

    /// <summary>The revisions that brought words into the draft, and those that lost them.</summary>
    public PhraseHistory Search(string phrase)
    {
        var events = ImmutableArray.CreateBuilder<PhraseEvent>();
        var held = new Dictionary<ObjectId, bool>();
        for (var i = Steps.Length - 1; i >= 0; i--)
        {
            var (label, before) = (Holder(Steps[i].State), Holder(Steps[i].Before[0]));
            if (label is null != before is null)
            {
                events.Add(new PhraseEvent(Steps[i].Point, label is not null, label ?? before!));
            }
        }

        events.Reverse();
        return new PhraseHistory(draft, language, events.ToImmutable());

        string? Holder(LanguageState state)
        {
            return OutlineOf(state).FirstOrDefault(line => BlobOf(state, line.Id) is { } blob && Holds(blob))?.Label;
        }

        bool Holds(ObjectId blob)
        {
            if (!held.TryGetValue(blob, out var holds))
            {
                holds = TextOf(blob)!.Contains(phrase, StringComparison.OrdinalIgnoreCase);
                held.Add(blob, holds);
            }

            return holds;
        }
    }

    /// <summary>What changed in this language from one state to its newest one.</summary>
    /// <param name="since">The commit whose state the other language was translated from.</param>
    /// <param name="behind">The outline of the other language.</param>
    public StaleLanguage ChangesSince(Commit since, ImmutableArray<OutlineLine> behind)
    {
        var (old, @new) = (steps.StateOf(since), Steps[0].State);
        var labels = behind.ToDictionary(line => line.Id, line => line.Label, StringComparer.Ordinal);
        var paragraphs = ImmutableArray.CreateBuilder<StaleParagraph>();
        foreach (var line in OutlineOf(@new))
        {
            var (oldBlob, newBlob) = (BlobOf(old, line.Id), BlobOf(@new, line.Id));
            var (oldText, newText) = (TextOf(oldBlob), TextOf(newBlob)!);
            if (oldBlob != newBlob)
            {
                var change = oldText is null ? ParagraphChange.Inserted : oldText == newText ? ParagraphChange.Footnotes : ParagraphChange.Reworded;
                paragraphs.Add(new StaleParagraph(
                    labels.GetValueOrDefault(line.Id), line.Label, change, newText,
                    change == ParagraphChange.Reworded ? ParagraphWords.Compare(oldText!, newText, DraftingConventions.For(language)) : []));
            }
        }

        foreach (var line in OutlineOf(old).Where(line => BlobOf(@new, line.Id) is null))
        {
            paragraphs.Add(new StaleParagraph(
                labels.GetValueOrDefault(line.Id), line.Label, ParagraphChange.Deleted, TextOf(BlobOf(old, line.Id)) ?? "", []));
        }

        return new StaleLanguage(language, Steps[0].Point, paragraphs.ToImmutable());
    }

    /// <summary>The newest revision.</summary>
    public LanguageStep Newest => Steps[0];

    /// <summary>The commit that stored a symbol in this language; null where none did.</summary>
    public Commit? FindCommit(string symbol) => Steps.FirstOrDefault(step => step.Point.Symbol == symbol)?.Commit;

    /// <summary>The labels of the newest outline but for those under others, for a person who asked for one that is not there.</summary>
    public string DescribeLabels() => string.Join(", ", Outline.Where(line => line.Depth == 0).Select(line => line.Label));

    /// <summary>Where a paragraph of the newest outline came from.</summary>
    public BlamedParagraph Blame(OutlineLine line, bool words)
    {
        var events = EventsOf(line.Id, compareWords: words);
        var changed = events.First(each => each.Changes.Any(change =>
            change is ParagraphChange.Inserted or ParagraphChange.Reworded or ParagraphChange.Footnotes));
        return new BlamedParagraph(
            line.Label, line.Id, events[^1].Point, changed.Point, changed.Text, words ? WordsOf(events) : []);
    }

    private ImmutableArray<LanguageStep> Steps => _all.IsDefault ? _all = [.. steps.From(tip)] : _all;

    private ParagraphEvent? EventOf(string id, LanguageStep step, LanguageState before, bool compareWords)
    {
        var (oldBlob, newBlob) = (BlobOf(before, id), BlobOf(step.State, id));
        if ((oldBlob is null && newBlob is null) || (oldBlob == newBlob && before.Outline == step.State.Outline))
        {
            return null;
        }

        var (oldLine, newLine) = (LineOf(before, id), LineOf(step.State, id));
        var (oldText, newText) = (TextOf(oldBlob), TextOf(newBlob));
        var changes = ImmutableArray.CreateBuilder<ParagraphChange>();
        if (oldBlob is null || newBlob is null)
        {
            changes.Add(oldBlob is null ? ParagraphChange.Inserted : ParagraphChange.Deleted);
        }
        else if (oldBlob != newBlob)
        {
            changes.Add(oldText == newText ? ParagraphChange.Footnotes : ParagraphChange.Reworded);
        }

        if (oldLine is not null && newLine is not null && before.Outline != step.State.Outline)
        {
            var (oldIds, newIds) = (IdsOf(before), IdsOf(step.State));
            if (OutlineChanges.MovedBetween(oldIds, newIds).Contains(id))
            {
                changes.Add(ParagraphChange.Moved);
            }

            if (OutlineChanges.IsRenumbered(oldLine.Label, newLine.Label))
            {
                changes.Add(ParagraphChange.Renumbered);
            }
        }

        if (before.Outline != step.State.Outline
            && OutlineOf(step.State).FirstOrDefault(line => !line.Origins.IsEmpty && (line.Id == id || line.Origins.Contains(id))) is { } turned)
        {
            changes.Add(turned.Origins.Length == 1 ? ParagraphChange.Split : ParagraphChange.Merged);
        }

        return changes.Count == 0 ? null : new ParagraphEvent(
            step.Point,
            (newLine ?? oldLine)?.Label ?? id,
            changes.ToImmutable(),
            newText ?? oldText ?? "",
            !compareWords || oldText is null || newText is null || oldText == newText
                ? []
                : ParagraphWords.Compare(oldText, newText, DraftingConventions.For(language)));
    }

    // The words of each revision over those of the one before. A paragraph that came back has its old words, or all new
    // ones where it came back as what another language has there.
    private static ImmutableArray<BlamedWords> WordsOf(ImmutableArray<ParagraphEvent> events)
    {
        List<BlamedWords> words = [];
        foreach (var happened in events.Reverse())
        {
            var cameIn = happened.Changes.Contains(ParagraphChange.Inserted);
            if (cameIn && string.Concat(words.Select(piece => piece.Text)) != happened.Text)
            {
                words = [new BlamedWords(happened.Text, happened.Point)];
            }
            else if (!happened.Edits.IsEmpty)
            {
                words = Apply(words, happened);
            }
        }

        return [.. words];
    }

    private static List<BlamedWords> Apply(List<BlamedWords> words, ParagraphEvent happened)
    {
        var changed = new List<BlamedWords>();
        var (piece, position) = (0, 0);
        foreach (var edit in happened.Edits)
        {
            if (edit.Operation == EditOperation.Insert)
            {
                Add(edit.Text, happened.Point);
                continue;
            }

            for (var rest = edit.Text.Length; rest > 0;)
            {
                var taken = Math.Min(rest, words[piece].Text.Length - position);
                if (edit.Operation == EditOperation.Equal)
                {
                    Add(words[piece].Text.Substring(position, taken), words[piece].Point);
                }

                rest -= taken;
                (piece, position) = position + taken == words[piece].Text.Length ? (piece + 1, 0) : (piece, position + taken);
            }
        }

        return changed;

        void Add(string text, RevisionPoint point)
        {
            if (changed.Count > 0 && changed[^1].Point == point)
            {
                changed[^1] = new BlamedWords(changed[^1].Text + text, point);
            }
            else
            {
                changed.Add(new BlamedWords(text, point));
            }
        }
    }

    private ObjectId? BlobOf(LanguageState state, string id)
    {
        if (state.Paragraphs is not { } tree)
        {
            return null;
        }

        if (!_paragraphs.TryGetValue(tree, out var paragraphs))
        {
            paragraphs = GitObjects.Read<Tree>(git, tree);
            _paragraphs.Add(tree, paragraphs);
        }

        return paragraphs[$"{id}.txt"]?.Target.Id;
    }

    private OutlineLine? LineOf(LanguageState state, string id) => OutlineOf(state).FirstOrDefault(line => line.Id == id);

    private string[] IdsOf(LanguageState state) => [.. OutlineOf(state).Select(line => line.Id)];

    private ImmutableArray<OutlineLine> OutlineOf(LanguageState state)
    {
        if (state.Outline is not { } id)
        {
            return [];
        }

        if (!_outlines.TryGetValue(id, out var outline))
        {
            outline = OutlineFile.ParseUnique(GitObjects.Read<Blob>(git, id).GetContentText());
            _outlines.Add(id, outline);
        }

        return outline;
    }

    private string? TextOf(ObjectId? blob)
    {
        if (blob is null)
        {
            return null;
        }

        if (!_texts.TryGetValue(blob, out var text))
        {
            text = MarkedText.Parse(GitObjects.Read<Blob>(git, blob).GetContentText().TrimEnd('\n')).Words;
            _texts.Add(blob, text);
        }

        return text;
    }
}
