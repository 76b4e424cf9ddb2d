using System.CommandLine;
using DraftDiff.Diagnostics;
using DraftDiff.Differencing;
using DraftDiff.Formats;
using DraftDiff.Formats.Word;
using DraftDiff.Rendering;
using DraftDiff.Syntax;

namespace DraftDiff.Cli;

/// <summary>The two texts that a command compares: OLD and NEW, or one file before and after its tracked changes.</summary>
internal sealed class ComparedTexts
{
    private readonly Argument<string?> _old = Choice.Text("OLD", "earlier");
    private readonly Argument<string?> _new = Choice.Text("NEW", "later");
    private readonly ReadingOptions _reading = new(hasRevisions: true);
    private readonly Option<string?> _revisionsOf = new("--revisions-of")
    {
        Description = "Instead of two texts: show the tracked changes of a Word file or a redline.",
        HelpName = "FILE",
    };
    private readonly RepositoryOption _repository = new();

    /// <summary>Gives a command the arguments and options.</summary>
    public void AddTo(Command command)
    {
        foreach (var text in (Argument[])[_old, _new])
        {
            text.CompleteWith(CompleteCommand.Files);
            text.CompleteWith(_repository.Symbols);
        }

        _revisionsOf.CompletionSources.Add(CompleteCommand.Files);
        command.Arguments.Add(_old);
        command.Arguments.Add(_new);
        _reading.AddTo(command);
        command.Options.Add(_revisionsOf);
        _repository.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_revisionsOf) is { Implicit: false })
            {
                if (result.GetResult(_old) is { Tokens.Count: > 0 } || result.GetResult(_reading.Revisions) is { Implicit: false })
                {
                    result.AddError($"{_revisionsOf.Name} reads one file in both ways; leave out the texts and {_reading.Revisions.Name}");
                }
            }
            else if (result.GetResult(_new) is not { Tokens.Count: > 0 })
            {
                var missing = result.GetResult(_old) is { Tokens.Count: > 0 } ? _new : _old;
                result.AddError($"{command.Name} needs {_old.Name} and {_new.Name}, and there is no {missing.Name}; write: draftdiff {command.Name} {_old.Name} {_new.Name}");
            }
        });
    }

    /// <summary>The names of the files that are read.</summary>
    public IEnumerable<string> Names(ParseResult given) =>
        ((IEnumerable<string?>)[given.GetValue(_old), given.GetValue(_new), given.GetValue(_revisionsOf)]).OfType<string>();

    /// <summary>Compares the texts.</summary>
    /// <param name="host">The console, which is told what reading has to say.</param>
    /// <param name="given">What was given on the command line.</param>
    /// <param name="baseFile">The Word file that the earlier text was read from; null where it was none.</param>
    /// <exception cref="CommandException">There is no such text, or it cannot be read.</exception>
    public DraftComparison Compare(ConsoleHost host, ParseResult given, out BaseFile? baseFile)
    {
        DraftComparison comparison;
        var reading = _reading.Of(given);
        if (given.GetValue(_revisionsOf) is { } file)
        {
            comparison = CompareRevisions(InputText.ReadBytes(host, file, reading), file, reading, out baseFile);
        }
        else
        {
            using var texts = new NamedTexts(host, () => _repository.Open(given), reading);
            comparison = texts.Compare(given.GetValue(_old)!, given.GetValue(_new)!, out baseFile);
        }

        foreach (var tree in (DraftTree[])[comparison.Old, comparison.New])
        {
            // Of the changes of one file it goes without saying that there are some.
            var said = tree.Diagnostics.Where(diagnostic => given.GetValue(_revisionsOf) is null || diagnostic.Id != DraftDiagnostics.TrackedChangesResolved.Id);
            StandardError.Write(host, tree.Source, [.. said], DiagnosticSeverity.Warning);
        }

        if (comparison.Old.Units.IsEmpty || comparison.New.Units.IsEmpty)
        {
            StandardError.WriteLine(host, $"draftdiff: {VisibleText.Of(DescribeEmpty(comparison))}");
        }

        return comparison;
    }

    // No mistake is sure, so the comparison is shown, but most likely a file is not what a person thinks.
    private static string DescribeEmpty(DraftComparison comparison)
    {
        var (old, @new) = (comparison.Old, comparison.New);
        return old.Units.IsEmpty && @new.Units.IsEmpty ? "both texts are empty; check that these are the files you mean"
            : old.Units.IsEmpty ? $"the earlier text is empty, so all of the later one is new; check that {Called(old)} is the file you mean"
            : $"the later text is empty, so all of the earlier one is deleted; check that {Called(@new)} is the file you mean";

        static string Called(DraftTree tree) => InputText.Called(tree.Source.Name);
    }

    private DraftComparison CompareRevisions(ReadOnlyMemory<byte> bytes, string file, Reading reading, out BaseFile? baseFile)
    {
        var format = reading.Format ?? DraftFormats.Of(bytes.Span);
        if (format is not (DraftFormat.Word or DraftFormat.Html))
        {
            throw new CommandException($"'{file}' is no Word file (.docx) and no page, and has no tracked changes; leave out {_revisionsOf.Name}");
        }

        baseFile = format == DraftFormat.Word ? new BaseFile(bytes, TrackedChanges.Reject) : null;
        return DraftComparison.Compare(
            InputText.Read(file, bytes, reading with { Changes = TrackedChanges.Reject }),
            InputText.Read(file, bytes, reading with { Changes = TrackedChanges.Accept }));
    }
}
