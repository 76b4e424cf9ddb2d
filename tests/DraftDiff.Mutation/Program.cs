// Puts small faults into src/DraftDiff/Differencing, one at a time, and says how many of them the tests notice:
//
//     dotnet run -c Release --project tests/DraftDiff.Mutation [-- OPTIONS]
//
//     --file NAME       only mutants of files whose name contains NAME
//     --sample N        only N mutants, drawn with --seed (1 unless told)
//     --only FILE       only the mutants that FILE lists, as an earlier run wrote them
//     --tests FILTER    the tests whose class, with namespace, contains FILTER (all of DraftDiff.Tests unless told)
//     --longest MS      no test that takes longer (1000 unless told)
//     --workers N       processes at a time (1 unless told)
//
// Verdicts are written to artifacts/mutation/verdicts.txt as they come, survivors to survivors.txt at the end. Tests are run
// as they are, with few random cases a law and without real texts; a mutant counts as killed where a test fails, does not end
// or ends the process.
using System.Globalization;
using DraftDiff.Mutation;

if (args is ["--worker", var task, var tests])
{
    var answers = Console.Out;
    Console.SetOut(TextWriter.Null);
    var worker = new Worker(tests, Console.In, answers);
    if (task == "cover")
    {
        worker.Cover();
    }
    else
    {
        worker.Serve();
    }

    return 0;
}

if (args.Length % 2 != 0)
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/DraftDiff.Mutation [-- OPTIONS]; Program.cs explains them.");
    return 2;
}

var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
var root = RootOf(AppContext.BaseDirectory);
var results = Path.Combine(root, "artifacts", "mutation");
var program = CopyOfThisProgram(Path.Combine(results, "program"));
var mutants = MutatedAssembly.Compile(Path.Combine(root, "src", "DraftDiff"), "Differencing", Path.Combine(Path.GetDirectoryName(program)!, "DraftDiff.dll"));
using var log = File.CreateText(Path.Combine(results, "verdicts.txt"));
log.AutoFlush = true;
var received = ReceivedFiles();
var run = new MutationRun(program, options.GetValueOrDefault("--tests", "DraftDiff.Tests"), Number("--longest", 1000), log);
var report = run.Run(Chosen(mutants), Number("--workers", 1));
foreach (var file in ReceivedFiles().Except(received))
{
    File.Delete(file);
}

report.Print(Console.Out, isSample: options.ContainsKey("--sample"));
File.WriteAllLines(Path.Combine(results, "survivors.txt"), report.Survivors.Select(mutant => mutant.ToString()));
return 0;

// What tests of snapshots leave behind when a mutant makes them fail.
string[] ReceivedFiles() => Directory.GetFiles(Path.Combine(root, "tests", "DraftDiff.Tests"), "*.received.*", SearchOption.AllDirectories);

int Number(string option, int otherwise) =>
    options.TryGetValue(option, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

List<Mutant> Chosen(IEnumerable<Mutant> all)
{
    if (options.TryGetValue("--file", out var file))
    {
        all = all.Where(mutant => mutant.File.Contains(file, StringComparison.Ordinal));
    }

    if (options.TryGetValue("--only", out var list))
    {
        var wanted = File.ReadLines(list).ToHashSet();
        all = all.Where(mutant => wanted.Contains(mutant.ToString()));
    }

    // In an order of chance, so that a run that is stopped is a sample, too.
    var drawn = all.ToArray();
    new Random(Number("--seed", 1)).Shuffle(drawn);
    return [.. drawn.Take(Number("--sample", drawn.Length))];
}

static string CopyOfThisProgram(string folder)
{
    foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
    {
        var copy = Path.Combine(folder, Path.GetRelativePath(AppContext.BaseDirectory, file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy, overwrite: true);
    }

    return Path.Combine(folder, "DraftDiff.Mutation.dll");
}

static string RootOf(string folder) =>
    File.Exists(Path.Combine(folder, "DraftDiff.sln"))
        ? folder
        : RootOf(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The program does not stand in DraftDiff's folder."));
