using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DraftDiff.Formats.Akn;
using DraftDiff.Formats.Word;
using DraftDiff.Rendering;
using DraftDiff.Rendering.Html;
using DraftDiff.Syntax;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff show SYMBOL</c>: a stored text.</summary>
internal sealed class ShowCommand : Command
{
    private readonly Argument<string> _symbol = new("SYMBOL")
    {
        Description = "The text, such as A/C.2/72/L.39, A/C.2/72/L.39:OP9 for one paragraph, A/C.2/72/L.39@REV as of a git revision.",
    };
    private readonly Option<bool> _original = Choice.Flag("--original", "Write the file as it came, byte for byte.");
    private readonly FormatOption _format = new(toFile: true, OutputFormat.Terminal, OutputFormat.Word, OutputFormat.Html, OutputFormat.AkomaNtoso);
    private readonly Option<string?> _language = Choice.StoredLanguage();
    private readonly RepositoryOption _repository = new();
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public ShowCommand(ConsoleHost host)
        : base("show", "Show a stored text as a document.")
    {
        _host = host;
        _symbol.CompleteWith(_repository.Symbols);
        Arguments.Add(_symbol);
        Options.Add(_original);
        _format.AddTo(this);
        Options.Add(_language);
        _repository.AddTo(this);
        _display.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        var (name, paragraph) = _repository.Parse(given, given.GetRequiredValue(_symbol));
        using var repository = _repository.Open(given);
        var text = repository.Read(name, given.GetValue(_language));
        if (given.GetValue(_original))
        {
            if (_format.IsGiven(given))
            {
                throw new CommandException($"{_original.Name} is the file as it came; leave out {_format.Name} and -o");
            }

            if (paragraph is not null)
            {
                throw new CommandException($"{_original.Name} is the whole file; leave out :{paragraph}");
            }

            var bytes = text.Bytes ?? throw new CommandException($"this state of {text.Symbol} was made by git and came from no file; leave out {_original.Name}");
            StandardOutput.Write(_host, usePager: false, stream => stream.Write(bytes.Span));
            return ExitCode.Success;
        }

        var units = Select(text.Tree, paragraph, text.Symbol);
        if (paragraph is not null && _format.Of(given) is OutputFormat.Word or OutputFormat.AkomaNtoso)
        {
            throw new CommandException($"{(_format.Of(given) == OutputFormat.Word ? "a Word file" : "Akoma Ntoso")} holds the whole text; leave out :{paragraph}");
        }

        _format.Write(
            _host,
            given,
            _display,
            new OutputWriters
            {
                Terminal = (options, writer) => DocumentRenderer.Render(text.Tree, units, options, writer),
                Html = writer => HtmlDocument.Render(text.Tree, units, text.Symbol, writer),
                Word = stream => WordWriter.Write(text.Tree, stream),
                AkomaNtoso = stream => AkomaNtosoWriter.Write(text.Tree, stream, IdentityOf(text, repository.ReadIds(name, given.GetValue(_language)))),
            });
        return ExitCode.Success;
    }

    private static AkomaNtosoIdentity IdentityOf(StoredText text, ImmutableDictionary<string, string> ids) => new()
    {
        Symbol = DocumentSymbol.TryParse(text.Symbol, out var symbol) ? symbol : null,
        Date = DateOnly.TryParseExact(text.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        IdOf = unit => ids.GetValueOrDefault(unit.Label),
    };

    private static ImmutableArray<Unit> Select(DraftTree tree, string? paragraph, string symbol)
    {
        var units = paragraph is null ? tree.Units : ParagraphSelection.Select(tree.Units, paragraph);
        return units is { IsEmpty: false } || paragraph is null
            ? units
            : throw new CommandException($"{symbol} has no paragraph '{paragraph}'; it has {ParagraphSelection.DescribeLabels(tree.Units)}");
    }
}
