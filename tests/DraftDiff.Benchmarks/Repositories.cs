using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace DraftDiff.Benchmarks;

/// <summary>
/// The commands on a repository beside what git alone takes, as whole processes, in one run, medians. The first store has
/// one draft of many revisions, three paragraphs reworded in each; the others are imported from folders.
/// </summary>
internal static partial class Repositories
{
    private const string Symbol = "A/C.2/72/L.39";
    private const int Revisions = 1000;
    private const int Paragraphs = 60;
    private const int Reworded = 3;
    private const int Runs = 11;

    private static readonly string[] Vocabulary =
        ("access building capacity climate cooperation data development digital economy education energy finance framework global health "
        + "implementation member policy regional report resources rural session states support sustainable technology trade urban water women youth").Split(' ');

    /// <summary>Measures what the commands on one draft take, and prints a table.</summary>
    /// <param name="program">The published program.</param>
    /// <param name="output">Where the table goes.</param>
    public static void MeasureHistory(string program, TextWriter output) => InPlace(place => MeasureHistory(program, place, output));

    /// <summary>Measures what importing takes, and prints a table.</summary>
    /// <param name="program">The published program.</param>
    /// <param name="folders">Folders to import; what is in one named <c>series</c> is imported as successive sessions.</param>
    /// <param name="output">Where the table goes.</param>
    public static void MeasureImports(string program, IReadOnlyList<string> folders, TextWriter output)
    {
        output.WriteLine("| import of | documents | time | documents a second | peak memory | after `git gc` | texts, each gzipped | texts in one tar, gzipped |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var folder in folders)
        {
            InPlace(place => MeasureImport(program, folder, place, output));
        }
    }

    private static void InPlace(Action<string> measure)
    {
        var place = Directory.CreateTempSubdirectory("draftdiff-benchmark-").FullName;
        try
        {
            measure(place);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static void MeasureHistory(string program, string place, TextWriter output)
    {
        var (store, tree) = (Path.Combine(place, "store"), Path.Combine(place, "tree"));
        var draft = new RevisedDraft();
        ToolRun.Of(program, "init", store);
        for (var revision = 0; revision < Revisions; revision++)
        {
            Commit(revision);
        }

        ToolRun.Of("git", "-C", store, "gc", "--quiet");
        var newest = SymbolOf(Revisions - 1);
        var files = Lines(ToolRun.Of("git", "-C", store, "ls-tree", "-r", "--name-only", "HEAD", $"{Symbol}/en/paragraphs"));
        var id = IdInJson().Match(ToolRun.Of(program, "log", $"{Symbol}:OP9", "-C", store, "--format", "json").Output).Groups[1].Value;
        var file = $"{Symbol}/en/paragraphs/{id}.txt";
        var cache = Path.Combine(store, "draftdiff");
        Check(
            Lines(ToolRun.Of("git", "-C", store, "log", "--format=%H", "--", file)).Length
                == PointInJson().Count(ToolRun.Of(program, "log", $"{Symbol}:OP9", "-C", store, "--format", "json").Output),
            "log and git log list other revisions");
        Check(Lines(ToolRun.Of(program, "blame", newest, "-C", store)).Length == files.Length, "blame and git list other paragraphs");

        var (log, logAgain, blame, blameAgain, gitLog, gitBlame) = (Times(), Times(), Times(), Times(), Times(), Times());
        for (var run = 0; run < Runs; run++)
        {
            Directory.Delete(cache, recursive: true);
            log.Add(ToolRun.Of(program, "log", $"{Symbol}:OP9", "-C", store).Time);
            logAgain.Add(ToolRun.Of(program, "log", $"{Symbol}:OP9", "-C", store).Time);
            gitLog.Add(ToolRun.Of("git", "-C", store, "log", "-p", "--", file).Time);
            Directory.Delete(cache, recursive: true);
            blame.Add(ToolRun.Of(program, "blame", newest, "-C", store).Time);
            blameAgain.Add(ToolRun.Of(program, "blame", newest, "-C", store).Time);
            gitBlame.Add(new TimeSpan(files.Sum(each => ToolRun.Of("git", "-C", store, "blame", "HEAD", "--", each).Time.Ticks)));
        }

        var (commit, gitCommit) = (Times(), Times());
        ToolRun.Of("git", "clone", "--quiet", store, tree);
        for (var run = 0; run < Runs; run++)
        {
            commit.Add(Commit(Revisions + run).Time);
            ToolRun.Of("git", "-C", tree, "fetch", "--quiet");
            ToolRun.Of("git", "-C", tree, "restore", "--source=FETCH_HEAD", "--worktree", ".");
            var added = ToolRun.Of("git", "-C", tree, "add", "--all").Time;
            gitCommit.Add(added + ToolRun.Of(
                "git", "-C", tree, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=A revision").Time);
            Check(TreeOf(store) == TreeOf(tree), "commit and git commit store other trees");
        }

        output.WriteLine($"| {Revisions} revisions of {Paragraphs} paragraphs, {Reworded} reworded each time | DraftDiff | git | | times |");
        output.WriteLine("|---|---|---|---|---|");
        Row("`log S:OP9`, the first call", log, gitLog, "`git log -p -- <file>`");
        Row("`log S:OP9`, the next call", logAgain, gitLog, "the same");
        Row("`blame S`, the first call", blame, gitBlame, "`git blame` of each file of a paragraph");
        Row("`blame S`, the next call", blameAgain, gitBlame, "the same");
        Row("`commit`", commit, gitCommit, "`git add` and `git commit` of the same files");

        ToolRun Commit(int revision)
        {
            var text = Path.Combine(place, "draft.txt");
            File.WriteAllText(text, draft.Next());
            return ToolRun.Of(program, "commit", text, "--symbol", SymbolOf(revision), "-C", store);
        }

        string TreeOf(string repository) => ToolRun.Of("git", "-C", repository, "rev-parse", "HEAD^{tree}").Output;

        void Row(string what, List<TimeSpan> ours, List<TimeSpan> gits, string beside) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {Milli(Median(ours))} | {Milli(Median(gits))} | {beside} | {Median(ours) / Median(gits):N1} |"));
    }

    private static void MeasureImport(string program, string folder, string place, TextWriter output)
    {
        var store = Path.Combine(place, "imported");
        ToolRun.Of(program, "init", store);
        string[] series = Path.GetFileName(folder) == "series" ? ["--series"] : [];
        var run = ToolRun.Of(program, watchMemory: true, ["import", folder, "-C", store, .. series]);
        var texts = Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories);
        var stored = Lines(ToolRun.Of("git", "-C", store, "rev-list", "HEAD")).Length;
        ToolRun.Of("git", "-C", store, "gc", "--quiet");
        Check(ToolRun.Of(program, "check", "-C", store).Output.StartsWith("Nothing is wrong", StringComparison.Ordinal), "the import left something wrong");
        var packed = Directory.GetFiles(Path.Combine(store, "objects", "pack"), "*.pack").Sum(file => new FileInfo(file).Length);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| `{string.Join(' ', [Path.GetFileName(folder), .. series])}` | {stored} of {texts.Length} | {run.Time.TotalSeconds:N1} s | {stored / run.Time.TotalSeconds:N0} | {Mega(run.PeakMemory)} | {Mega(packed)} | {Mega(texts.Sum(GzippedAlone))} | {Mega(GzippedTogether(folder))} |"));
    }

    private static long GzippedAlone(string file)
    {
        using var size = new MemoryStream();
        using (var zip = new GZipStream(size, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(File.ReadAllBytes(file));
        }

        return size.Length;
    }

    private static long GzippedTogether(string folder)
    {
        using var size = new MemoryStream();
        using (var zip = new GZipStream(size, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            TarFile.CreateFromDirectory(folder, zip, includeBaseDirectory: false);
        }

        return size.Length;
    }

    private static string SymbolOf(int revision) => revision == 0 ? Symbol : $"{Symbol}/Rev.{revision}";

    private static List<TimeSpan> Times() => new(Runs);

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static string[] Lines(ToolRun run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Milli(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:N0} ms");

    private static string Mega(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");

    private static void Check(bool isTrue, string otherwise)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException($"The benchmark is wrong: {otherwise}.");
        }
    }

    [GeneratedRegex("\"paragraph\": ?\"([0-9a-z]+)\"")]
    private static partial Regex IdInJson();

    [GeneratedRegex("\"commit\": ?\"")]
    private static partial Regex PointInJson();

    /// <summary>A draft whose every version rewords some paragraphs of the one before. All that are made are the same.</summary>
    private sealed class RevisedDraft
    {
        private const int WordsOfParagraph = 25;

        private readonly Random _random = new(72);
        private readonly string[][] _paragraphs;
        private bool _isFirst = true;

        public RevisedDraft() => _paragraphs = [.. Enumerable.Range(0, Paragraphs).Select(_ => _random.GetItems(Vocabulary, WordsOfParagraph))];

        public string Next()
        {
            foreach (var i in _isFirst ? [] : Enumerable.Range(0, Paragraphs).OrderBy(_ => _random.Next()).Take(Reworded))
            {
                _paragraphs[i][_random.Next(WordsOfParagraph)] = Vocabulary[_random.Next(Vocabulary.Length)];
            }

            _isFirst = false;
            var text = new StringBuilder("The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n");
            for (var i = 0; i < Paragraphs; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{i + 1}. Requests the {string.Join(' ', _paragraphs[i])} {i + 1};\n\n");
            }

            return text.ToString();
        }
    }
}
