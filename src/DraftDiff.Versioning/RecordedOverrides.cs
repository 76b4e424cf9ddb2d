using System.Collections.Immutable;
using DraftDiff.Differencing;

namespace DraftDiff.Versioning;

/// <summary>What people said of matches when they stored revisions, as the records keep it.</summary>
internal static class RecordedOverrides
{
    /// <summary>What was said of a revision against the one it follows.</summary>
    public static ImmutableArray<MatchOverride> Of(RevisionRecord record)
    {
        var overrides = ImmutableArray.CreateBuilder<MatchOverride>();
        foreach (var text in record.Match ?? [])
        {
            if (MatchOverride.TryParse(text, out var said))
            {
                overrides.Add(said);
            }
        }

        return overrides.ToImmutable();
    }

    /// <summary>
    /// What that says of two revisions between which there may be others: a paragraph that somebody spoke of is the one
    /// of the same id in both.
    /// </summary>
    /// <param name="later">The later revision and those before it, the newest first, without the earlier one.</param>
    /// <param name="earlier">The earlier revision.</param>
    /// <param name="outlineOf">The outline of a revision.</param>
    public static ImmutableArray<MatchOverride> Between(
        IReadOnlyList<RevisionRecord> later, RevisionRecord earlier, Func<RevisionRecord, ImmutableArray<OutlineLine>> outlineOf)
    {
        if (later.Count <= 1)
        {
            return [.. later.SelectMany(record => Of(record))];
        }

        var ids = later
            .SelectMany(record => Of(record).Select(said => outlineOf(record).FirstOrDefault(line => line.IsCalled(said.New ?? ""))?.Id))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0)
        {
            return [];
        }

        var (old, @new) = (Labels(earlier), Labels(later[0]));
        return [.. ids
            .Select(id => new MatchOverride(@new.GetValueOrDefault(id), old.GetValueOrDefault(id)))
            .Where(said => said.New is not null || said.Old is not null)];

        Dictionary<string, string> Labels(RevisionRecord record) =>
            outlineOf(record).ToDictionary(line => line.Id, line => line.Label, StringComparer.Ordinal);
    }
}
