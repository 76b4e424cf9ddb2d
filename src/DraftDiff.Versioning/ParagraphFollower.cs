using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.History;
using DraftDiff.Languages;
using DraftDiff.Syntax;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>Follows paragraphs of a language of a draft through the commits that changed it.</summary>
internal sealed class ParagraphFollower
{
    private static readonly (StepChanges Step, ParagraphChange Change)[] OfOutline =
    [
        (StepChanges.Moved, ParagraphChange.Moved), (StepChanges.Renumbered, ParagraphChange.Renumbered),
        (StepChanges.Split, ParagraphChange.Split), (StepChanges.Merged, ParagraphChange.Merged),
    ];

    private readonly Repository _git;
    private readonly string _draft;
    private readonly string _language;
    private readonly Commit _tip;
    private readonly LanguageSteps _steps;
    private readonly StepEvents _events;
    private readonly ParagraphTexts _texts;
    private readonly Lazy<LanguageHistory> _history;
    private readonly Lazy<ILookup<string, ParagraphStep>> _stepsOf;

    /// <summary>Reads the newest outline; the history is read when it is asked for.</summary>
    /// <exception cref="StoreException">The outline is missing or cannot be read.</exception>
    public ParagraphFollower(Repository git, string draft, string languageFolder, string language, Commit tip, Func<LanguageHistory> readHistory)
    {
        (_git, _draft, _language, _tip) = (git, draft, language, tip);
        (_steps, _events, _texts) = (new LanguageSteps(git, languageFolder), new StepEvents(git), new ParagraphTexts(git));
        _history = new Lazy<LanguageHistory>(readHistory);
        _stepsOf = new Lazy<ILookup<string, ParagraphStep>>(() => History.Steps
            .SelectMany((step, index) => step.Events.Select(happened => (happened.Id, Step: new ParagraphStep(index, step.Point, happened))))
            .ToLookup(each => each.Id, each => each.Step, StringComparer.Ordinal));
        Outline = OutlineFile.ParseUnique(GitObjects.Read<Blob>(git, _steps.StateOf(tip).Outline
            ?? throw new StoreException($"{languageFolder}/{StorePaths.Outline} is missing")).GetContentText());
    }

    /// <summary>The newest outline.</summary>
    public ImmutableArray<OutlineLine> Outline { get; }

    /// <summary>The newest revision.</summary>
    public RevisionPoint Newest => History.Steps[History.Newest].Point;

    private LanguageHistory History => _history.Value;

    /// <summary>The drafting conventions of the language.</summary>
    public DraftingConventions Conventions => DraftingConventions.For(_language);

    /// <summary>
    /// The id of the paragraph that has a label in the newest outline, or, where none has, of the one that had it last when
    /// it was deleted; null where none ever had. An id is its own.
    /// </summary>
    public string? FindId(string label) =>
        Outline.FirstOrDefault(line => line.IsCalled(label))?.Id ?? DeletedAs(label).FirstOrDefault()?.Id ?? (_stepsOf.Value.Contains(label) ? label : null);

    /// <summary>The commit that stored a symbol; null where none did.</summary>
    public Commit? FindCommit(string symbol) => History.FindCommit(_git, symbol);

    /// <summary>The labels of the newest outline but for those under others, for a person who asked for one that is not there.</summary>
    public string DescribeLabels() => Labels.Describe(Outline.Where(line => line.Depth == 0).Select(line => line.Label));

    /// <summary>The steps that did something to a paragraph and led to what it is, the newest first.</summary>
    public IEnumerable<ParagraphStep> StepsOf(string id)
    {
        var path = History.PathOf(id);
        return _stepsOf.Value[id].Where(step => path is null || path.Contains(step.Index));
    }

    /// <summary>The words of a paragraph of the newest outline.</summary>
    /// <exception cref="StoreException">Its text is missing.</exception>
    public string TextOf(OutlineLine line) => TextOf(_events.BlobOf(_steps.StateOf(_tip), line.Id) ?? throw WithoutText(line.Label));

    /// <summary>The words of a blob.</summary>
    /// <exception cref="StoreException">It is missing.</exception>
    public string TextOf(BlobId blob) => _texts.WordsOf(blob);

