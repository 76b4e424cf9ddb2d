using System.CommandLine;
using System.Globalization;
using DraftDiff.Diagnostics;
using DraftDiff.Differencing;
using DraftDiff.Formats;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Cli;

/// <summary>
/// <c>draftdiff git-diff</c>, which git runs for a file that changed, as <c>git-setup</c> told it: with the file's name, then for the earlier and
/// the later text a file, the id of its content and its mode (git(1), GIT_EXTERNAL_DIFF); of a file renamed also its new name and how it was; of
/// one that is not merged yet the name alone.
/// </summary>
/// <remarks>Git ends where this fails, so it does not: what cannot be shown is said, and git carries on with the next file.</remarks>
internal sealed class GitDiffCommand : Command
{
    /// <summary>The name of the command.</summary>
    public const string Word = "git-diff";

    /// <summary>The option of <c>git difftool</c>, which hands over the name and the two files alone.</summary>
    public const string ToolFlag = "--tool";

    private const string NoMode = ".";
    private const string Link = "120000";

    private readonly Argument<string[]> _words = new("WORD") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _tool = Choice.Flag(ToolFlag, "For git difftool.");
    private readonly ConsoleHost _host;

    public GitDiffCommand(ConsoleHost host)
        : base(Word, "Show for git what changed in a file.")
    {
        _host = host;
        Hidden = true;
        Arguments.Add(_words);
        Options.Add(_tool);
        SetAction(Run);
    }

    /// <summary>One of the two files.</summary>
    /// <param name="Path">Where it is.</param>
    /// <param name="Mode">Its mode; a dot where git does not say, or where there is none.</param>
    /// <param name="Name">What the person calls it.</param>
    private readonly record struct Side(string Path, string Mode, string Name)
    {
        // Git writes so on every system, its programs on Windows also as that does.
        public bool IsMissing => Path is "/dev/null" or "nul";
    }

    private int Run(ParseResult given)
    {
        var isTool = given.GetValue(_tool);
        var options = new TerminalOptions(WidthOf(_host), UsesColor(_host), NamesOptions: false);
        switch (given.GetValue(_words))
        {
            case [var name]:
                StandardOutput.WriteText(_host, usePager: false, writer => writer.WriteLine($"* Unmerged path {VisibleText.Of(name)}"));
                break;
            case [var name, var old, var @new] when isTool:
                if (Directory.Exists(old) || Directory.Exists(@new))
                {
                    throw new CommandException("draftdiff compares one file with another; leave out --dir-diff");
                }

                Show(new Side(old, NoMode, $"a/{name}"), new Side(@new, NoMode, $"b/{name}"), options, usePager: true);
                break;
            case [var name, var old, _, var oldMode, var @new, _, var newMode, .. var renamed]:
                Show(new Side(old, oldMode, $"a/{name}"), new Side(@new, newMode, $"b/{(renamed is [var newName, ..] ? newName : name)}"), options, usePager: false);
                break;
            default:
                throw new CommandException($"git runs {Word} by itself, once it is set up; write: draftdiff git-setup");
        }

        return ExitCode.Success;
    }

    private void Show(Side old, Side @new, TerminalOptions options, bool usePager) => StandardOutput.WriteText(_host, usePager, writer =>
    {
        if (int.TryParse(_host.Environment("GIT_DIFF_PATH_COUNTER"), CultureInfo.InvariantCulture, out var count) && count > 1)
        {
            writer.WriteLine();
        }

        foreach (var line in HeadOf(old, @new))
        {
            writer.WriteLine(options.Color ? $"\u001B[1m{VisibleText.Of(line)}\u001B[m" : VisibleText.Of(line));
        }

        try
        {
            ShowChanges(old, @new, options, writer);
        }
        catch (Exception exception)
        {
            // Whatever it is, git must not end of it.
            writer.WriteLine(VisibleText.Of(exception is CommandException ? exception.Message : $"internal error: {exception.GetType().Name}: {exception.Message}"));
            writer.WriteLine(VisibleText.Of($"Binary files {NameOf(old)} and {NameOf(@new)} differ"));
        }
    });

