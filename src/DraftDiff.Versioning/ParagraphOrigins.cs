using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.History;

namespace DraftDiff.Versioning;

/// <summary>
/// Finds which revisions paragraphs and their words came in with. A paragraph that was split off has the origin of the one
/// it was part of, and the words of a merged one have the origins they had before.
/// </summary>
internal sealed class ParagraphOrigins
{
    private const StepChanges OfContent = StepChanges.Inserted | StepChanges.Changed;

    private readonly ParagraphFollower _follower;
    private readonly bool _withWords;
    private readonly Dictionary<string, ParagraphStep> _introductions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<BlamedWords>> _words = new(StringComparer.Ordinal);

    /// <summary>Reads the origins of some paragraphs.</summary>
    /// <param name="follower">What follows them.</param>
    /// <param name="ids">The paragraphs.</param>
    /// <param name="withWords">True to read those of the words too.</param>
    /// <exception cref="StoreException">A text is missing.</exception>
    public ParagraphOrigins(ParagraphFollower follower, IEnumerable<string> ids, bool withWords)
    {
        (_follower, _withWords) = (follower, withWords);
        foreach (var step in StepsOf(ids).GroupBy(step => step.Index).OrderByDescending(steps => steps.Key))
        {
            Take([.. step]);
        }
    }

    /// <summary>Where a paragraph of the newest outline came from.</summary>
    /// <exception cref="StoreException">No commit brought it in, or its text is missing.</exception>
    public BlamedParagraph Of(OutlineLine line)
    {
        var text = _follower.TextOf(line);
        var changed = _follower.StepsOf(line.Id).FirstOrDefault(step => (step.Event.Changes & OfContent) != 0)?.Point;
        return changed is null || !_introductions.TryGetValue(line.Id, out var introduction)
            ? throw new StoreException($"no commit brought in {line.Label}; 'draftdiff check' says what is wrong")
            : new BlamedParagraph(
                line.Label, line.Id, introduction.Point, changed, text, _withWords ? Reword(_words.GetValueOrDefault(line.Id, []), text, changed) : []);
    }

    // The steps of paragraphs and of all that they were split off from or merged of.
    private IEnumerable<ParagraphStep> StepsOf(IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(ids);
        while (waiting.TryDequeue(out var id))
        {
            if (seen.Add(id))
            {
                foreach (var step in _follower.StepsOf(id))
                {
                    Array.ForEach([.. step.Event.Origins], waiting.Enqueue);
                    yield return step;
                }
            }
        }
    }

    // All that one commit did, out of what was before it.
    private void Take(ImmutableArray<ParagraphStep> steps)
    {
        var introductions = steps.Select(IntroductionOf).ToArray();
        var words = _withWords ? steps.Select(WordsOf).ToArray() : [];
        for (var i = 0; i < steps.Length; i++)
        {
            _introductions.TryAdd(steps[i].Event.Id, introductions[i]);
            if (_withWords)
            {
                _words[steps[i].Event.Id] = words[i];
            }
        }
    }

    private ParagraphStep IntroductionOf(ParagraphStep step) => step.Event.Origins
        .Where(origin => origin != step.Event.Id)
        .Select(origin => _introductions.GetValueOrDefault(origin))
        .OfType<ParagraphStep>()
        .Append(step)
        .MaxBy(each => each.Index)!;

    // A paragraph that came back has its old words, or all new ones where it came back as what another language has there.
    private ImmutableArray<BlamedWords> WordsOf(ParagraphStep step)
    {
        var happened = step.Event;
        var words = _words.GetValueOrDefault(happened.Id, []);
        if (happened.New is not { } blob || (happened.Old == blob && happened.Origins.IsEmpty))
        {
            return words;
        }

        var text = _follower.TextOf(blob);
        return happened.Origins.IsEmpty
            ? Reword(happened.Old is null && TextOf(words) != text ? [] : words, text, step.Point)
            : Reword(Join(happened.Origins.Select(origin => _words.GetValueOrDefault(origin, []))), text, step.Point);
    }

    // The words of a text over those before it.
    private ImmutableArray<BlamedWords> Reword(ImmutableArray<BlamedWords> before, string text, RevisionPoint point)
    {
        var textBefore = TextOf(before);
        return textBefore == text ? before
            : before.IsEmpty ? [new BlamedWords(text, point)]
            : Apply(before, ParagraphWords.Compare(textBefore, text, _follower.Conventions), point);
    }

    private static string TextOf(ImmutableArray<BlamedWords> words) => string.Concat(words.Select(piece => piece.Text));

    private static ImmutableArray<BlamedWords> Join(IEnumerable<ImmutableArray<BlamedWords>> parts)
    {
        ImmutableArray<BlamedWords> joined = [];
        foreach (var part in parts.Where(part => !part.IsEmpty))
        {
            joined = joined is [.., var last] ? [.. joined[..^1], last with { Text = $"{last.Text} " }, .. part] : part;
        }

        return joined;
    }

    private static ImmutableArray<BlamedWords> Apply(ImmutableArray<BlamedWords> words, ImmutableArray<WordEdit> edits, RevisionPoint point)
    {
        var changed = new List<BlamedWords>();
        var (piece, position) = (0, 0);
        foreach (var edit in edits)
        {
            if (edit.Operation == EditOperation.Insert)
            {
                Add(edit.Text, point);
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

        return [.. changed];

        // Words that others once stood between are not run together, or they would read as a text that never was.
        void Add(string text, RevisionPoint by)
        {
            if (changed.Count > 0 && (string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(changed[^1].Text)))
            {
                changed[^1] = new BlamedWords(changed[^1].Text + text, string.IsNullOrWhiteSpace(text) ? changed[^1].Point : by);
            }
            else
            {
                changed.Add(new BlamedWords(text, by));
            }
        }
    }
}
