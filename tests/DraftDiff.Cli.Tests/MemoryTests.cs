using System.Text;
using System.Text.Json;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Texts as long as may be: what is too much is refused with a sentence.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    // 64 MB, in the digits that the runtime reads; the limit of the command itself is 2 GB, and takes longer to reach.
    private static readonly (string Name, string? Value) Little = ("DOTNET_GCHeapHardLimit", "4000000");

    private readonly EveryCommand _every = new();

    public void Dispose() => _every.Dispose();

    [Fact]
    public void The_command_has_a_limit()
    {
        var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DraftDiff.Cli.runtimeconfig.json")));

        Assert.Equal("2147483648", settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty("System.GC.HeapHardLimit").ToString());
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("diff")]
    [InlineData("redline")]
    [InlineData("commit")]
    [InlineData("import")]
    public void A_text_that_takes_more_is_refused(string command)
    {
        // Of a line for each character no other text has more.
        var text = Path.Combine(_every.Texts, "A_C.2_72_L.5.txt");
        File.WriteAllBytes(text, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1\n", 2 * Megabyte))));
        string[] arguments = command switch
        {
            "diff" => ["diff", _every.Old, text],
            "redline" => ["redline", text, _every.New, "-o", _every.Written],
            "commit" => ["commit", text, "--symbol", "A/C.2/72/L.5", "-C", _every.Empty],
            "import" => _every.Of(command),
            _ => [command, text],
        };

        var result = BuiltCommand.Run(arguments, through: null, Little);

        // What is wrong with one text keeps no other from being stored.
        var name = command == "import" ? "A_C.2_72_L.5.txt: " : "";
        Assert.Equal($"{name}'{text}' takes more memory than a draft may; check that it is one, or divide it", EveryCommand.SentenceOf(result));
        Assert.Equal(command == "import" ? "2 stored, 0 stored before, 1 not stored\n" : "", result.Output);
        Assert.Empty(_every.Remains());
        Assert.False(File.Exists(_every.Written));
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", _every.Empty).Output);
    }

    [Fact]
    public void A_comparison_that_takes_more_is_refused()
    {
        foreach (var (name, size) in ((string, int)[])[("a.txt", 0), ("b.txt", 1)])
        {
            File.WriteAllText(_every.At(name), string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{number + 1}. Requests word{(number * 7919) + size} and word{number * 6007};\n\n")));
        }

        var result = BuiltCommand.Run(["diff", _every.At("a.txt"), _every.At("b.txt")], through: null, Little);

        Assert.Equal("this takes more memory than drafts may; check that the texts are drafts, or divide them", EveryCommand.SentenceOf(result));
    }

    [Fact]
    public void A_standard_input_that_takes_more_is_refused()
    {
        using var process = BuiltCommand.Start(["parse", "-"], through: null, Little);
        process.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1\n", 2 * Megabyte))));
        process.StandardInput.Close();

        Assert.Equal("standard input takes more memory than a draft may; check that it is one, or divide it", EveryCommand.SentenceOf(BuiltCommand.End(process)));
    }

    [Fact]
    public void Five_megabytes_of_paragraphs_are_compared_in_a_tenth_of_the_memory_that_fifty_have()
    {
        // 5 MB in a tenth of the 2 GB that 50 MB have.
        const int Size = 5 * Megabyte;
        var fixture = File.ReadAllText(_every.Old);
        var body = fixture[fixture.IndexOf("The General Assembly,", StringComparison.Ordinal)..];
        var text = new StringBuilder();
        for (var copy = 0; text.Length < Size; copy++)
        {
            text.Append(body.Replace("gardens", $"gardens of town {copy}", StringComparison.Ordinal));
        }

        File.WriteAllText(_every.At("a.txt"), text.ToString());
        File.WriteAllText(_every.At("b.txt"), text.Replace("schools", "all schools").ToString());

        var result = BuiltCommand.Run(["diff", _every.At("a.txt"), _every.At("b.txt"), "--stat"], BuiltCommand.Shell("exec \"$@\" >/dev/null"), ("DOTNET_GCHeapHardLimit", "CCCCCCC"));

        Assert.Equal((0, ""), (result.ExitCode, string.Concat(result.Error.Split('\n').Where(line => line.StartsWith("draftdiff: ", StringComparison.Ordinal)))));
    }
}
