using System.CommandLine;
using System.Reflection;
using DraftDiff.Rendering;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary>
/// The command <c>draftdiff</c>: hands its arguments to one of its commands, and turns whatever goes wrong into one
/// sentence and an exit code.
/// </summary>
internal static class CommandLine
{
    private const string FirstSteps = """
        DraftDiff says what changed between two texts of a United Nations draft resolution.

          draftdiff diff OLD NEW                  compare two texts
          draftdiff redline OLD NEW -o FILE.html  the same as a page for a browser
          draftdiff parse FILE                    see how a text is read
          draftdiff init                          make a repository that keeps drafts
          draftdiff commit FILE                   store a text in it
          draftdiff log SYMBOL:OP9                follow a paragraph through its revisions
          draftdiff git-setup                     let git diff show drafts so
          draftdiff diff --help                   see what else a comparison can do

        """;

    private const int CommitDigits = 7;

    // A file may be called @old.txt, and there are no options of one letter to write together.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs the command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments, ConsoleHost host)
    {
        try
        {
            var given = Parse(arguments, host);
            if (UsageError.Of(given, arguments) is { } error)
            {
                throw new CommandException(error);
            }

            // The library's own handler prints a stack trace; a signal ends the process by itself, as ExitCode says. Help
            // sets where it is written, so each run has a configuration of its own.
            return given.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception exception) when (exception is CommandException or StoreException)
        {
            StandardError.WriteLine(host, $"draftdiff: {VisibleText.Of(exception.Message)}");
        }
        catch (OutOfMemoryException)
        {
            StandardError.WriteLine(host, "draftdiff: this takes more memory than drafts may; check that the texts are drafts, or divide them");
        }
        catch (Exception exception)
        {
            var what = $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}";
            StandardError.WriteLine(host, $"draftdiff: internal error: {VisibleText.Of(what)}; please report it with the two files");
        }

        return ExitCode.Trouble;
    }

    private static ParseResult Parse(string[] arguments, ConsoleHost host) => Create(host).Parse(arguments, Parsing);

    /// <summary>The command with all that belongs to it.</summary>
    public static Command Create(ConsoleHost host)
    {
        var version = Choice.Flag("--version", "Show the version.");

        // Not a HelpOption, which looks up its description in a resource: that took a twentieth of a comparison.
        var help = new Option<bool>("--help", "-h") { Description = "Show this help.", Arity = ArgumentArity.Zero, Recursive = true, Action = new HelpWithExamples(host) };

        // Not a RootCommand, which looks up the path of the executable and adds directives.
        var root = new Command("draftdiff", "Say what changed between two texts of a United Nations draft resolution.")
        {
            new DiffCommand(host),
            new RedlineCommand(host),
            new ParseCommand(host),
            new InitCommand(host),
            new CommitCommand(host),
            new ImportCommand(host),
            new ListCommand(host),
            new ShowCommand(host),
            new LogCommand(host),
            new BlameCommand(host),
            new StaleCommand(host),
            new CheckCommand(host),
            new GitSetupCommand(host),
            new CompletionCommand(host),
            new CompleteCommand(host, words => Parse(words, host)),
            new GitDiffCommand(host),
            new GitTextConvCommand(host),
            version,
            help,
        };
        root.SetAction(given =>
        {
            var answer = given.GetValue(version) ? $"draftdiff {Version}\n" : FirstSteps;
            StandardOutput.WriteText(host, usePager: false, writer => writer.Write(answer));
            return ExitCode.Success;
        });
        return root;
    }

    private static string Version =>
        VersionOf(typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>The version as a person reads it, with the first digits of the commit that it was built from, where it was built from one.</summary>
    /// <param name="informational">The version, and behind a plus sign the id of the commit, as the SDK writes them.</param>
    public static string VersionOf(string informational) => informational.Split('+') is [var version, { Length: > 0 } commit]
        ? $"{version} ({commit[..Math.Min(commit.Length, CommitDigits)]})"
        : informational.Split('+')[0];
}
