using DraftDiff.Syntax;
using DraftDiff.Text;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>Something that is wrong in a repository.</summary>
/// <param name="Place">The file or folder, and behind <c>@</c> the commit where it is not the newest.</param>
/// <param name="What">What is wrong, in a sentence without a full stop.</param>
public sealed record StoreProblem(string Place, string What);

/// <summary>Looks for what a store must not have: ids without files and files without ids, broken nesting, JSON that cannot be read, folders of symbols that lead to no draft, and trees that do not say what their sources say.</summary>
internal sealed class StoreChecker(Repository git, StoreView view, Commit tip)
{
    private readonly StoreView _view = view;
    private readonly List<StoreProblem> _problems = [];

    /// <summary>All problems, draft by draft.</summary>
    public IReadOnlyList<StoreProblem> Check()
    {
        CheckNames(tip.Tree, "");
        CheckPlaces(tip.Tree, "");
        foreach (var folder in _view.DraftFolders())
        {
            Try($"{folder}/{StorePaths.DraftFile}", () =>
            {
                var draft = _view.ReadDraft(folder);
                if (!DocumentSymbol.TryParse(draft.Symbol, out var symbol) || !StorePaths.TryGetFolder(symbol, out var own) || own != folder)
                {
                    Add($"{folder}/{StorePaths.DraftFile}", $"it names {draft.Symbol}, which has another folder");
                }
            });
            foreach (var language in _view.LanguagesOf(folder))
            {
                CheckLanguage(folder, language);
            }
        }

        return _problems;
    }

    private void CheckLanguage(string folder, string language)
    {
        var languageFolder = StorePaths.LanguageFolder(folder, language);
        CheckRecords(folder, language, StorePaths.Revisions);
        CheckRecords(folder, language, StorePaths.Beside);
        if (!_view.HasTexts(folder, language))
        {
            if (_view.Find<Blob>($"{languageFolder}/{StorePaths.Outline}") is not null)
            {
                Add($"{languageFolder}/{StorePaths.Revisions}", "it is missing, and there is an outline beside it");
            }

            return;
        }

        Try($"{languageFolder}/{StorePaths.Outline}", () => CheckParagraphs(languageFolder, OutlineFile.Parse(_view.ReadOutlineText(folder, language))));
        foreach (var step in new LanguageSteps(git, languageFolder).From(tip).Where(step => step.Point.Symbol is not null))
        {
            Try($"{languageFolder}@{step.Commit.Sha[..7]}", () => CheckSource(folder, language, step));
        }
    }

    private void CheckParagraphs(string languageFolder, IReadOnlyList<OutlineLine> outline)
    {
        var place = $"{languageFolder}/{StorePaths.Outline}";
        var depth = -1;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in outline)
        {
            if (line.Depth > depth + 1)
            {
                Add(place, $"{line.Label} stands under no paragraph");
            }

            if (!ids.Add(line.Id))
            {
                Add(place, $"the id {line.Id} of {line.Label} is there twice");
            }

            if (!labels.Add(line.Label))
            {
                Add(place, $"the label {line.Label} is there twice");
            }

            depth = line.Depth;
        }

