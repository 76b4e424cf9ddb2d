using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace DraftDiff.Mutation;

/// <summary>Runs the tests that come by a mutant, the quickest first, until one notices it.</summary>
/// <param name="program">This program beside the mutated library.</param>
/// <param name="testFilter">What the names of the classes of tests contain.</param>
/// <param name="longestTest">How many milliseconds a test may take.</param>
/// <param name="log">Takes each verdict when it is known.</param>
internal sealed class MutationRun(string program, string testFilter, int longestTest, TextWriter log)
{
    /// <returns>What became of each mutant.</returns>
    /// <param name="mutants">The mutants, in the order in which they are tried.</param>
    /// <param name="workers">How many are tried at a time.</param>
    public MutationReport Run(IReadOnlyCollection<Mutant> mutants, int workers)
    {
        var testsOf = TestsOf();
        var queue = new ConcurrentQueue<Mutant>(mutants);
        var verdicts = new ConcurrentDictionary<Mutant, string>();
        var clock = Stopwatch.StartNew();
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
        {
            using var worker = new WorkerProcess(program, testFilter);
            while (queue.TryDequeue(out var mutant))
            {
                var verdict = testsOf.TryGetValue(mutant.Id, out var tests) ? worker.Ask($"{mutant.Id} {string.Join(' ', tests)}") : "not covered";
                verdicts[mutant] = verdict;
                lock (log)
                {
                    log.WriteLine($"{verdict}\t{mutant}");
                }
            }

            // What a mutant left behind must not have killed the ones after it.
            var afterwards = worker.Ask($"0 {string.Join(' ', testsOf.Values.SelectMany(tests => tests).Distinct())}");
            if (afterwards != "survived")
            {
                Console.WriteLine($"Beware: without a mutant, {afterwards}");
            }
        });
        Console.WriteLine($"{clock.Elapsed.TotalMinutes:0.0} min");
        return new MutationReport(verdicts);
    }

    // The tests of each mutant by number, the quickest first.
    private Dictionary<int, List<int>> TestsOf()
    {
        using var worker = new WorkerProcess(program, testFilter);
        var tests = worker.Cover().Select((line, number) => (Number: number, Cells: line.Split('\t')))
            .Select(test => (test.Number, Name: test.Cells[0], Milliseconds: double.Parse(test.Cells[1], CultureInfo.InvariantCulture), Hits: test.Cells[2])).ToList();
        foreach (var test in tests.Where(test => test.Milliseconds < 0 || test.Milliseconds > longestTest))
        {
            Console.WriteLine($"Left out: {test.Name}, which {(test.Milliseconds < 0 ? "fails without mutants" : $"takes {test.Milliseconds:0} ms")}");
        }

        var testsOf = new Dictionary<int, List<int>>();
        foreach (var test in tests.Where(test => test.Milliseconds >= 0 && test.Milliseconds <= longestTest).OrderBy(test => test.Milliseconds))
        {
            foreach (var hit in test.Hits.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var mutant = int.Parse(hit, CultureInfo.InvariantCulture);
                if (!testsOf.TryGetValue(mutant, out var ofMutant))
                {
                    testsOf.Add(mutant, ofMutant = []);
                }

                ofMutant.Add(test.Number);
            }
        }

        Console.WriteLine($"{tests.Count} tests");
        return testsOf;
    }
}
