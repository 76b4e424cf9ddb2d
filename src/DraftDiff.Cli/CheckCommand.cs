using System.CommandLine;
using DraftDiff.Rendering;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff check</c>: whether a repository holds what it should.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Option<string?> _folder = Choice.Repository();
    private readonly ConsoleHost _host;

    public CheckCommand(ConsoleHost host)
        : base("check", "Look for what is wrong in the repository.")
    {
        _host = host;
        Options.Add(_folder);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        using var repository = DraftRepository.Open(given.GetValue(_folder) ?? ".");
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
