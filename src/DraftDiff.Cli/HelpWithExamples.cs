using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DraftDiff.Cli;

/// <summary>The help of a command, and examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction help, ConsoleHost host) : SynchronousCommandLineAction
{
    /// <summary>True: who asks for help need not have the rest right.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>Writes the help of the command that was named.</summary>
    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = DisplayOptions.WidthOf(host);
        StandardOutput.WriteText(host, usePager: false, writer =>
        {
            parseResult.InvocationConfiguration.Output = writer;
            help.Invoke(parseResult);
            writer.Write(ExamplesOf(parseResult.CommandResult.Command));
        });
        return ExitCode.Success;
    }

    private static string ExamplesOf(Command command) => command switch
    {
        DiffCommand => """
            Examples:
              draftdiff diff old.txt new.txt                    what changed, to read
              draftdiff diff old.txt new.txt --side-by-side     the same in two columns
              draftdiff diff old.txt new.txt --paragraph OP9    one paragraph only
              draftdiff diff old.txt new.txt --format json      the same for programs
              pdftotext -layout new.pdf - | draftdiff diff old.txt -

            Exit code:
              0 when done; 1 with --exit-code when the texts differ, in more than layout,
              numbers of paragraphs and what follows from them; 2 for trouble; 130 when
              interrupted.

            Environment:
              NO_COLOR           no colour, where it is set and not empty
              DRAFTDIFF_PAGER    the pager, else PAGER, else less; cat or empty for none

            """,
        ParseCommand => """
            Examples:
              draftdiff parse draft.txt                  the paragraphs as a tree
              draftdiff parse draft.txt --format json    the same for programs
              draftdiff parse draft.txt --format text    the characters alone, in UTF-8

            """,
        _ => """
            Examples:
              draftdiff diff old.txt new.txt
              draftdiff parse draft.txt
              draftdiff diff --help

            """,
    };
}
