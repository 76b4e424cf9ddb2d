using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DraftDiff.Formats;
using DraftDiff.Syntax;

namespace DraftDiff.Cli;

/// <summary>
/// <c>draftdiff git-textconv FILE</c>, which git runs for a file where it compares lines, as <c>git-setup</c> told it: a paragraph a line, without
/// its number, so that neither layout nor renumbering is a change.
/// </summary>
/// <remarks>Git ends where this fails, so it does not: of what cannot be read a line says why, and which content it is.</remarks>
internal sealed class GitTextConvCommand : Command
{
    /// <summary>The name of the command.</summary>
    public const string Word = "git-textconv";

    private const string Called = "This file";
    private const string Mark = "[fn]";

    private readonly Argument<string> _file = new("FILE");
    private readonly ConsoleHost _host;

    public GitTextConvCommand(ConsoleHost host)
        : base(Word, "Write a file for git, a paragraph a line.")
    {
        _host = host;
        Hidden = true;
        Arguments.Add(_file);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        var bytes = ReadOnlyMemory<byte>.Empty;
        ReadOnlyMemory<byte> text;
        try
        {
            bytes = InputText.ReadBytes(_host, given.GetRequiredValue(_file), Reading.AsIs, Called);
            var tree = DraftFile.Read(Called, bytes);
            text = GitDiffCommand.IsDraft(tree, bytes) ? Encoding.UTF8.GetBytes(TextOf(tree)) : bytes;
        }
        catch (Exception exception)
        {
            // Whatever it is, git must not end of it. Two files are two, whatever can be said of them.
            var what = exception is UnreadableFileException ? $"{Called} {exception.Message}" : exception.Message.ReplaceLineEndings(" ");
            text = Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{what} ({bytes.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes.Span))})\n"));
        }

        StandardOutput.Write(_host, usePager: false, stream => stream.Write(text.Span));
        return ExitCode.Success;
    }

    private static string TextOf(DraftTree tree)
    {
        var text = new StringBuilder();
        foreach (var unit in tree.Units)
        {
            for (var parent = unit.Parent; parent >= 0; parent = tree.Units[parent].Parent)
            {
                text.Append("  ");
            }

            var written = 0;
            foreach (var mark in unit.Marks)
            {
                text.Append(unit.Text.AsSpan(written, mark.At - written)).Append(Mark);
                written = mark.At;
            }

            text.Append(unit.Text.AsSpan(written)).Append('\n');
        }

        return text.ToString();
    }
}
