namespace DraftDiff.Formats;

/// <summary>A file that cannot be read as what it looks like.</summary>
/// <param name="message">What is wrong and what to do, to be read behind the name of the file: <c>is a damaged Word file; …</c>.</param>
/// <param name="cause">What a library said of it.</param>
public sealed class UnreadableFileException(string message, Exception? cause = null) : Exception(message, cause);
