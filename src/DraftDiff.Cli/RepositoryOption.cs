using System.CommandLine;
using System.CommandLine.Completions;
using DraftDiff.Formats;
using DraftDiff.Syntax;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary>The option <c>-C DIR</c> of a command that works on a repository, and the repository that it names.</summary>
internal sealed class RepositoryOption
{
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
    public IEnumerable<CompletionItem> Symbols(CompletionContext context)
    {
        try
        {
            using var repository = Open(context.ParseResult);
            return repository.Symbols().Select(symbol => new CompletionItem(symbol));
        }
        catch (StoreException)
        {
            return [];
        }
    }

    /// <summary>Opens the repository that the folder is or lies in; not given, the one around the current folder.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be opened.</exception>
    public DraftRepository Open(ParseResult given) => DraftRepository.Open(FolderOf(given), ReadStored);

    /// <summary>The folder that was named; not given, the current one.</summary>
    public string FolderOf(ParseResult given) => given.GetValue(_folder) ?? ".";

    private static DraftTree ReadStored(string name, ReadOnlyMemory<byte> bytes, string? language, string extension) =>
        InputText.Read(name, bytes, new Reading(language, Format: DraftFormats.WithExtension(extension)));
}