    private static IEnumerable<string> HeadOf(Side old, Side @new)
    {
        var name = old.IsMissing ? @new.Name[2..] : old.Name[2..];
        yield return $"diff --git a/{name} {@new.Name}";
        if (old.IsMissing)
        {
            yield return $"new file{(@new.Mode == NoMode ? "" : $" mode {@new.Mode}")}";
        }
        else if (@new.IsMissing)
        {
            yield return $"deleted file{(old.Mode == NoMode ? "" : $" mode {old.Mode}")}";
        }
        else if (old.Mode != @new.Mode)
        {
            yield return $"old mode {old.Mode}";
            yield return $"new mode {@new.Mode}";
        }

        if (name != @new.Name[2..])
        {
            yield return $"rename from {name}";
            yield return $"rename to {@new.Name[2..]}";
        }
    }

    private void ShowChanges(Side old, Side @new, TerminalOptions options, TextWriter writer)
    {
        if (old.Mode == Link || @new.Mode == Link)
        {
            ShowLines(old, @new, options, writer);
            return;
        }

        var (oldBytes, newBytes) = (BytesOf(old), BytesOf(@new));
        if (oldBytes.Span.SequenceEqual(newBytes.Span))
        {
            return;
        }

        var (oldTree, newTree) = (TreeOf(old, oldBytes), TreeOf(@new, newBytes));
        if (!IsDraft(oldTree, oldBytes) && !IsDraft(newTree, newBytes))
        {
            ShowLines(old, @new, options, writer);
            return;
        }

        foreach (var tree in (DraftTree[])[oldTree, newTree])
        {
            foreach (var diagnostic in tree.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && tree.Source.Length > 0))
            {
                writer.WriteLine(DiagnosticFormatter.Format(tree.Source, diagnostic));
            }
        }

        TerminalRenderer.Render(DraftComparison.Compare(oldTree, newTree), options, writer);
    }

    private ReadOnlyMemory<byte> BytesOf(Side side) => side.IsMissing ? default : InputText.ReadBytes(_host, side.Path, Reading.AsIs, $"'{side.Name}'");

    private static DraftTree TreeOf(Side side, ReadOnlyMemory<byte> bytes) => side.IsMissing
        ? DraftTree.Parse(SourceText.From("", "/dev/null"))
        : InputText.Read(side.Name, bytes, Reading.AsIs);

    /// <summary>
    /// True for what is better compared as a draft than line by line: all that is no plain text, and plain text that has the opening or the symbol of
    /// one, but not where git has put both sides of a conflict in it.
    /// </summary>
    public static bool IsDraft(DraftTree tree, ReadOnlyMemory<byte> bytes) =>
        (bytes.Length > 0 && DraftFormats.Of(bytes.Span) != DraftFormat.Text)
        || ((tree.Masthead.Symbol is not null || tree.Units.Any(unit => unit.Section == Section.Opening)) && bytes.Span.IndexOf("<<<<<<< "u8) < 0);

    // What git itself would have shown.
    private static void ShowLines(Side old, Side @new, TerminalOptions options, TextWriter writer)
    {
        var (_, lines, _) = Git.Run("diff", "--no-index", "--no-ext-diff", "--no-textconv", options.Color ? "--color=always" : "--color=never", "--", old.Path, @new.Path);
        var hunks = lines.IndexOf("@@ ", StringComparison.Ordinal);
        if (hunks < 0)
        {
            if (lines.Contains("Binary files ", StringComparison.Ordinal))
            {
                writer.WriteLine(VisibleText.Of($"Binary files {NameOf(old)} and {NameOf(@new)} differ"));
            }

            return;
        }

        foreach (var line in (string[])[$"--- {NameOf(old)}", $"+++ {NameOf(@new)}"])
        {
            writer.WriteLine(options.Color ? $"\u001B[1m{VisibleText.Of(line)}\u001B[m" : VisibleText.Of(line));
        }

        // With the colour that stands in front.
        writer.Write(lines[(lines.LastIndexOf('\n', hunks) + 1)..]);
    }

    private static string NameOf(Side side) => side.IsMissing ? "/dev/null" : side.Name;

    // Git has told its pager how wide the terminal is, and its programs with it.
    private static int WidthOf(ConsoleHost host) =>
        !host.OutputIsTerminal() && int.TryParse(host.Environment("COLUMNS"), CultureInfo.InvariantCulture, out var columns) && columns > 0
            ? Math.Min(columns, DisplayOptions.WidestWidth)
            : DisplayOptions.WidthOf(host);

    // As git colours its own: git knows its settings, those on its command line, and whether its pager runs.
    private static bool UsesColor(ConsoleHost host) =>
        string.IsNullOrEmpty(host.Environment("NO_COLOR"))
        && Git.Run("config", "--get-colorbool", "color.diff", host.OutputIsTerminal() ? "true" : "false").Output.Trim() == "true";
}
