using System.Collections.Immutable;
using DraftDiff.Syntax;
using DraftDiff.Tests.Differencing;

namespace DraftDiff.Benchmarks;

/// <summary>Two texts whose units a person aligned.</summary>
internal sealed record AlignedTexts(Alignment Alignment, ImmutableArray<Unit> Old, ImmutableArray<Unit> New)
{
    /// <summary>The alignments of a folder, which has the units of their texts as well: <c>NAME.units.tsv</c>.</summary>
    public static ImmutableArray<AlignedTexts> WithUnits(string folder) =>
        Read(folder, name => BareUnits.Read(Path.Combine(folder, $"{name}.units.tsv")));

    /// <summary>The alignments that the tests have, of texts anywhere below a folder: <c>NAME.txt</c>.</summary>
    public static ImmutableArray<AlignedTexts> OfTests(string folder)
    {
        var texts = Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories).ToDictionary(file => Path.GetFileNameWithoutExtension(file));
        return Read(Path.Combine(AppContext.BaseDirectory, "Alignments"), name => DraftPair.Read(File.ReadAllBytes(texts[name])).Units);
    }

    /// <summary>How well some matches agree with the reading that fits them best.</summary>
    public double F1(ImmutableArray<MatchedUnits> matches)
    {
        var found = matches
            .Where(match => match.Old.Concat(match.New).All(Alignment.Names))
            .Select(match => LabelRelation.Of(match.Old, match.New))
            .ToHashSet();
        return LabelRelation.F1(Alignment.BestReading(found), found);
    }

    private static ImmutableArray<AlignedTexts> Read(string folder, Func<string, ImmutableArray<Unit>> read) =>
        [.. Alignment.ReadAll(folder).Select(alignment => new AlignedTexts(alignment, read(alignment.OldName), read(alignment.NewName)))];
}
