using System.CommandLine;
using System.CommandLine.Completions;

namespace DraftDiff.Cli;

/// <summary>What completes an argument.</summary>
internal static class ArgumentCompletions
{
    /// <summary>Completes an argument with words.</summary>
    public static void CompleteWith(this Argument argument, params string[] words) => argument.CompleteWith(_ => words.Select(word => new CompletionItem(word)));

    /// <summary>Completes an argument with what a source finds.</summary>
    public static void CompleteWith(this Argument argument, Func<CompletionContext, IEnumerable<CompletionItem>> source)
    {
        // Help would name what it may become.
        argument.HelpName = argument.Name;
        argument.CompletionSources.Add(source);
    }
}