        var files = _view.Find<Tree>($"{languageFolder}/{StorePaths.Paragraphs}")?.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var id in ids.Where(id => !files.Remove(StorePaths.ParagraphName(id))))
        {
            Add(place, $"the id {id} has no file");
        }

        foreach (var file in files)
        {
            Add($"{languageFolder}/{StorePaths.Paragraphs}/{file}", "the outline does not have it");
        }

        foreach (var id in ids)
        {
            CheckParagraph(StorePaths.ParagraphFile(languageFolder, id));
        }
    }

    private void CheckParagraph(string path)
    {
        if (_view.ReadText(path) is { } text && (text.Length == 0 || text.IndexOf('\n', StringComparison.Ordinal) != text.Length - 1))
        {
            Add(path, "it is not one line");
        }
    }

    private void CheckRecords(string folder, string language, string kind)
    {
        var place = $"{StorePaths.LanguageFolder(folder, language)}/{kind}";
        foreach (var entry in _view.Find<Tree>(place)?.ToArray() ?? [])
        {
            Try($"{place}/{entry.Name}", () =>
            {
                var name = Path.GetFileNameWithoutExtension(entry.Name);
                if (!entry.Name.EndsWith(".json", StringComparison.Ordinal) || !StorePaths.TryReadFileName(name, out var symbol))
                {
                    Add($"{place}/{entry.Name}", "its name is no symbol");
                    return;
                }

                var record = _view.FindRecord(folder, language, symbol, kind)!;
                if (record.Language != language)
                {
                    Add($"{place}/{entry.Name}", $"it says that it is in {record.Language}");
                }

                if (!_view.TryFindDraft(symbol, out var own) || own != folder)
                {
                    Add($"{place}/{entry.Name}", $"the folder of {symbol} does not lead to this draft");
                }

                var source = $"{StorePaths.LanguageFolder(folder, language)}/{StorePaths.Sources}/{record.Source}";
                if (_view.Find<Blob>(source) is not { } blob)
                {
                    Add(source, "it is missing");
                }
                else if (!record.Source.StartsWith(blob.Sha, StringComparison.Ordinal))
                {
                    Add(source, "its bytes are not those that were stored");
                }
            });
        }
    }

    private void CheckSource(string folder, string language, LanguageStep step)
    {
        var view = _view.At(step.Commit);
        if (view.FindRecord(folder, language, step.Point.Symbol) is not { } record)
        {
            return;
        }

        var tree = view.ReadTree(folder, record);
        var outline = view.ReadOutline(folder, language);
        var idOf = outline.ToDictionary(line => line.Label, line => line.Id, StringComparer.Ordinal);
        var place = $"{StorePaths.LanguageFolder(folder, language)}@{step.Commit.Sha[..7]}";
        var units = tree.Units.Where(unit => unit.Section != Section.Masthead).ToArray();
        if (!units.Select(unit => unit.Label).SequenceEqual(outline.Select(line => line.Label)))
        {
            Add(place, $"the source of {record.Symbol} reads as other paragraphs than the outline has");
            return;
        }

        foreach (var unit in units.Where(unit =>
            view.ReadText(StorePaths.ParagraphFile(StorePaths.LanguageFolder(folder, language), idOf[unit.Label])) != $"{MarkedText.Of(unit, idOf)}\n"))
        {
            Add(place, $"{unit.Label} is not what the source of {record.Symbol} says");
        }
    }

    // What lost its draft is found from its own end.
    private void CheckPlaces(Tree tree, string path)
    {
        if (tree[StorePaths.PointerFile]?.Target is Blob && DocumentSymbol.TryParse(path, out var symbol))
        {
            Try($"{path}/{StorePaths.PointerFile}", () =>
            {
                if (_view.TryFindDraft(symbol, out var draft)
                    && !_view.LanguagesOf(draft).Any(language => HasRecord(draft, language, StorePaths.Revisions) || HasRecord(draft, language, StorePaths.Beside)))
                {
                    Add($"{path}/{StorePaths.PointerFile}", $"{draft} has no record of {symbol}");
                }
            });
        }

        foreach (var entry in tree.Where(entry => entry.TargetType == TreeEntryTargetType.Tree))
        {
            if (!StorePaths.IsReserved(entry.Name))
            {
                CheckPlaces((Tree)entry.Target, path.Length == 0 ? entry.Name : $"{path}/{entry.Name}");
            }
            else if (StorePaths.IsLanguage(entry.Name) && ((Tree)entry.Target)[StorePaths.Outline] is not null && tree[StorePaths.DraftFile] is null)
            {
                Add($"{path}/{StorePaths.DraftFile}", $"it is missing, and there are texts in {entry.Name} beside it");
            }
        }

        bool HasRecord(string draft, string language, string kind) =>
            _view.Find<Blob>($"{StorePaths.LanguageFolder(draft, language)}/{kind}/{StorePaths.FileNameOf(symbol!)}.json") is not null;
    }

    // Where names ignore case or the form of accents, two such names are one file.
    private void CheckNames(Tree tree, string path)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in tree)
        {
            if (!names.Add(Nfc.Normalize(entry.Name)))
            {
                Add($"{path}{entry.Name}", "another name differs only in case or in the form of its letters");
            }

            if (entry.Target is Tree child)
            {
                CheckNames(child, $"{path}{entry.Name}/");
            }
        }
    }

    private void Try(string place, Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception) when (exception is StoreException or ArgumentException or KeyNotFoundException)
        {
            Add(place, exception is StoreException ? exception.Message : "it cannot be read");
        }
    }

    private void Add(string place, string what) => _problems.Add(new StoreProblem(place, what));
}