    /// <summary>What happened to a paragraph.</summary>
    public ParagraphHistory Follow(string id)
    {
        var label = Outline.FirstOrDefault(line => line.Id == id)?.Label;
        var history = HistoryOf(id, label) ?? throw WithoutText(label ?? id);
        return history with { Namesakes = [.. DeletedAs(history.Label).Where(other => other.Id != id)] };
    }

    /// <summary>
    /// What happened to each paragraph that the draft has or had: in the order of the newest outline, then those that are
    /// gone, the one deleted last first.
    /// </summary>
    public ImmutableArray<ParagraphHistory> FollowAll()
    {
        var there = Outline.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        var gone = History.Steps.SelectMany(step => step.Events).Select(happened => happened.Id).Distinct(StringComparer.Ordinal).Where(id => !there.Contains(id));
        return [.. Outline.Select(line => HistoryOf(line.Id, line.Label)).Concat(gone.Select(id => HistoryOf(id, null))).OfType<ParagraphHistory>()];
    }

    // Null where nothing happened to it.
    private ParagraphHistory? HistoryOf(string id, string? label)
    {
        ImmutableArray<ParagraphEvent> events = [.. StepsOf(id).Select(EventOf)];
        return events.IsEmpty ? null : new ParagraphHistory(_draft, _language, id, label ?? events[0].Label, Newest, events, []);
    }

    /// <summary>The paragraph that a symbol itself has under a label; null where it has none.</summary>
    public Namesake? FindNamesake(string label, string symbol)
    {
        if (FindCommit(symbol) is not { } stored)
        {
            return null;
        }

        var state = _steps.StateOf(stored);
        return _events.OutlineOf(state).FirstOrDefault(line => line.IsCalled(label)) is { } line && _events.BlobOf(state, line.Id) is { } blob
            ? new Namesake(line.Id, line.Label, LanguageStep.PointOf(stored), IsDeleted: false, TextOf(blob))
            : null;
    }

    /// <summary>The revisions that brought words into the draft, and those that lost them.</summary>
    public PhraseHistory Search(string phrase)
    {
        var events = ImmutableArray.CreateBuilder<PhraseEvent>();
        var places = new Dictionary<BlobId, int>();
        var sought = PhraseText.Fold(phrase);
        foreach (var step in _steps.From(_tip))
        {
            var (now, before) = (Find(step.State), Find(step.Before[0]));
            if (now is null != before is null)
            {
                var (label, blob) = now ?? before!.Value;
                events.Add(new PhraseEvent(step.Point, now is not null, label, TextOf(blob), places[blob]));
            }
        }

        return new PhraseHistory(_draft, _language, events.ToImmutable());

        (string Label, BlobId Blob)? Find(LanguageState state)
        {
            foreach (var line in _events.OutlineOf(state))
            {
                if (_events.BlobOf(state, line.Id) is { } blob && PlaceIn(blob) >= 0)
                {
                    return (line.Label, blob);
                }
            }

            return null;
        }

        int PlaceIn(BlobId blob)
        {
            if (!places.TryGetValue(blob, out var place))
            {
                place = PhraseText.Fold(TextOf(blob)).IndexOf(sought, StringComparison.OrdinalIgnoreCase);
                places.Add(blob, place);
            }

            return place;
        }
    }

