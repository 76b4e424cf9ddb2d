using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.History;

namespace DraftDiff.Versioning;

/// <summary>
/// Finds which revisions paragraphs and their words came in with. A paragraph that was split off has the origin of the one
/// it was part of, and the words of a merged one have the origins they had before.
/// </summary>
internal sealed class ParagraphOrigins(ParagraphFollower follower)
{
    private readonly Dictionary<(string Id, int Since), ImmutableArray<BlamedWords>> _words = [];

    /// <summary>Where a paragraph of the newest outline came from.</summary>
    /// <exception cref="StoreException">A text is missing.</exception>
    public BlamedParagraph Of(OutlineLine line, bool words)
    {
        const StepChanges OfContent = StepChanges.Inserted | StepChanges.Changed;
        var changed = follower.StepsOf(line.Id).FirstOrDefault(step => (step.Event.Changes & OfContent) != 0)
            ?? throw new StoreException($"no commit brought in {line.Label}; 'draftdiff check' says what is wrong");
        return new BlamedParagraph(
            line.Label, line.Id, IntroductionOf(line.Id, 0).Point, changed.Point, follower.TextOf(changed.Event.New!), words ? WordsOf(line.Id, 0) : []);
    }

    // The first step of a paragraph as it stood before the step `since`.
    private ParagraphStep IntroductionOf(string id, int since)
    {
        var first = follower.StepsOf(id).Last(step => step.Index >= since);
        return first.Event.Origins
            .Where(origin => origin != id && follower.StepsOf(origin).Any(step => step.Index > first.Index))
            .Select(origin => IntroductionOf(origin, first.Index + 1))
            .Append(first)
            .MaxBy(step => step.Index)!;
    }

    // The words of each step over those of the one before. A paragraph that came back has its old words, or all new ones
    // where it came back as what another language has there.
    private ImmutableArray<BlamedWords> WordsOf(string id, int since)
    {
        if (_words.TryGetValue((id, since), out var known))
        {
            return known;
        }

        ImmutableArray<BlamedWords> words = [];
        foreach (var step in follower.StepsOf(id).Where(step => step.Index >= since).Reverse())
        {
            if (step.Event.New is not { } blob || (step.Event.Old == blob && step.Event.Origins.IsEmpty))
            {
                continue;
            }

            var text = follower.TextOf(blob);
            var before = step.Event.Origins.IsEmpty ? words
                : Join(step.Event.Origins.Select(origin => origin == id ? words : WordsOf(origin, step.Index + 1)));
            var textBefore = string.Concat(before.Select(piece => piece.Text));
            var isNew = before.IsEmpty || (step.Event.Old is null && step.Event.Origins.IsEmpty);
            words = textBefore == text ? before
                : isNew ? [new BlamedWords(text, step.Point)]
                : Apply(before, ParagraphWords.Compare(textBefore, text, follower.Conventions), step.Point);
        }

        _words.Add((id, since), words);
        return words;
    }

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
