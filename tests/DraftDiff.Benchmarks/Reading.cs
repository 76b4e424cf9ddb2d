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
    /// <summary>Measures some texts and prints a table.</summary>
    public static void Measure(IReadOnlyList<string> files, TextWriter output)
    {
        output.WriteLine($"{"text",-28}{"bytes",10}{"GetString",14}{"Decode",14}{"Parse",14}{"of GetString",14}{"allocated",14}");
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
                $"{Path.GetFileName(file),-28}{bytes.Length,10:N0}{Micro(text),14}{Micro(decode),14}{Micro(parse),14}{parse / text,14:N1}{allocated,14:N0}"));
        }
    }

    private static string Micro(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:N1} µs");
}
