using System.Collections.Immutable;
using System.CommandLine;
using DraftDiff.History;
using DraftDiff.Rendering;
using DraftDiff.Rendering.Html;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff log SYMBOL[:LABEL]</c>: the revisions of a draft, or what happened to one paragraph.</summary>
internal sealed class LogCommand : Command
{
    private readonly Argument<string> _symbol = new("SYMBOL")
    {
        Description = "A symbol of the draft; with :OP9 the paragraph that the newest text calls so, with @REV as of a git revision.",
    };
    private readonly FormatOption _format = new(toFile: true, OutputFormat.Terminal, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Html);
    private readonly Option<bool> _stat = Choice.Flag("--stat", "Leave the words and labels out.");
    private readonly Option<bool> _reverse = Choice.Flag("--reverse", "The oldest first.");
    private readonly Option<int?> _most = Choice.Number("-n", "Show at most N, the newest.");
    private readonly Option<string?> _phrase = new("--phrase") { Description = "Name the revisions that first held these words, and that lost them.", HelpName = "TEXT" };
    private readonly Option<string?> _language = Choice.StoredLanguage();
    private readonly RepositoryOption _repository = new();
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public LogCommand(ConsoleHost host)
        : base("log", "Show the revisions of a draft, or the history of one paragraph.")
    {
        _host = host;
        _symbol.CompleteWith(_repository.Symbols);
        Arguments.Add(_symbol);
        _format.AddTo(this);
        foreach (var option in (Option[])[_stat, _reverse, _most, _phrase, _language])
        {
            Options.Add(option);
        }

        _repository.AddTo(this);
        _display.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        var (name, label) = _repository.Parse(given, given.GetRequiredValue(_symbol));
        using var repository = _repository.Open(given);
        var language = given.GetValue(_language);
        var most = given.GetValue(_most) ?? int.MaxValue;
        if (given.GetValue(_phrase) is { } phrase)
        {
            if (label is not null || string.IsNullOrWhiteSpace(phrase))
            {
                throw new CommandException(label is null ? $"{_phrase.Name} needs some words" : $"{_phrase.Name} is for a whole draft; leave out :{label}");
            }

            var found = repository.Search(name, phrase, language);
            Write(given, found.Events.IsEmpty ? throw new CommandException($"no stored text of {name.Symbol} has these words") : found);
        }
        else if (label is null)
        {
            var history = repository.Log(name, language, most);
            Write(given, history, () => repository.FollowAll(name, language));
        }
        else
        {
            var history = repository.Follow(name, label, language);
            history = history with { Events = [.. history.Events.Take(most)] };
            Write(given, history);
        }

        return ExitCode.Success;
    }

    // A page has an order of its own.
    private void Write(ParseResult given, DraftHistory history, Func<ImmutableArray<ParagraphHistory>> findParagraphs)
    {
        var listed = history with { Revisions = InOrder(given, history.Revisions) };
        Write(given, new OutputWriters
        {
            Terminal = (options, writer) => HistoryRenderer.Render(listed, showLabels: !given.GetValue(_stat), options, writer),
            Json = stream => HistoryJson.Write(listed, stream),
            Markdown = writer => HistoryMarkdown.Render(listed, writer),
            Html = writer => HtmlHistory.Render(history, findParagraphs(), writer),
        });
    }

    private void Write(ParseResult given, ParagraphHistory history)
    {
        var listed = history with { Events = InOrder(given, history.Events) };
        Write(given, new OutputWriters
        {
            Terminal = (options, writer) => HistoryRenderer.Render(listed, showWords: !given.GetValue(_stat), options, writer),
            Json = stream => HistoryJson.Write(listed, stream),
            Markdown = writer => HistoryMarkdown.Render(listed, writer),
            Html = writer => HtmlHistory.Render(history, writer),
        });
    }

    private void Write(ParseResult given, PhraseHistory history)
    {
        var listed = history with { Events = InOrder(given, [.. history.Events.Take(given.GetValue(_most) ?? int.MaxValue)]) };
        Write(given, new OutputWriters
        {
            Terminal = (options, writer) => HistoryRenderer.Render(listed, options, writer),
            Json = stream => HistoryJson.Write(listed, stream),
            Markdown = writer => HistoryMarkdown.Render(listed, writer),
        });
    }

    private void Write(ParseResult given, OutputWriters writers) => _format.Write(_host, given, _display, writers);

    private ImmutableArray<T> InOrder<T>(ParseResult given, ImmutableArray<T> newestFirst) =>
        given.GetValue(_reverse) ? [.. newestFirst.Reverse()] : newestFirst;
}
