namespace DraftDiff.Cli;

/// <summary>What a command runs in: its streams, its terminal and its environment. Tests make one of their own.</summary>
internal sealed record ConsoleHost
{
    /// <summary>Opens standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Standard output: data, in UTF-8 whatever the locale.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error: diagnostics and trouble, in UTF-8 whatever the locale.</summary>
    public required Stream Error { get; init; }

    /// <summary>True where a person looks at <see cref="Output"/>.</summary>
    public required Func<bool> OutputIsTerminal { get; init; }

    /// <summary>True where a person looks at <see cref="Error"/>.</summary>
    public Func<bool> ErrorIsTerminal { get; init; } = () => false;

    /// <summary>The width of the terminal in cells.</summary>
    public required Func<int> TerminalWidth { get; init; }

    /// <summary>The value of an environment variable; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The console of this process. The streams are bare, because the writers of <see cref="Console"/> follow the locale and cost time at every start.</summary>
    public static ConsoleHost OfThisProcess() => new()
    {
        OpenInput = Console.OpenStandardInput,
        Output = Console.OpenStandardOutput(),
        Error = Console.OpenStandardError(),
        OutputIsTerminal = () => !Console.IsOutputRedirected,
        ErrorIsTerminal = () => !Console.IsErrorRedirected,
        TerminalWidth = () => Console.WindowWidth,
        Environment = System.Environment.GetEnvironmentVariable,
    };
}
