namespace DraftDiff.Cli;

/// <summary>
/// What the command says to a script, as git does. One that is interrupted dies of the signal, which a shell shows as
/// 130: a loop in a script then ends too, as it would not for a code of our own.
/// </summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Done, the texts differ, and <c>--exit-code</c> asked.</summary>
    public const int Different = 1;

    /// <summary>Not done.</summary>
    public const int Trouble = 2;
}
