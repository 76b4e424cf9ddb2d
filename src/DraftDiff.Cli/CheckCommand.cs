using System.CommandLine;
using DraftDiff.Rendering;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff check</c>: whether a repository holds what it should.</summary>
internal sealed class CheckCommand : Command
{
    private readonly RepositoryOption _repository = new();
    private readonly ConsoleHost _host;

    public CheckCommand(ConsoleHost host)
        : base("check", "Look for what is wrong in the repository.")
    {
        _host = host;
        _repository.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        using var repository = _repository.Open(given);
        var problems = repository.Check();
        StandardOutput.WriteText(_host, usePager: false, writer =>
        {
            foreach (var problem in problems)
            {
                writer.WriteLine($"{VisibleText.Of(problem.Place)}: {VisibleText.Of(problem.What)}");
            }

            writer.WriteLine(problems.Count == 0 ? "Nothing is wrong." : problems.Count == 1 ? "1 problem" : $"{problems.Count} problems");
        });
        return problems.Count == 0 ? ExitCode.Success : ExitCode.Different;
    }
}
