using System.CommandLine;
using System.Text;

namespace DraftDiff.Cli.Tests;

/// <summary>The manual page of the command, in roff with the macros of man(7), made of what <c>--help</c> shows.</summary>
internal static class ManPage
{
    /// <summary>The page of a command and of those below it that a person may call.</summary>
    public static string Of(Command root)
    {
        var page = new StringBuilder();
        page.Append($"""
            .\" Made from the tree of commands by ManPageTests, which says how to renew it.
            .TH {root.Name.ToUpperInvariant()} 1 "" "DraftDiff" "User Commands"
            .SH NAME
            {root.Name} \- {Text(char.ToLowerInvariant(root.Description![0]) + root.Description[1..].TrimEnd('.'))}
            .SH SYNOPSIS
            .B {root.Name}
            .I command
            .RI [ options ]
            .SH DESCRIPTION

            """);
        Paragraphs(page, """
            DraftDiff says what changed between two United Nations draft resolutions the way a drafter would: which paragraphs are new, gone, reworded, moved, renumbered, split or merged, and which words. Line wraps, page breaks, page numbers and shifted footnote numbers are not changes. Renumbering is never shown as one.

            It reads plain text, Word files (.docx), PDF, pages of the web and Akoma Ntoso, and keeps every revision of a draft in a git repository. A text is named by its file, or by its symbol where the repository holds it: A/C.2/72/L.39 for the text, A/C.2/72/L.39:OP9 for one paragraph of it.
            """);
        Options(page, root, recursive: true);
        page.Append(".SH COMMANDS\n");
        foreach (var command in root.Subcommands.Where(command => !command.Hidden))
        {
            page.Append($".SS \"{Code($"{root.Name} {command.Name}{string.Concat(command.Arguments.Select(Usage))} [options]")}\"\n");
            Paragraphs(page, command.Description!);
            foreach (var argument in command.Arguments)
            {
                page.Append($".TP\n.I {Code(argument.Name)}\n{Text(argument.Description!)}\n");
            }

            Options(page, command, recursive: false);
            page.Append($".PP\n.EX\n{string.Concat(HelpWithExamples.ExamplesOf(command).Trim().Split('\n').Select(line => Code(line.TrimEnd()) + "\n"))}.EE\n");
        }

        page.Append(".SH EXIT STATUS\n");
        foreach (var (code, meaning) in new[]
        {
            (ExitCode.Success, "Done."),
            (ExitCode.Different, "Done, and the texts differ, where --exit-code was given; or check has found something."),
            (ExitCode.Trouble, "Not done; a sentence on standard error says why."),
        })
        {
            page.Append($".TP\n.B {code}\n{Text(meaning)}\n");
        }

        page.Append(".SH ENVIRONMENT\n");
        foreach (var (name, meaning) in new[]
        {
            ("NO_COLOR", "No colour, where it is set and not empty."),
            ("DRAFTDIFF_PAGER", "The pager, else PAGER, else less; cat or empty for none."),
        })
        {
            page.Append($".TP\n.B {name}\n{Text(meaning)}\n");
        }

        return page.Append(".SH SEE ALSO\n.BR git (1),\n.BR gitattributes (5)\n").ToString();
    }

    private static void Options(StringBuilder page, Command command, bool recursive)
    {
        foreach (var option in command.Options.Where(option => !option.Hidden))
        {
            var names = string.Join(", ", new[] { option.Name }.Concat(option.Aliases.Order(StringComparer.Ordinal)).Select(name => $"\\fB{Code(name)}\\fR"));
            page.Append($".TP\n{names}{(option.HelpName is { } value ? $" \\fI{Code(value)}\\fR" : "")}\n{Text(option.Description!)}{(recursive && option.Recursive ? " Every command has it." : "")}\n");
        }
    }

    private static string Usage(Argument argument) =>
        $" {(argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name)}{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";

    private static void Paragraphs(StringBuilder page, string text) =>
        page.AppendJoin(".PP\n", text.Split("\n\n").Select(paragraph => Text(paragraph.ReplaceLineEndings(" ")) + "\n"));

    private static string Text(string text) => Escape(text).Replace("--", "\\-\\-", StringComparison.Ordinal);

    // A dash that may be copied.
    private static string Code(string text) => Escape(text).Replace("-", "\\-", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        var escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("\"", "\\(dq", StringComparison.Ordinal).Replace("'", "\\(aq", StringComparison.Ordinal)
            .Replace("~", "\\(ti", StringComparison.Ordinal).Replace("^", "\\(ha", StringComparison.Ordinal).Replace("`", "\\(ga", StringComparison.Ordinal);
        return escaped.StartsWith('.') ? "\\&" + escaped : escaped;
    }
}
