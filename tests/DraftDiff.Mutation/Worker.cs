using System.Globalization;
using System.Reflection;
using DraftDiff.Syntax;

namespace DraftDiff.Mutation;

/// <summary>
/// The process that runs tests on the mutated library. It reads a line for each mutant, its number and those of the tests to
/// run, and answers with a line. A test without end ends the process, and whoever started it starts another.
/// </summary>
internal sealed class Worker(string testFilter, TextReader orders, TextWriter answers)
{
    // In time of the processor, so that a busy machine, or one that stops a process for a while, kills no mutant.
    private static readonly TimeSpan LongestTest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly List<TestCase> _tests = TestCase.Find(
        typeof(Tests.Differencing.MatchTests).Assembly, type => type.FullName!.Contains(testFilter, StringComparison.Ordinal) && type.Name != "GrowthTests");

    private readonly FieldInfo _active = Switch().GetField("Active")!;
    private readonly bool[] _hits = (bool[])Switch().GetField("Hits")!.GetValue(null)!;

    /// <summary>Answers with a line for each test: its name, its milliseconds, and the mutants whose place it came by.</summary>
    public void Cover()
    {
        foreach (var test in _tests)
        {
            test.Run();
            Array.Clear(_hits);
            var (passed, milliseconds) = test.Run();
            var hits = Enumerable.Range(0, _hits.Length).Where(id => _hits[id]);
            answers.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{test.Name}\t{(passed ? milliseconds : -1):0.0}\t{string.Join(' ', hits)}"));
        }
    }

    public void Serve()
    {
        while (orders.ReadLine() is { } order)
        {
            var numbers = order.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
            answers.WriteLine(VerdictOn(numbers[0], numbers.Skip(1).Select(number => _tests[number])));
            answers.Flush();
        }
    }

    private string VerdictOn(int mutant, IEnumerable<TestCase> tests)
    {
        _active.SetValue(null, mutant);
        foreach (var test in tests)
        {
            var start = Environment.CpuUsage.TotalTime;
            using var watchdog = new Timer(_ => EndAfter(test, start), null, BetweenLooks, BetweenLooks);
            if (!test.Run().Passed)
            {
                return $"killed {test.Name}";
            }
        }

        return "survived";
    }

    private void EndAfter(TestCase test, TimeSpan start)
    {
        if (Environment.CpuUsage.TotalTime - start > LongestTest)
        {
            answers.WriteLine($"killed {test.Name}, which did not end");
            answers.Flush();
            Environment.Exit(1);
        }
    }

    private static Type Switch() => typeof(DraftTree).Assembly.GetType("MutantSwitch", throwOnError: true)!;
}
