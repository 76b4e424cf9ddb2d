using System.Globalization;
using System.Text;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Benchmarks;

/// <summary>
/// What reading a text costs beside decoding its bytes to a string: medians in one process, and the bytes that reading
/// allocates. Reading looks at every character many times, so it costs a multiple; ten times is the aim.
/// </summary>
internal static class Reading
{
    // The seed and fixtures, from the folder of the project.
    private static readonly string[] Files =
        ["seeds/000_4510d16fedc8d16d.txt", "fixtures/ict/rev1.zh.txt", "fixtures/gardens/base.ar.txt", "fixtures/gardens/base.en.txt"];

    /// <summary>Measures some texts and prints a table.</summary>
    public static void Measure(TextWriter output) => Measure(Files, output);

    /// <summary>Measures the texts of files and prints a table.</summary>
    public static void Measure(IReadOnlyList<string> files, TextWriter output)
    {
        output.WriteLine("| text | bytes | `Encoding.UTF8.GetString` | decoding with detection | reading | times `GetString` | allocated |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var source = SourceText.Decode(file, bytes);
            var text = Timing.Median(() => Encoding.UTF8.GetString(bytes));
            var decode = Timing.Median(() => SourceText.Decode(file, bytes));
            var parse = Timing.Median(() => DraftTree.Parse(source));
            var before = GC.GetAllocatedBytesForCurrentThread();
            DraftTree.Parse(source);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {file} | {bytes.Length:N0} | {Micro(text)} | {Micro(decode)} | {Micro(parse)} | {parse / text:N1} | {allocated / 1e3:N0} kB |"));
        }
    }

    private static string Micro(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:N1} µs");
}
