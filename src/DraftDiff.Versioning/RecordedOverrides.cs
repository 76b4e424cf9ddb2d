using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Versioning;

/// <summary>What people said of matches when they stored revisions of a language of a draft, as the records keep it.</summary>
/// <param name="view">The newest commit, which has all records.</param>
/// <param name="folder">The folder of the draft.</param>
/// <param name="language">The language.</param>
/// <param name="outlineOf">The outline that a revision left; empty where no commit says that it stored it.</param>
internal sealed class RecordedOverrides(StoreView view, string folder, string language, Func<RevisionRecord, ImmutableArray<OutlineLine>> outlineOf)
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
    /// What that says of two revisions, one of which led to the other, perhaps through others: a paragraph that somebody
    /// spoke of is the one of the same id in both.
    /// </summary>
    /// <returns>Null where the later one does not follow the earlier one.</returns>
    /// <exception cref="StoreException">A record cannot be read.</exception>
    public ImmutableArray<MatchOverride>? Between(DocumentSymbol earlier, DocumentSymbol later)
    {
        var chain = new List<RevisionRecord>();
        var record = view.FindRecord(folder, language, later);
        while (record is not null && record.Symbol != earlier.ToString() && chain.All(other => other.Symbol != record.Symbol))
        {
            chain.Add(record);
            record = view.FindRecord(folder, language, record.Follows);
        }

        return record?.Symbol != earlier.ToString() ? null
            : chain.Count <= 1 ? [.. chain.SelectMany(each => Of(each))]
            : ByIds(record, chain);
    }

    private ImmutableArray<MatchOverride> ByIds(RevisionRecord earlier, List<RevisionRecord> later)
    {
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
