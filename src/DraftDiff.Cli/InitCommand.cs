using System.CommandLine;
using DraftDiff.Rendering;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff init</c>: makes a repository.</summary>
internal sealed class InitCommand : Command
{
    private readonly Argument<string> _folder = new("DIR")
    {
        Description = "The folder; not given, the one you are in.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _workTree = Choice.Flag("--worktree", "Keep the newest texts as files to look at, too.");
    private readonly ConsoleHost _host;

    public InitCommand(ConsoleHost host)
        : base("init", "Make a git repository that keeps drafts.")
    {
        _host = host;
        _folder.CompleteWith(CompleteCommand.Folders);
        Arguments.Add(_folder);
        Options.Add(_workTree);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        var folder = given.GetValue(_folder) ?? ".";
        var made = DraftRepository.Init(folder, given.GetValue(_workTree));
        var path = VisibleText.Of(Path.GetFullPath(folder));
        StandardOutput.WriteText(_host, usePager: false, writer =>
            writer.WriteLine(made ? $"Made a repository for drafts in {path}" : $"There is a repository in {path} already; nothing was changed"));
        return ExitCode.Success;
    }
}
