using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DraftDiff.Cli;

/// <summary>The help of a command, and examples below it.</summary>
internal sealed class HelpWithExamples(ConsoleHost host) : SynchronousCommandLineAction
{
    /// <summary>True: who asks for help need not have the rest right.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>Writes the help of the command that was named.</summary>
    public override int Invoke(ParseResult parseResult)
    {
        var help = new HelpAction { MaxWidth = DisplayOptions.WidthOf(host) };
        StandardOutput.WriteText(host, usePager: false, writer =>
        {
            parseResult.InvocationConfiguration.Output = writer;
            help.Invoke(parseResult);
            writer.Write(ExamplesOf(parseResult.CommandResult.Command));
        });
        return ExitCode.Success;
    }

    /// <summary>What stands below the options of a command: examples, and what else there is to say.</summary>
    public static string ExamplesOf(Command command) => command switch
    {
        DiffCommand => """
            Examples:
              draftdiff diff old.txt new.txt                    what changed, to read
              draftdiff diff old.txt new.txt --side-by-side     the same in two columns
              draftdiff diff old.txt new.txt --paragraph OP9    one paragraph only
              draftdiff diff old.txt new.txt --format json      the same for programs
              draftdiff diff A/C.2/72/L.39 A/C.2/72/L.39/Rev.1  two texts of the repository
              draftdiff diff --revisions-of draft.docx          what a Word file tracks
              draftdiff diff old.pdf new.docx                   whatever they come as

            Exit code:
              0 when done; 1 with --exit-code when the texts differ, in more than layout,
              numbers of paragraphs and what follows from them; 2 for trouble; 130 when
              interrupted.

            Environment:
              NO_COLOR           no colour, where it is set and not empty
              DRAFTDIFF_PAGER    the pager, else PAGER, else less; cat or empty for none

            """,
        RedlineCommand => """
            Examples:
              draftdiff redline old.txt new.txt -o redline.html    a page for a browser
              draftdiff redline base.docx new.txt -o redline.docx  changes that Word tracks
              draftdiff redline A/C.2/72/L.39 A/C.2/72/L.39/Rev.1 -o redline.html
              draftdiff redline old.txt new.txt -o redline.md      for a discussion
              draftdiff redline old.txt new.txt --format html-fragment  for an e-mail

            """,
        ParseCommand => """
            Examples:
              draftdiff parse draft.txt                  the paragraphs as a tree
              draftdiff parse draft.txt --format json    the same for programs
              draftdiff parse draft.txt --format text    the characters alone, in UTF-8
              draftdiff parse draft.txt --format akn     the draft as Akoma Ntoso

            """,
        InitCommand => """
            Examples:
              draftdiff init drafts               a bare repository in the folder drafts
              draftdiff init drafts --worktree    one with the newest texts as files, too

            """,
        CommitCommand => """
            Examples:
              draftdiff commit draft.txt                          it prints its symbol
              draftdiff commit draft.txt --symbol A/C.2/72/L.39   it prints none
              draftdiff commit adopted.txt --follows A/C.2/72/L.39/Rev.1
              draftdiff commit rev1.txt --dry-run         which paragraph is which
              draftdiff commit rev1.txt --match OP9=OP12  no, it is this one

            """,
        ImportCommand => """
            Examples:
              draftdiff import texts              each draft by itself
              draftdiff import texts --series     one draft, session after session

            A text without a symbol is called what its file is called: A_RES_77_150.txt.

            """,
        ListCommand => """
            Examples:
              draftdiff list              the repository you are in
              draftdiff list -C drafts    another

            """,
        ShowCommand => """
            Examples:
              draftdiff show A/C.2/72/L.39
              draftdiff show A/C.2/72/L.39:OP9
              draftdiff show A/C.2/72/L.39@HEAD~3       as it was three commits ago
              draftdiff show A/C.2/72/L.39 --original   the file as it came
              draftdiff show A/C.2/72/L.39 -o clean.docx   a clean Word file
              draftdiff show A/C.2/72/L.39 -o draft.xml    Akoma Ntoso

            """,
        LogCommand => """
            Examples:
              draftdiff log A/RES/72/200                what each revision changed
              draftdiff log A/RES/72/200:OP9            one paragraph, to its first words
              draftdiff log A/RES/72/200 --phrase "digital divide"
              draftdiff log A/RES/72/200:OP9 --format json
              draftdiff log A/RES/72/200 -o history.html   all of it, as a page

            """,
        BlameCommand => """
            Examples:
              draftdiff blame A/RES/72/200              who brought in which paragraph
              draftdiff blame A/RES/72/200:OP9 --words  and which words

            Columns: the paragraph, the revision that brought it in, the one that last
            changed it.

            """,
        StaleCommand => """
            Examples:
              draftdiff stale A/C.2/72/L.39 --language zh

            """,
        CheckCommand => """
            Examples:
              draftdiff check

            Exit code:
              0 where nothing is wrong; 1 where something is; 2 for trouble.

            """,
        GitSetupCommand => """
            Examples:
              draftdiff git-setup                     in the repository you are in
              draftdiff git-setup --global            in all of yours
              draftdiff git-setup --global --remove   no more

            Then:
              git diff                       paragraphs and words that changed
              git log -p, git show           a paragraph a line
              git difftool --tool=draftdiff  file after file, in the terminal

            It writes git's configuration and attributes of the repository
            (info/attributes), with --global your own; nothing is committed. Plain text
            that is no draft is shown as before.

            """,
        CompletionCommand => """
            Examples:
              echo 'source <(draftdiff completion bash)' >> ~/.bashrc
              echo 'source <(draftdiff completion zsh)' >> ~/.zshrc
              draftdiff completion fish > ~/.config/fish/completions/draftdiff.fish

            """,
        { Hidden: true } => "",
        _ => """
            Examples:
              draftdiff diff old.txt new.txt
              draftdiff parse draft.txt
              draftdiff init drafts
              draftdiff diff --help

            """,
    };
}
