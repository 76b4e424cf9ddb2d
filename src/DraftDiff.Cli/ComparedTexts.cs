using System.CommandLine;
using DraftDiff.Diagnostics;
using DraftDiff.Differencing;
using DraftDiff.Formats;
using DraftDiff.Formats.Word;
using DraftDiff.Syntax;

namespace DraftDiff.Cli;

/// <summary>The two texts that a command compares: OLD and NEW, or one Word file before and after its tracked changes.</summary>
internal sealed class ComparedTexts
{
    private readonly Argument<string?> _old = Choice.Text("OLD", "earlier");
    private readonly Argument<string?> _new = Choice.Text("NEW", "later");
    private readonly Option<string?> _language = Choice.Language();
    private readonly Option<TrackedChanges> _revisions = Choice.Revisions();
    private readonly Option<string?> _revisionsOf = new("--revisions-of")
    {
        Description = "Instead of two texts: show the tracked changes of a Word file.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _convert = Choice.Convert();
    private readonly RepositoryOption _repository = new();

    /// <summary>Gives a command the arguments and options.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_old);
        command.Arguments.Add(_new);
        command.Options.Add(_language);
        command.Options.Add(_revisions);
        command.Options.Add(_revisionsOf);
        command.Options.Add(_convert);
        _repository.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_revisionsOf) is { Implicit: false })
            {
                if (result.GetResult(_old) is { Tokens.Count: > 0 } || result.GetResult(_revisions) is { Implicit: false })
                {
                    result.AddError($"{_revisionsOf.Name} reads one Word file in both ways; leave out the texts and {_revisions.Name}");
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
        if (given.GetValue(_revisionsOf) is { } file)
        {
            comparison = CompareRevisions(InputText.ReadBytes(host, file, given.GetValue(_convert)), file, given.GetValue(_language), out baseFile);
        }
        else
        {
            using var texts = new NamedTexts(host, () => _repository.Open(given), given.GetValue(_language), given.GetValue(_revisions), given.GetValue(_convert));
            comparison = texts.Compare(given.GetValue(_old)!, given.GetValue(_new)!, out baseFile);
        }

        foreach (var tree in (DraftTree[])[comparison.Old, comparison.New])
        {
            // Of the changes of one file it goes without saying that there are some.
            var said = tree.Diagnostics.Where(diagnostic => given.GetValue(_revisionsOf) is null || diagnostic.Id != DraftDiagnostics.TrackedChangesResolved.Id);
            StandardError.Write(host, tree.Source, [.. said], DiagnosticSeverity.Warning);
        }

        return comparison;
    }

    private DraftComparison CompareRevisions(ReadOnlyMemory<byte> bytes, string file, string? language, out BaseFile? baseFile)
    {
        if (!DraftFile.IsWord(bytes.Span))
        {
            throw new CommandException($"'{file}' is no Word file (.docx), and has no tracked changes; leave out {_revisionsOf.Name}");
        }

        baseFile = new BaseFile(bytes, TrackedChanges.Reject);
        return DraftComparison.Compare(
            InputText.Read(file, bytes, language, TrackedChanges.Reject), InputText.Read(file, bytes, language, TrackedChanges.Accept));
    }
}
