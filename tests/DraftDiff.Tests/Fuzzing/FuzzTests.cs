using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Rendering;
using DraftDiff.Rendering.Html;
using DraftDiff.Syntax;
using DraftDiff.Tests.Rendering;
using DraftDiff.Tests.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Fuzzing;

/// <summary>
/// Whatever is done to a text, nothing of it is lost, the script from one to the other leads there and back, and what is
/// shown commands neither terminal nor browser. A failure names the line that repeats it; <c>-e DRAFTDIFF_FUZZ_COUNT=100000</c>
/// tries more.
/// </summary>
public sealed partial class FuzzTests
{
    private const int RandomTexts = 2000;
    private const int MutatedFixtures = 1200;
    private const int MutationsOfARealText = 3;
    private const int Width = 80;

    private static readonly string[] Void = ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];

    [Fact]
    public void Random_bytes_are_given_back() => ForEverySeed(RandomTexts, seed => Read(FuzzedText.Random(seed)));

    [Fact]
    public void A_mutated_text_is_given_back_compared_and_shown()
    {
        var files = Directory.GetFiles(Fixtures.PathOf("fixtures"), "*.txt", SearchOption.AllDirectories)
            .Append(Fixtures.PathOf(Fixtures.SeedFile)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();

        ForEverySeed(MutatedFixtures, seed => AssertAll(files, seed));
    }

    [SkippableFact]
    public void Every_real_text_may_be_mutated()
    {
        var files = Corpus.Files(".").Select(File.ReadAllBytes).ToArray();

        ForEverySeed(files.Length * MutationsOfARealText, seed => AssertAll(files, seed));
    }

    private static void AssertAll(byte[][] files, int seed)
    {
        var text = files[seed % files.Length];
        var old = Read(text);
        var @new = Read(FuzzedText.Mutate(text, files[new Random(seed).Next(files.Length)], seed));
        AssertScript(old, @new);
        var comparison = DraftComparison.Compare(old, @new);
        AssertTerminal(Rendered.Terminal(comparison, new TerminalOptions(Width, SideBySide: seed % 3 == 0, ShowAll: seed % 2 == 0)));
        AssertBalanced(Rendered.Text(output => HtmlRedline.Render(comparison, output)));
    }

    private static DraftTree Read(byte[] bytes)
    {
        var tree = DraftTree.Parse(SourceText.Decode("draft.txt", bytes));
        FaithfulReading.Assert(tree);
        return tree;
    }

    private static void AssertScript(DraftTree old, DraftTree @new)
    {
        var script = EditScript.Compute(old.Units, @new.Units, DraftingConventions.For(old.Language));
        AssertSame(@new.Units, script.Apply(old.Units));
        AssertSame(old.Units, script.Invert().Apply(@new.Units));

        static void AssertSame(ImmutableArray<Unit> expected, ImmutableArray<Unit> actual) =>
            Assert.Equal(expected.Select(unit => unit.ToString()), actual.Select(unit => unit.ToString()));
    }

    private static void AssertTerminal(string page)
    {
        foreach (var line in page.Split('\n'))
        {
            var shown = line.Replace(RightToLeft.Isolate, "", StringComparison.Ordinal).Replace(RightToLeft.Pop, "", StringComparison.Ordinal);
            Assert.Equal(VisibleText.Of(shown), shown);
            Assert.InRange(CellWidth.Of(shown), 0, Width);
        }
    }

    /// <summary>Every element that is opened is closed, in order, and no text holds a bracket.</summary>
    private static void AssertBalanced(string html)
    {
        html = Raw().Replace(html, "");
        var open = new Stack<string>();
        foreach (System.Text.RegularExpressions.Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            if (tag.Value.StartsWith("</", StringComparison.Ordinal))
            {
                Assert.Equal(open.Pop(), name);
            }
            else if (name.Length > 0 && !Void.Contains(name) && !tag.Value.EndsWith("/>", StringComparison.Ordinal))
            {
                open.Push(name);
            }
        }

        Assert.Empty(open);
        Assert.DoesNotContain('<', Tag().Replace(html, ""));
        Assert.DoesNotContain(html, c => char.IsControl(c) && c is not ('\n' or '\t'));
    }

    private static void ForEverySeed(int count, Action<int> assert, [CallerMemberName] string test = "")
    {
        var only = Environment.GetEnvironmentVariable("DRAFTDIFF_FUZZ");
        var wanted = Environment.GetEnvironmentVariable("DRAFTDIFF_FUZZ_COUNT");
        var (first, end) = only is null
            ? (0, wanted is null ? count : int.Parse(wanted, CultureInfo.InvariantCulture))
            : (int.Parse(only, CultureInfo.InvariantCulture), int.Parse(only, CultureInfo.InvariantCulture) + 1);
        Parallel.For(first, end, seed =>
        {
            try
            {
                assert(seed);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"Repeat with: dotnet test tests/DraftDiff.Tests --filter {test} -e DRAFTDIFF_FUZZ={seed}"), exception);
            }
        });
    }

    [GeneratedRegex("</?(?<name>[a-z][a-z0-9]*)(?:[^<>\"]|\"[^\"]*\")*>|<!DOCTYPE html>", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex("<(style|script)\\b[^>]*>.*?</\\1>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Raw();
}
