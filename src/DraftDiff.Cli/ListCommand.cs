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

        var options = _display.For(_host, given);
        StandardOutput.WriteText(_host, _display.UsePager(given), writer =>
        {
            foreach (var draft in drafts)
            {
                TerminalText.WriteHanging(draft.Title is null ? "" : $"{draft.Symbol}  ", draft.Title ?? draft.Symbol, options, writer);
                foreach (var language in draft.Languages)
                {
                    TerminalText.WriteHanging($"  {language.Language}  ", string.Join(", ", language.Revisions.Select(Describe)), options, writer);
                    if (!language.Beside.IsEmpty)
                    {
                        TerminalText.WriteHanging(
                            "      ",
                            $"beside it: {string.Join(", ", language.Beside.Select(beside => $"{beside.Symbol} ({beside.Kind ?? "document"})"))}",
                            options,
                            writer);
                    }
                }
            }
        });
        return ExitCode.Success;

        static string Describe(RevisionListing revision) => revision.Date is { } date ? $"{revision.Symbol} ({date})" : revision.Symbol;
    }
}
