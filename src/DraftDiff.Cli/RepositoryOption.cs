using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using DraftDiff.Formats;
using DraftDiff.Syntax;
using DraftDiff.Text;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary>The option <c>-C DIR</c> of a command that works on a repository, and the repository that it names.</summary>
internal sealed class RepositoryOption
{
    private const string Example = "A/C.2/72/L.39";

    private readonly Option<string?> _folder = new("-C")
    {
        Description = "The folder of the repository, where it is not the one you are in.",
        HelpName = "DIR",
    };

    /// <summary>Gives a command the option.</summary>
    public void AddTo(Command command)
    {
        _folder.CompletionSources.Add(CompleteCommand.Folders);
        command.Options.Add(_folder);
    }

    /// <summary>What completes a symbol: those of the repository; none where there is no repository, or where it cannot be read.</summary>
    public IEnumerable<CompletionItem> Symbols(CompletionContext context) => Symbols(context.ParseResult).Select(symbol => new CompletionItem(symbol));

    /// <summary>The symbols of the repository; none where there is no repository, or where it cannot be read.</summary>
    public ImmutableArray<string> Symbols(ParseResult given)
    {
        try
        {
            using var repository = Open(given);
            return repository.Symbols();
        }
        catch (StoreException)
        {
            return [];
        }
    }

    /// <summary>The name of a stored text, and the label behind a colon.</summary>
    /// <param name="given">What was given on the command line.</param>
    /// <param name="text">The name as it was given there.</param>
    /// <exception cref="CommandException">It is none.</exception>
    public (DraftName Name, string? Label) Parse(ParseResult given, string text)
    {
        if (DraftName.TryParse(text, out var name, out var label))
        {
            return (name, label);
        }

        if (File.Exists(text))
        {
            throw new CommandException($"'{text}' is a file, and no symbol of a stored text; to see how it is read, write: draftdiff parse {ShellWord.Quote(text)}");
        }

        var symbols = Symbols(given);
        if (NamedTexts.IsLabel(text))
        {
            throw new CommandException(
                $"'{text}' is the label of a paragraph, and no symbol; write the symbol of its text in front, such as {ShellWord.Quote($"{(symbols is [var first, ..] ? first : Example)}:{text}")}");
        }

        throw new CommandException($"'{text}' is no symbol; {Suggestions.Ask(text, symbols) ?? $"write it as it is printed, such as {Example}/Rev.1"}");
    }

    /// <summary>Opens the repository that the folder is or lies in; not given, the one around the current folder.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be opened.</exception>
    public DraftRepository Open(ParseResult given) => DraftRepository.Open(FolderOf(given), ReadStored);

    /// <summary>The folder that was named; not given, the current one.</summary>
    public string FolderOf(ParseResult given) => given.GetValue(_folder) ?? ".";

    private static DraftTree ReadStored(string name, ReadOnlyMemory<byte> bytes, string? language, string extension) =>
        InputText.ReadStored(name, bytes, new Reading(language, Format: DraftFormats.WithExtension(extension)));
}
