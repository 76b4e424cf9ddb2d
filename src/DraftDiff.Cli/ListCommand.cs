using System.CommandLine;
using DraftDiff.Rendering;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff list</c>: what a repository holds.</summary>
internal sealed class ListCommand : Command
{
    private readonly RepositoryOption _repository = new();
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public ListCommand(ConsoleHost host)
        : base("list", "List the drafts of the repository with their languages and revisions.")
    {
        _host = host;
        _repository.AddTo(this);
        _display.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        using var repository = _repository.Open(given);
        var drafts = repository.List();
        if (drafts.IsEmpty)
        {
            throw new CommandException("the repository holds no drafts; store one with 'draftdiff commit'");
        }

        StandardOutput.WriteText(_host, _display.UsePager(given), writer =>
        {
            foreach (var draft in drafts)
            {
                writer.WriteLine($"{VisibleText.Of(draft.Symbol)}{(draft.Title is { } title ? $"  {VisibleText.Of(title)}" : "")}");
                foreach (var language in draft.Languages)
                {
                    writer.WriteLine($"  {language.Language}  {string.Join(", ", language.Revisions.Select(Describe))}");
                    if (!language.Beside.IsEmpty)
                    {
                        writer.WriteLine($"      beside it: {string.Join(", ", language.Beside.Select(beside => $"{VisibleText.Of(beside.Symbol)} ({VisibleText.Of(beside.Kind ?? "document")})"))}");
                    }
                }
            }
        });
        return ExitCode.Success;

        static string Describe(RevisionListing revision) =>
            VisibleText.Of(revision.Date is { } date ? $"{revision.Symbol} ({date})" : revision.Symbol);
    }
}
