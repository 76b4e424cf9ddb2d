using DraftDiff.Differencing;

namespace DraftDiff.Formats.Word;

/// <summary>
/// Decides which units of a comparison stay in their paragraphs: those in one order in both documents, as many words as
/// possible. All others are moved, deleted or inserted.
/// </summary>
internal static class RedlinePlan
{
    /// <summary>A chance to stay: some units of a change, neighbours on both sides.</summary>
    private sealed record Candidate(ChangePlan Plan, int[] Old, int[] New, int FirstOld, int LastOld, int FirstNew, int LastNew, int Weight);

    /// <summary>Plans the changes of a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="isInOrder">False for an old unit, by its index, that has no place in the order of the body, and so stays where it is.</param>
    public static List<ChangePlan> Of(EditScript script, Func<int, bool> isInOrder)
    {
        List<ChangePlan> plans = [.. script.Changes.Select(change => new ChangePlan(change))];
        var candidates = new List<Candidate>();
        var came = script.Changes.Where(change => change.Kind == ChangeKind.Inserted).Select(change => change.New[0].Index).ToHashSet();
        var went = script.Changes.Where(change => change.Kind == ChangeKind.Deleted).Select(change => change.Old[0].Index).ToHashSet();
        foreach (var plan in plans)
        {
            var change = plan.Change;
            if (change.Old.IsEmpty || change.New.IsEmpty)
            {
                continue;
            }

            var isPair = change.Old.Length == 1 && change.New.Length == 1;
            if (change.Old.Any(unit => !isInOrder(unit.Index)))
            {
                plan.OldStays[0] = plan.NewStays[0] = isPair;
                continue;
            }

            if (isPair)
            {
                if (!change.Moved)
                {
                    candidates.Add(Of(plan, [0], [0]));
                }

                continue;
            }

            // A split or merge stays with those of its units that follow each other; which do best is tried below.
            candidates.AddRange(GroupsOf(plan, plan.Change.Kind == ChangeKind.Split ? came : went));
        }

        foreach (var chosen in Choose(candidates))
        {
            foreach (var old in chosen.Old)
            {
                chosen.Plan.OldStays[old] = true;
            }

            foreach (var @new in chosen.New)
            {
                chosen.Plan.NewStays[@new] = true;
            }
        }

        return plans;
    }

    private static Candidate Of(ChangePlan plan, int[] old, int[] @new) => new(
        plan,
        old,
        @new,
        plan.Change.Old[old[0]].Index,
        plan.Change.Old[old[^1]].Index,
        plan.Change.New[@new[0]].Index,
        plan.Change.New[@new[^1]].Index,
        1 + Math.Min(old.Sum(i => plan.Change.Old[i].Words.Length), @new.Sum(i => plan.Change.New[i].Words.Length)));

    /// <summary>
    /// The stretches of a split's parts, or of a merger's sources, that ascend in the order of their document with nothing
    /// between them but what came or went.
    /// </summary>
    private static IEnumerable<Candidate> GroupsOf(ChangePlan plan, HashSet<int> between)
    {
        var isSplit = plan.Change.Kind == ChangeKind.Split;
        var units = isSplit ? plan.Change.New : plan.Change.Old;
        for (var first = 0; first < units.Length; first++)
        {
            for (var end = first + 1; end <= units.Length && (end == first + 1 || Follows(units[end - 2].Index, units[end - 1].Index)); end++)
            {
                int[] group = [.. Enumerable.Range(first, end - first)];
                yield return isSplit ? Of(plan, [0], group) : Of(plan, group, [0]);
            }
        }

        bool Follows(int one, int next) => next > one && Enumerable.Range(one + 1, next - one - 1).All(between.Contains);
    }

    /// <summary>The heaviest candidates that stand in one order on both sides and share no unit.</summary>
    private static IEnumerable<Candidate> Choose(List<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            yield break;
        }

        // Most are single units that ascend: a longest path by weight over those sorted by their new place.
        var sorted = candidates.OrderBy(each => each.LastNew).ThenBy(each => each.LastOld).ToArray();
        var olds = sorted.Select(each => each.LastOld).Distinct().Order().ToArray();
        var best = new (int Weight, int Candidate)[olds.Length + 1];
        var total = new int[sorted.Length];
        var before = new int[sorted.Length];
        var done = 0;
        foreach (var i in Enumerable.Range(0, sorted.Length).OrderBy(i => sorted[i].FirstNew).ThenBy(i => sorted[i].LastNew))
        {
            // Only what ends above the first new unit can come before.
            while (done < sorted.Length && sorted[done].LastNew < sorted[i].FirstNew)
            {
                Put(done++);
            }

            var (weight, candidate) = BestBelow(sorted[i].FirstOld);
            total[i] = weight + sorted[i].Weight;
            before[i] = weight == 0 ? -1 : candidate;
        }

        for (var i = Array.IndexOf(total, total.Max()); i >= 0; i = before[i])
        {
            yield return sorted[i];
        }

        // A tree of maxima by the place of the last old unit.
        void Put(int candidate)
        {
            for (var slot = 1 + Array.BinarySearch(olds, sorted[candidate].LastOld); slot <= olds.Length; slot += slot & -slot)
            {
                if (total[candidate] > best[slot].Weight)
                {
                    best[slot] = (total[candidate], candidate);
                }
            }
        }

        (int Weight, int Candidate) BestBelow(int firstOld)
        {
            var index = Array.BinarySearch(olds, firstOld);
            var result = (Weight: 0, Candidate: -1);
            for (var slot = index < 0 ? ~index : index; slot > 0; slot -= slot & -slot)
            {
                if (best[slot].Weight > result.Weight)
                {
                    result = best[slot];
                }
            }

            return result;
        }
    }
}
