using System.CommandLine;
using System.Globalization;
using System.IO.Enumeration;
using DraftDiff.Formats;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff import FOLDER</c>: stores a folder of texts.</summary>
internal sealed class ImportCommand : Command
{
    private static readonly string[] Endings = [".txt", ".docx", ".pdf", ".html", ".htm", ".xml", ".akn"];

    private readonly Argument<string> _source = new("FOLDER") { Description = "The folder of the texts, with those in it." };
    private readonly Option<bool> _series = Choice.Flag("--series", "Make the resolutions of a folder, session after session, one draft.");
    private readonly ReadingOptions _reading = new(hasRevisions: false);
    private readonly Option<string?> _author = Choice.Author();
    private readonly RepositoryOption _repository = new();
    private readonly ConsoleHost _host;

    public ImportCommand(ConsoleHost host)
        : base("import", "Store a folder of texts, the oldest first. Run again, it goes on where it stopped.")
    {
        _host = host;
        _source.CompleteWith(CompleteCommand.Folders);
        Arguments.Add(_source);
        foreach (var option in (Option[])[_series, _author])
        {
            Options.Add(option);
        }

        _reading.AddTo(this);
        _repository.AddTo(this);
        SetAction(Run);
    }

    /// <summary>A text to import.</summary>
    private sealed record Found(string Path, DocumentSymbol Symbol, string Language);

    private int Run(ParseResult given)
    {
        using var repository = _repository.Open(given);
        var paths = FilesIn(given.GetRequiredValue(_source));
        var found = new List<Found>();
        var bad = 0;
        ForEach("Reading", paths, path => Path.GetFileName(path), path =>
            found.Add(Find(path, _reading.Of(given))), ref bad);

        var (stored, there) = (0, 0);
        var before = new Dictionary<(string Folder, string Language), DocumentSymbol>();
        ForEach("Storing", [.. InOrder(found)], text => text.Symbol.ToString(), text =>
        {
            var series = (Path.GetDirectoryName(text.Path)!, text.Language);
            var follows = given.GetValue(_series) && before.TryGetValue(series, out var earlier) ? earlier : null;
            var outcome = repository.Commit(Read(text, follows, given));
            before[series] = outcome.Symbol;
            _ = outcome.WasThere ? there++ : stored++;
        }, ref bad);

        StandardOutput.WriteText(_host, usePager: false, writer => writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{stored} stored, {there} stored before, {bad} not stored")));
        return bad > 0 ? ExitCode.Trouble : ExitCode.Success;
    }

    private static string[] FilesIn(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException(File.Exists(folder)
                ? $"'{folder}' is a file; store it with 'draftdiff commit'"
                : $"there is no folder '{folder}'; check its name");
        }

        // Links to folders are not followed, which may lead back here.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        var found = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && Endings.Contains(Path.GetExtension(entry.FileName.ToString()), StringComparer.OrdinalIgnoreCase),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        string[] files = [.. found.Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new CommandException($"'{folder}' holds no texts ({string.Join(", ", Endings.Select(ending => $"*{ending}"))})");
    }

    private Found Find(string path, Reading reading)
    {
        if (IsEmpty(path))
        {
            throw new CommandException("it is empty");
        }

        var tree = InputText.Read(_host, path, reading);
        var symbol = tree.Masthead.Symbol ?? FileSymbol.Of(path) ?? throw new CommandException("it prints no symbol, and its name is none");
        return new Found(path, symbol, tree.Language);
    }

    // A named pipe is, too, to which nobody may ever write.
    private static bool IsEmpty(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return (file.ResolveLinkTarget(returnFinalTarget: true) ?? file) is FileInfo { Exists: true, Length: 0 };
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Session by session, drafts before resolutions, and each by its number.
    private static IEnumerable<Found> InOrder(IEnumerable<Found> texts) => texts
        .OrderBy(text => text.Symbol.Session?.Number ?? 0)
        .ThenBy(text => text.Symbol.Year ?? 0)
        .ThenBy(text => text.Symbol.Series == "RES")
        .ThenBy(text => text.Symbol)
        .ThenBy(text => text.Path, StringComparer.Ordinal);

    private NewRevision Read(Found text, DocumentSymbol? follows, ParseResult given)
    {
        var reading = _reading.Of(given) with { Language = text.Language };
        var bytes = InputText.ReadBytes(_host, text.Path, reading);
        return new NewRevision
        {
            Tree = InputText.Read(text.Path, bytes, reading),
            Bytes = bytes,
            Extension = DraftFormats.ExtensionOf(reading.Format ?? DraftFormats.Of(bytes.Span)),
            Symbol = text.Symbol,
            Follows = follows,
            FollowsNothing = follows is null,
            Author = given.GetValue(_author),
        };
    }

    // What is wrong with one text keeps no other from being stored.
    private void ForEach<T>(string verb, T[] items, Func<T, string> nameOf, Action<T> action, ref int bad)
    {
        using var progress = new Progress(_host, verb, items.Length);
        foreach (var item in items)
        {
            progress.Advance(nameOf(item));
            try
            {
                action(item);
            }
            catch (Exception exception) when (exception is CommandException or StoreException)
            {
                bad++;
                progress.Clear();
                StandardError.WriteLine(_host, $"draftdiff: {VisibleText.Of(nameOf(item))}: {VisibleText.Of(exception.Message)}");
            }
        }
    }
}
