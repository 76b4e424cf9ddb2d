using BenchmarkDotNet.Attributes;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Benchmarks;

/// <summary>From the bytes of a file to its tree.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private byte[] _bytes = [];
    private SourceText _source = SourceText.From("");

    [Params(1, 10, 100)]
    public int Times { get; set; }

    [GlobalSetup]
    public void ReadDraft()
    {
        _bytes = DraftPair.OfLength(Times).Old;
        _source = DraftPair.Decode(_bytes);
    }

    [Benchmark]
    public SourceText Decode() => DraftPair.Decode(_bytes);

    [Benchmark]
    public DraftTree Parse() => DraftTree.Parse(_source);
}