    /// <summary>What changed in this language from one state to its newest one, in the order of the newest; what is gone stands where it was.</summary>
    /// <param name="since">The commit whose state the other language was translated from.</param>
    /// <param name="behind">The outline of the other language.</param>
    public StaleLanguage ChangesSince(Commit since, ImmutableArray<OutlineLine> behind)
    {
        var (old, @new) = (_steps.StateOf(since), _steps.StateOf(_tip));
        var labels = behind.ToDictionary(line => line.Id, line => line.Label, StringComparer.Ordinal);
        var outline = _events.OutlineOf(old);
        var there = Outline.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        var places = outline.Select((line, place) => (line.Id, Place: place)).ToDictionary(each => each.Id, each => each.Place, StringComparer.Ordinal);
        var moved = OutlineChanges.MovedBetween([.. outline.Select(line => line.Id)], [.. Outline.Select(line => line.Id)]);
        var paragraphs = ImmutableArray.CreateBuilder<StaleParagraph>();
        AddGone(0);
        foreach (var line in Outline)
        {
            var oldBlob = _events.BlobOf(old, line.Id);
            if (_events.BlobOf(@new, line.Id) is { } newBlob && (oldBlob != newBlob || moved.Contains(line.Id)))
            {
                var newText = TextOf(newBlob);
                var (change, edits) = oldBlob is not { } before ? (ParagraphChange.Inserted, [])
                    : before == newBlob ? (ParagraphChange.Moved, [])
                    : CompareWords(TextOf(before), newText);
                paragraphs.Add(new StaleParagraph(labels.GetValueOrDefault(line.Id), line.Label, change, newText, edits));
            }

            if (places.TryGetValue(line.Id, out var place))
            {
                AddGone(place + 1);
            }
        }

        return new StaleLanguage(_language, Newest, paragraphs.ToImmutable());

        void AddGone(int start)
        {
            for (var i = start; i < outline.Length && !there.Contains(outline[i].Id); i++)
            {
                if (_events.BlobOf(old, outline[i].Id) is { } blob)
                {
                    paragraphs.Add(new StaleParagraph(labels.GetValueOrDefault(outline[i].Id), outline[i].Label, ParagraphChange.Deleted, TextOf(blob), []));
                }
            }
        }
    }

    private static StoreException WithoutText(string label) => new($"no commit brought in {label}; 'draftdiff check' says what is wrong");

    // The deleted paragraphs that were called so when they were deleted, the one deleted last first.
    private IEnumerable<Namesake> DeletedAs(string label)
    {
        var there = Outline.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        return History.Steps
            .SelectMany(step => step.Events.Select(happened => (step.Point, Event: happened)))
            .Where(each => each.Event.Changes.HasFlag(StepChanges.Deleted)
                && string.Equals(each.Event.Label, label, StringComparison.OrdinalIgnoreCase)
                && !there.Contains(each.Event.Id))
            .DistinctBy(each => each.Event.Id, StringComparer.Ordinal)
            .Select(each => new Namesake(
                each.Event.Id, each.Event.Label, each.Point, IsDeleted: true, each.Event.Old is { } blob ? TextOf(blob) : ""));
    }

    private ParagraphEvent EventOf(ParagraphStep step)
    {
        var happened = step.Event;
        var (old, @new) = (happened.Old is { } before ? TextOf(before) : null, happened.New is { } now ? TextOf(now) : null);
        var changes = ImmutableArray.CreateBuilder<ParagraphChange>();
        ImmutableArray<WordEdit> edits = [];
        if (old is null || @new is null)
        {
            changes.Add(old is null ? ParagraphChange.Inserted : ParagraphChange.Deleted);
        }
        else if (happened.Changes.HasFlag(StepChanges.Changed))
        {
            (var change, edits) = CompareWords(old, @new);
            changes.Add(change);
        }

        changes.AddRange(OfOutline.Where(each => happened.Changes.HasFlag(each.Step)).Select(each => each.Change));
        return new ParagraphEvent(step.Point, happened.Label, changes.ToImmutable(), @new ?? old ?? "", edits) { Others = OthersOf(step) };
    }

    // What it came of, or what it became a part of where it is gone.
    private ImmutableArray<string> OthersOf(ParagraphStep step)
    {
        var (id, others) = (step.Event.Id, History.Steps[step.Index].Events);
        return step.Event.New is null
            ? [.. others.Where(other => other.Origins.Contains(id)).Select(other => other.Label)]
            : [.. others.Where(other => other.Id != id && step.Event.Origins.Contains(other.Id)).Select(other => other.Label)];
    }

    // Two blobs with the same words differ in the footnotes they call.
    private (ParagraphChange Change, ImmutableArray<WordEdit> Edits) CompareWords(string old, string @new) => old == @new
        ? (ParagraphChange.Footnotes, [])
        : (ParagraphChange.Reworded, ParagraphWords.Compare(old, @new, Conventions));
}

/// <summary>What a step did to a paragraph.</summary>
/// <param name="Index">The place of the step in the history, the newest first.</param>
/// <param name="Point">The revision.</param>
/// <param name="Event">What it did.</param>
internal sealed record ParagraphStep(int Index, RevisionPoint Point, StepEvent Event);
