using System.CommandLine;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff completion SHELL</c>: the script that lets a shell complete what is typed.</summary>
internal sealed class CompletionCommand : Command
{
    /// <summary>The shells that there is a script for.</summary>
    public static readonly string[] Shells = ["bash", "zsh", "fish"];

    private readonly Argument<string?> _shell = new("SHELL") { Description = "bash, zsh or fish.", Arity = ArgumentArity.ZeroOrOne };
    private readonly ConsoleHost _host;

    public CompletionCommand(ConsoleHost host)
        : base("completion", "Write the script that lets a shell complete commands, options, files and symbols.")
    {
        _host = host;
        _shell.CompleteWith(Shells);
        Arguments.Add(_shell);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        var shell = given.GetValue(_shell) ?? throw new CommandException("say for which shell, such as: draftdiff completion bash");
        if (!Shells.Contains(shell))
        {
            throw new CommandException($"there is no script for '{shell}'; choose {string.Join(", ", Shells[..^1])} or {Shells[^1]}");
        }

        StandardOutput.Write(_host, usePager: false, stream =>
        {
            using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"draftdiff.{shell}")!;
            script.CopyTo(stream);
        });
        return ExitCode.Success;
    }
}
