using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Output that cannot be written.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("parse - --format text")]
    public void Output_that_cannot_be_written_is_trouble(string arguments)
    {
        var result = new Cli { Input = "words", Output = new FailingStream() }.Call(arguments.Split(' '));

        Assert.Equal(new CliResult(2, "", "draftdiff: the output cannot be written; check that the disk has room\n"), result);
    }

    [Fact]
    public void An_error_of_our_own_is_a_sentence_too()
    {
        var result = new Cli { Input = "words", Output = new BrokenStream() }.Call("parse", "-", "--format", "text");

        Assert.Equal(
            new CliResult(2, "", "draftdiff: internal error: InvalidOperationException: Broken by the test; please report it with the two files\n"),
            result);
    }

    private sealed class FailingStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device.");
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Broken by the test.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Broken by the test.");
    }
}
