// dotnet run -c Release --project tests/DraftDiff.Benchmarks                 choose benchmarks from a list
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- --filter '*' run them all
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- growth       how costs grow with the length of a draft
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- reading FILE…  what reading costs beside decoding
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- repository DRAFTDIFF [FOLDER…]
//                                                                            what the published program takes beside git
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- accuracy [GOLD_FOLDER] [SERIES_FOLDER]
//                                                                            how well DraftDiff and others pair paragraphs
using BenchmarkDotNet.Running;
using DraftDiff.Benchmarks;

if (args is ["growth"])
{
    Growth.Measure(Console.Out);
}
else if (args is ["reading", .. var files])
{
    Reading.Measure(files, Console.Out);
}
else if (args is ["repository", var program, .. var imported])
{
    Repositories.Measure(program, imported, Console.Out);
}
else if (args is ["accuracy", .. var folders])
{
    Accuracy.Measure(folders, Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Growth).Assembly).Run(args);
}
