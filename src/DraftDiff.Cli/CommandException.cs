namespace DraftDiff.Cli;

/// <summary>Trouble that a person can mend.</summary>
/// <param name="message">One sentence, without full stop, that says what is wrong and what to do.</param>
internal sealed class CommandException(string message) : Exception(message);
