// dotnet run -c Release --project tests/DraftDiff.Benchmarks                 choose benchmarks from a list
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- --filter '*' run them all
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- growth       how costs grow with the length of a draft
using BenchmarkDotNet.Running;
using DraftDiff.Benchmarks;

if (args is ["growth"])
{
    Growth.Measure(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Growth).Assembly).Run(args);
}
