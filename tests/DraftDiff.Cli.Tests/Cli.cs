using System.Text;

namespace DraftDiff.Cli.Tests;

/// <summary>What a command said and how it ended.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error);

/// <summary>Runs the command in this process, in a console of the test's own.</summary>
internal sealed record Cli
{
    /// <summary>What stands on standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>True where standard output is a terminal.</summary>
    public bool OnTerminal { get; init; }

    /// <summary>The terminal's width.</summary>
    public int TerminalWidth { get; init; } = 100;

    /// <summary>The environment; nothing of the machine's own is in it.</summary>
    public Dictionary<string, string> Environment { get; init; } = [];

    /// <summary>Standard output, where it is to be a stream that fails.</summary>
    public Stream? Output { get; init; }

    /// <summary>The console described.</summary>
    public ConsoleHost Host(Stream output, Stream error) => new()
    {
        OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
        Output = output,
        Error = error,
        OutputIsTerminal = () => OnTerminal,
        TerminalWidth = () => TerminalWidth,
        Environment = name => Environment.GetValueOrDefault(name),
    };

    /// <summary>Runs a command in the console described.</summary>
    public CliResult Call(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var exitCode = CommandLine.Run(arguments, Host(Output ?? output, error));

        // Not a StreamReader, which would hide a byte order mark.
        return new CliResult(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>Runs a command whose output is piped.</summary>
    public static CliResult Run(params string[] arguments) => new Cli().Call(arguments);
}
