using System.CommandLine;
using DraftDiff.Diagnostics;
using DraftDiff.Differencing;
using DraftDiff.Formats;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using DraftDiff.Text;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff commit FILE…</c>: stores texts.</summary>
internal sealed class CommitCommand : Command
{
    private const int CellsOfWords = 38;

    private const string None = "none";

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "The texts, each a revision; - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<DocumentSymbol?> _symbol = Choice.Symbol("--symbol", "The symbol, where the masthead has none.");
    private readonly Option<string?> _follows = new("--follows")
    {
        Description = "The draft it is a later text of, or 'none'. A revision follows its draft by itself.",
        HelpName = "SYMBOL",
    };
    private readonly ReadingOptions _reading = new(hasRevisions: false);
    private readonly Option<DateOnly?> _date = Choice.Date("Its date, year-month-day.");
    private readonly Option<string?> _author = Choice.Author();
    private readonly Option<string?> _message = new("-m") { Description = "The first line of the commit's message.", HelpName = "TEXT" };
    private readonly Option<bool> _reissue = Choice.Flag("--reissue", "Store other bytes of a symbol that is there, as reissued (A/69/L.52*).");
    private readonly Option<bool> _dryRun = Choice.Flag("--dry-run", "Store nothing; show which paragraph would be which.");
    private readonly Option<string[]> _match = new("--match")
    {
        Description = "Override the match: the new OP9 is the old OP12 (OP9=OP12), or none (OP9=new). May be given again.",
        HelpName = "NEW=OLD",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly RepositoryOption _repository = new();
    private readonly ConsoleHost _host;

    public CommitCommand(ConsoleHost host)
        : base("commit", "Store a text as a revision of its draft.")
    {
        _host = host;
        _files.CompleteWith(CompleteCommand.Files);
        _follows.CompletionSources.Add(_repository.Symbols);
        Arguments.Add(_files);
        foreach (var option in (Option[])[_symbol, _follows, _date, _author, _message, _reissue, _dryRun, _match])
        {
            Options.Add(option);
        }

        _reading.AddTo(this);
        _repository.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        var files = given.GetRequiredValue(_files);
        if (files.Length > 1 && given.GetResult(_match) is { Implicit: false })
        {
            throw new CommandException($"{_match.Name} is about one text; store the texts one by one");
        }

        using var repository = _repository.Open(given);
        foreach (var file in files)
        {
            var revision = Read(file, given);
            var dryRun = given.GetValue(_dryRun);
            var stored = dryRun ? repository.Preview(revision) : repository.Commit(revision);
            StandardOutput.WriteText(_host, usePager: false, writer => writer.Write(Describe(stored, revision, dryRun)));
        }

        return ExitCode.Success;
    }

    private NewRevision Read(string file, ParseResult given)
    {
        var reading = _reading.Of(given);
        var bytes = InputText.ReadBytes(_host, file, reading);
        var tree = InputText.Read(file, bytes, reading);
        StandardError.Write(_host, tree.Source, tree.Diagnostics, DiagnosticSeverity.Warning);
        if (tree.Units.IsEmpty)
        {
            throw new CommandException($"{InputText.Called(file)} is empty, and there is nothing to store; check that it is the draft");
        }

        var follows = given.GetValue(_follows);
        return new NewRevision
        {
            Tree = tree,
            Bytes = bytes,
            Extension = DraftFormats.ExtensionOf(reading.Format ?? DraftFormats.Of(bytes.Span)),
            Symbol = given.GetValue(_symbol) ?? tree.Masthead.Symbol
                ?? throw new CommandException(
                    $"'{file}' prints no symbol; give it with --symbol{(FileSymbol.Of(file) is { } named ? $" {ShellWord.Quote(named.ToString())}, if that is what its name says" : ", such as --symbol A/C.2/72/L.39")}"),
            Follows = follows is null or None ? null
                : DocumentSymbol.TryParse(follows, out var symbol) ? symbol
                : throw new CommandException($"--follows cannot be '{follows}'; write a symbol as it is printed, or {None}"),
            FollowsNothing = follows == None,
            Date = given.GetValue(_date),
            Author = given.GetValue(_author),
            Message = given.GetValue(_message) is not { } message ? null
                : !string.IsNullOrWhiteSpace(message) ? message
                : throw new CommandException($"{_message.Name} cannot be empty; leave it out for a summary of what changed"),
            IsReissue = given.GetValue(_reissue),
            Overrides = [.. (given.GetValue(_match) ?? []).Select(text => MatchOverride.TryParse(text, out var said) ? said
                : throw new CommandException($"--match cannot be '{text}'; write the new label and the old one, OP9=OP12, or OP9=new"))],
        };
    }

    private string Describe(StoredRevision stored, NewRevision revision, bool dryRun)
    {
        var name = $"{stored.Symbol} ({revision.Tree.Language})";
        if (stored.WasThere)
        {
            return $"{name} is stored already, with the same bytes; nothing was changed\n";
        }

        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{(dryRun ? "Would store" : "Stored")} {name}{DescribePlace(stored)}{(stored.CommitId is { } id ? $" [{id[..7]}]" : "")}");
        if (stored.Comparison is { } comparison)
        {
            foreach (var line in ScriptSummary.LinesOf(comparison))
            {
                TerminalText.WriteHanging("  ", line, new TerminalOptions(DisplayOptions.WidthOf(_host), Color: false), text);
            }
        }

        if (dryRun && !stored.IsBeside)
        {
            DescribeMatch(stored, revision, text);
        }

        return text.ToString();
    }

    private static string DescribePlace(StoredRevision stored) =>
        stored.IsBeside ? $" beside {stored.Draft}, as no text of it"
        : stored.Follows is { } follows ? $" after {follows}"
        : stored.BeginsDraft ? " as the first text of a draft" : $" as the first text of {stored.Draft} in its language";

    // The paragraphs of the new text, and those that it has no more where they were, each with its words.
    private static void DescribeMatch(StoredRevision stored, NewRevision revision, TextWriter text)
    {
        var changes = stored.Comparison?.Script.Changes
            ?? [.. revision.Tree.Units.Select(unit => new Change(ChangeKind.Inserted, false, false, null, [], [unit], [], [], null))];
        var idWidth = stored.Ids.Values.Select(id => id.Length).DefaultIfEmpty().Max();
        foreach (var change in changes.Where(change => change.Old.Concat(change.New).All(unit => unit.Section != Section.Masthead)))
        {
            var old = string.Join('+', change.Old.Select(unit => unit.Label));
            if (change.New.IsEmpty)
            {
                text.WriteLine($"  - {"",-12} {old,-14} {"".PadRight(idWidth)}  {Beginning(change.Old[0])}");
            }

            foreach (var unit in change.New)
            {
                var mark = change.Old.IsEmpty ? '+' : change.Kind != ChangeKind.Unchanged ? '~' : change.Moved ? '>' : ' ';
                text.WriteLine($"  {mark} {unit.Label,-12} {(old.Length == 0 ? "new" : $"= {old}"),-14} {stored.Ids[unit.Label]}  {Beginning(unit)}");
            }
        }

        static string Beginning(Unit unit) => TerminalText.Beginning(unit.Text, CellsOfWords);
    }
}
