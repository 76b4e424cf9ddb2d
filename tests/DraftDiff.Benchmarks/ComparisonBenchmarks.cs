using BenchmarkDotNet.Attributes;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Benchmarks;

/// <summary>What changed between two trees that have been read.</summary>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private DraftTree _old = DraftPair.Read([]);
    private DraftTree _new = DraftPair.Read([]);

    [Params(1, 10, 100)]
    public int Times { get; set; }

    [GlobalSetup]
    public void ReadDrafts()
    {
        var pair = DraftPair.OfLength(Times);
        _old = DraftPair.Read(pair.Old);
        _new = DraftPair.Read(pair.New);
    }

    [Benchmark]
    public DraftComparison Compare() => DraftComparison.Compare(_old, _new);

    [Benchmark]
    public DraftComparison CompareWithItself() => DraftComparison.Compare(_old, _old);
}
