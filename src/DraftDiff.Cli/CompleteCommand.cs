using System.CommandLine;
using System.CommandLine.Completions;

namespace DraftDiff.Cli;

/// <summary>
/// <c>draftdiff complete SHELL WORD…</c>, which the scripts of <c>draftdiff completion</c> run: what the last of the words may become, a line each,
/// in zsh and fish with what it means behind a tab. <see cref="Files"/> and <see cref="Folders"/> ask the shell for its own.
/// </summary>
/// <remarks>
/// The library's own completions know neither which of two arguments comes next nor a value behind an equals sign; of its tree the options,
/// the arguments and their sources are used.
/// </remarks>
internal sealed class CompleteCommand : Command
{
    /// <summary>Stands for the names of files.</summary>
    public const string Files = ":files";

    /// <summary>Stands for the names of folders.</summary>
    public const string Folders = ":folders";

    private const string Bash = "bash";

    private readonly Argument<string> _shell = new("SHELL");
    private readonly Argument<string[]> _words = new("WORD") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Func<string[], ParseResult> _parse;
    private readonly ConsoleHost _host;

    /// <summary>Makes the command.</summary>
    /// <param name="host">The console.</param>
    /// <param name="parse">Parses the words of a command line as a run would.</param>
    public CompleteCommand(ConsoleHost host, Func<string[], ParseResult> parse)
        : base("complete", "Say for a shell what a word may become.")
    {
        (_host, _parse) = (host, parse);
        Hidden = true;
        Arguments.Add(_shell);
        Arguments.Add(_words);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        string[] lines;
        try
        {
            var words = given.GetValue(_words) ?? [];
            lines = given.GetRequiredValue(_shell) == Bash && words is [var line, .. var rest]
                ? new BashLine(line, rest is [var breaks, ..] ? breaks : BashLine.UsualBreaks) is var typed
                    ? [.. Complete(typed.Words).Select(item => IsMark(item) ? item.Label : typed.Insertion(item.Label)).Distinct()]
                    : []
                : [.. Complete(words).Select(item => item.Detail is { } detail ? $"{item.Label}\t{detail}" : item.Label)];
        }
        catch (Exception)
        {
            // A person who types is not to be disturbed, whatever is wrong.
            return ExitCode.Success;
        }

        StandardOutput.WriteText(_host, usePager: false, writer =>
        {
            foreach (var line in lines)
            {
                writer.WriteLine(line);
            }
        });
        return ExitCode.Success;
    }

    private static bool IsMark(CompletionItem item) => item.Label is Files or Folders;

    private IEnumerable<CompletionItem> Complete(string[] words)
    {
        var (before, current) = words is [.. var first, var last] ? (first, last) : ([], "");
        var given = _parse(before);
        var command = given.CommandResult.Command;
        var isName = before.Contains("--");
        var options = OptionsOf(command);
        if (!isName && before is [.., var previous] && Find(options, previous) is { Arity.MaximumNumberOfValues: > 0 } open)
        {
            return Values(open.CompletionSources, given, current, "");
        }

        if (!isName && current.StartsWith('-') && current.IndexOf('=') is > 0 and var equals)
        {
            return Find(options, current[..equals]) is { Arity.MaximumNumberOfValues: > 0 } assigned
                ? Values(assigned.CompletionSources, given, current[(equals + 1)..], current[..(equals + 1)])
                : [];
        }

        if (!isName && current.StartsWith('-'))
        {
            return options
                .Where(option => option.Arity.MaximumNumberOfValues > 1 || given.GetResult(option) is not { Implicit: false })
                .SelectMany(option => (IEnumerable<string>)[option.Name, .. option.Aliases], (option, name) => Item(name, option.Description))
                .Where(item => item.Label.StartsWith(current, StringComparison.Ordinal))
                .OrderBy(item => item.Label, StringComparer.Ordinal);
        }

        if (command.Subcommands.Count > 0)
        {
            return command.Subcommands
                .Where(sub => !sub.Hidden && sub.Name.StartsWith(current, StringComparison.Ordinal))
                .Select(sub => Item(sub.Name, sub.Description));
        }

        return command.Arguments.FirstOrDefault(argument => (given.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MaximumNumberOfValues) is { } next
            ? Values(next.CompletionSources, given, current, "")
            : [];
    }

    private static Option[] OptionsOf(Command command) =>
    [
        .. command.Options.Where(option => !option.Hidden),
        .. command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive && !option.Hidden)),
    ];

    private static Option? Find(Option[] options, string name) => Array.Find(options, option => option.Name == name || option.Aliases.Contains(name));

    private static IEnumerable<CompletionItem> Values(
        List<Func<CompletionContext, IEnumerable<CompletionItem>>> sources, ParseResult given, string current, string lead)
    {
        var context = given.GetCompletionContext();
        return sources.SelectMany(source => source(context))
            .Where(item => IsMark(item) || item.Label.StartsWith(current, StringComparison.OrdinalIgnoreCase))
            .Select(item => IsMark(item) ? item : Item(lead + item.Label, item.Detail));
    }

    private static CompletionItem Item(string label, string? detail) => new(label, detail: detail);
}
