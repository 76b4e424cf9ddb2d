// dotnet run -c Release --project tests/DraftDiff.Benchmarks                 choose benchmarks from a list
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- --filter '*' run them all
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- growth       how costs grow with the length of a draft
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- reading FILE…  what reading costs beside decoding
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- processes DRAFTDIFF
//                                                                            the published program beside other tools
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- repository DRAFTDIFF [FOLDER…]
//                                                                            what the published program takes beside git
// dotnet run -c Release --project tests/DraftDiff.Benchmarks -- page docs/benchmarks.md DRAFTDIFF [FOLDER…]
//                                                                            all of these, written into the page
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
    Repositories.MeasureHistory(program, Console.Out);
    if (imported.Length > 0)
    {
        Repositories.MeasureImports(program, imported, Console.Out);
    }
}
else if (args is ["processes", var published])
{
    using var processes = new Processes(published);
    processes.MeasureComparisons(Console.Out);
    processes.MeasureGrowth(Console.Out);
    processes.MeasureRedlines(Console.Out);
}
else if (args is ["page", var page, var command, .. var imports])
{
    BenchmarkPage.Renew(page, command, imports);
}
else if (args is ["accuracy", .. var folders])
{
    Accuracy.Measure(folders, Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Growth).Assembly).Run(args);
}
