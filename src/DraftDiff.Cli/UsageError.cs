using System.CommandLine;
using System.CommandLine.Parsing;
using DraftDiff.Text;

namespace DraftDiff.Cli;

/// <summary>What is wrong with the arguments of a command, in one sentence that says what to do.</summary>
internal static class UsageError
{
    /// <summary>The first thing that is wrong; null where nothing is, or where help is asked for.</summary>
    public static string? Of(ParseResult given, string[] arguments)
    {
        if (given.Action is HelpWithExamples)
        {
            return null;
        }

        var command = given.CommandResult.Command;
        var beforeDashes = arguments.TakeWhile(argument => argument != "--").ToArray();
        if (FlagWithValue(command, beforeDashes) is var (flag, value))
        {
            return $"{flag} has no value; write it without '{value}'";
        }

        if (UnknownOption(given, beforeDashes) is { } option)
        {
            return DescribeUnknownOption(command, option.Split('=')[0]);
        }

        // The library looks for a command behind a word that is none.
        if (command.Parents.FirstOrDefault() is Command root && arguments is [not ['-', ..] and var first, ..] && first != command.Name)
        {
            return DescribeUnknownCommand(root, first, arguments);
        }

        if (command.Subcommands.Count > 0 && given.UnmatchedTokens is [var word, ..])
        {
            return DescribeUnknownCommand(command, word, given.UnmatchedTokens);
        }

        if (command.Arguments.FirstOrDefault(argument =>
            argument.Arity.MinimumNumberOfValues > 0 && given.GetResult(argument) is not { Tokens.Count: > 0 }) is { } missing)
        {
            return $"{command.Name} needs {Names(command, " and ")}, and there is no {missing.Name}; write: draftdiff {command.Name} {Names(command, " ")}";
        }

        if (given.UnmatchedTokens is [var extra, ..])
        {
            if (command.Arguments is [{ Name: "SYMBOL" } symbol] && NamedTexts.IsLabel(extra) && given.GetResult(symbol) is { Tokens: [var named] })
            {
                return $"{command.Name} takes one name, and '{extra}' is one too many; for a paragraph of the text, write: draftdiff {command.Name} {ShellWord.Quote($"{named.Value}:{extra}")}";
            }

            return $"{command.Name} takes {(command.Arguments.Count == 0 ? "no names" : Names(command, " and "))}, and '{extra}' is one too many; put a name that has spaces between quotation marks";
        }

        return given.Errors is [var error, ..] ? Describe(error) : null;
    }

    // The library takes the value for an argument of the command.
    private static (string Flag, string Value)? FlagWithValue(Command command, string[] words)
    {
        foreach (var word in words)
        {
            if (word.IndexOf('=') is > 0 and var at
                && command.Options.Any(option => option.Name == word[..at] && option.Arity.MaximumNumberOfValues == 0))
            {
                return (word[..at], word[at..]);
            }
        }

        return null;
    }

    // The library takes an option that it does not know for an argument, which only what stands after -- may be.
    private static string? UnknownOption(ParseResult given, string[] words)
    {
        var files = given.CommandResult.Command.Arguments.SelectMany(argument => given.GetResult(argument)?.Tokens ?? []);
        return files.Select(token => token.Value).Concat(given.UnmatchedTokens)
            .FirstOrDefault(word => word.StartsWith('-') && word != InputText.StandardInput && words.Contains(word));
    }

    private static string DescribeUnknownOption(Command command, string name)
    {
        if (command.Options.Any(option => option.Name == name))
        {
            return $"{name} stands after the command; write: draftdiff {command.Name} {name}";
        }

        return Suggestions.Ask(name, command.Options.Select(option => option.Name)) is { } question
            ? $"there is no option '{name}'; {question}"
            : $"there is no option '{name}'; {Help(command)} lists those there are, and a file of that name stands after --";
    }

    private static string DescribeUnknownCommand(Command command, string word, IReadOnlyList<string> words)
    {
        if (Suggestions.Ask(word, command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name)) is { } question)
        {
            return $"there is no command '{word}'; {question}";
        }

        if (command.Options.FirstOrDefault(option => option.Name == $"--{word}") is { } written)
        {
            return $"there is no command '{word}'; write: draftdiff {written.Name}";
        }

        return words.Count == 2 && words.All(File.Exists)
            ? $"there is no command '{word}'; to compare the two files, write: draftdiff diff {ShellWord.Quote(words[0])} {ShellWord.Quote(words[1])}"
            : $"there is no command '{word}'; {Help(command)} lists those there are";
    }

    private static string Describe(ParseError error) => error.SymbolResult is OptionResult { Option: var option } result
        ? result switch
        {
            { Tokens.Count: 0 } => $"{option.Name} needs a value; write: {option.Name} {option.HelpName}",
            { IdentifierTokenCount: > 1 } => $"{option.Name} is given {result.IdentifierTokenCount} times; give it once",
            _ => error.Message,
        }
        : error.Message.ReplaceLineEndings(" ");

    private static string Names(Command command, string separator) =>
        string.Join(separator, command.Arguments.Select(argument => argument.Name));

    private static string Help(Command command) =>
        command.Parents.Any() ? $"draftdiff {command.Name} --help" : "draftdiff --help";
}
