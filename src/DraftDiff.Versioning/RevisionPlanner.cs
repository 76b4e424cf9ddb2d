using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using DraftDiff.Text;
using LibGit2Sharp;
using ChangeKind = DraftDiff.Differencing.ChangeKind;

namespace DraftDiff.Versioning;

/// <summary>The files that a revision adds and changes, and what is said of it.</summary>
/// <param name="Outcome">What is said of it.</param>
/// <param name="Message">The message of its commit.</param>
/// <param name="Files">The files; none where the revision is there already.</param>
/// <param name="Replaced">The folder of the paragraphs, of which those that are gone are to be gone; null for what has none.</param>
internal sealed record RevisionPlan(StoredRevision Outcome, string Message, IReadOnlyList<NewFile> Files, string? Replaced);

/// <summary>Decides where a text belongs, which ids its paragraphs have, and which files say so. Writes nothing.</summary>
internal sealed class RevisionPlanner(Repository git, StoreView view, Commit? tip)
{
    /// <summary>What keeps git from changing the ends of lines.</summary>
    public const string Attributes = "* -text\n";

    private const string AttributesFile = ".gitattributes";

    /// <summary>Plans how a text is stored.</summary>
    /// <exception cref="StoreException">It cannot be stored as asked.</exception>
    public RevisionPlan Plan(NewRevision revision)
    {
        RejectForeign();
        var tree = revision.Tree;
        var language = tree.Language;
        var symbol = revision.Symbol;
        var isBeside = !tree.Kind.IsTextOfDraft() || symbol.Addendum is not null || symbol.Corrigendum is not null;
        var folder = FindDraft(revision, isBeside);
        var source = $"{BlobIdOf(revision.Bytes.Span)}.{revision.Extension}";
        var kind = isBeside ? StorePaths.Beside : StorePaths.Revisions;
        while (folder is not null && view.FindRecord(folder, language, symbol, kind) is { } there)
        {
            if (there.Source.Split('.')[0] == source.Split('.')[0])
            {
                return AlreadyThere(symbol, folder, there, isBeside);
            }

            symbol = DocumentSymbol.Parse($"{symbol}*");
        }

        if (!revision.IsReissue && !symbol.Equals(revision.Symbol))
        {
            throw new StoreException(
                $"{revision.Symbol} is stored in {language} with other bytes; where it was reissued, store it beside the first text with --reissue");
        }

        RejectOtherCase(symbol);
        var first = folder is null ? symbol.WithoutReissues() : FirstSymbolOf(folder);
        folder ??= FolderOf(first);
        return isBeside
            ? PlanBeside(revision, symbol, first, folder, source)
            : PlanText(revision, symbol, first, folder, source);
    }

    private RevisionPlan PlanText(NewRevision revision, DocumentSymbol symbol, DocumentSymbol first, string folder, string source)
    {
        var tree = revision.Tree;
        if (tree.Units.All(unit => unit.Section == Section.Masthead))
        {
            throw new StoreException($"the text of {symbol} has no paragraphs; check that it is the draft");
        }

        var newest = FindNewest(folder, tree.Language, out var hasSource);
        var before = newest is null ? [] : view.ReadOutline(folder, tree.Language).ToDictionary(line => line.Label, line => line.Id, StringComparer.Ordinal);
        var old = newest is null ? null : ReadBefore(folder, newest, hasSource, before);
        revision = revision with { Overrides = ReadOverrides(revision, old) };
        var fresh = revision.Overrides.Where(said => said.Old is null).Select(said => said.New!).ToHashSet(StringComparer.Ordinal);
        var carrier = new IdCarrier(tree, first.ToString(), symbol.ToString(), fresh);
        DraftComparison? comparison = null;
        if (old is not null)
        {
            RejectOlder(revision, symbol, newest!, folder);
            comparison = DraftComparison.Compare(old, tree, revision.Overrides);
            carrier.Carry(comparison.Script, before);
            if (carrier.Waiting.Any())
            {
                var deleted = new DeletedParagraphs(git, tip!, StorePaths.LanguageFolder(folder, tree.Language));
                carrier.Take(unit => deleted.FindId(unit.Text));
            }
        }

        TakeFromOtherLanguages(carrier, folder, symbol, tree);
        carrier.MakeNew();

        var files = new List<NewFile>();
        var languageFolder = StorePaths.LanguageFolder(folder, tree.Language);
        files.Add(NewFile.WithText($"{languageFolder}/{StorePaths.Outline}", OutlineFile.Format(carrier.Lines())));
        foreach (var unit in tree.Units.Where(unit => unit.Section != Section.Masthead))
        {
            files.Add(NewFile.WithText(StorePaths.ParagraphFile(languageFolder, carrier.IdOf[unit.Label]), $"{MarkedText.Of(unit, carrier.IdOf)}\n"));
        }

        AddShared(files, revision, symbol, first, folder);
        files.Add(NewFile.WithText($"{languageFolder}/{StorePaths.Revisions}/{StorePaths.FileNameOf(symbol)}.json",
            RecordOf(revision, symbol, newest?.Symbol, source, carrier.IdOf)));
        files.Add(new NewFile($"{languageFolder}/{StorePaths.Sources}/{source}", revision.Bytes));
        var outcome = new StoredRevision(
            first, symbol, newest is null ? null : DocumentSymbol.Parse(newest.Symbol), IsBeside: false, comparison, carrier.IdOf, CommitId: null, WasThere: false)
        {
            BeginsDraft = view.Find<Blob>($"{folder}/{StorePaths.DraftFile}") is null,
        };
        var message = MessageOf(revision, outcome, comparison is null ? "first text" : SubjectOf(comparison.Script));
        return new RevisionPlan(outcome, message, files, $"{languageFolder}/{StorePaths.Paragraphs}");
    }

    private RevisionPlan PlanBeside(NewRevision revision, DocumentSymbol symbol, DocumentSymbol first, string folder, string source)
    {
        var languageFolder = StorePaths.LanguageFolder(folder, revision.Tree.Language);
        var files = new List<NewFile>();
        var ids = ImmutableDictionary<string, string>.Empty;
        AddShared(files, revision, symbol, first, folder);
        files.Add(NewFile.WithText($"{languageFolder}/{StorePaths.Beside}/{StorePaths.FileNameOf(symbol)}.json",
            RecordOf(revision, symbol, first.ToString(), source, ids)));
        files.Add(new NewFile($"{languageFolder}/{StorePaths.Sources}/{source}", revision.Bytes));
        var outcome = new StoredRevision(first, symbol, first, IsBeside: true, Comparison: null, ids, CommitId: null, WasThere: false);
        return new RevisionPlan(outcome, MessageOf(revision, outcome, "kept beside the draft"), files, Replaced: null);
    }

    // The commit that stored it names it; where git made the newest state, the records do.
    private RevisionRecord? FindNewest(string folder, string language, out bool hasSource)
    {
        var symbol = tip is null ? null : new LanguageSteps(git, StorePaths.LanguageFolder(folder, language)).NewestSymbol(tip);
        var record = view.FindRecord(folder, language, symbol);
        hasSource = record is not null;
        return record ?? view.RevisionsOf(folder, language).LastOrDefault();
    }

    // The first language to store the symbol gives the others its ids, so that each knows which paragraphs are the same ones.
    private void TakeFromOtherLanguages(IdCarrier carrier, string folder, DocumentSymbol symbol, DraftTree tree)
    {
        foreach (var language in view.LanguagesOf(folder).Where(language => language != tree.Language))
        {
            if (!carrier.Waiting.Any() || view.FindRecord(folder, language, symbol) is not { } record)
            {
                continue;
            }

            var ids = OutlineAt(folder, record).ToDictionary(line => line.Label, line => line.Id, StringComparer.Ordinal);
            var labels = EditScript.ComputeStructure(view.ReadTree(folder, record).Units, tree.Units).Changes
                .Where(change => change is { Old.Length: 1, New.Length: 1 } && change.Old[0].Section != Section.Masthead)
                .ToDictionary(change => change.New[0].Label, change => change.Old[0].Label, StringComparer.Ordinal);
            carrier.Take(unit => labels.TryGetValue(unit.Label, out var label) && ids.TryGetValue(label, out var id) ? id : null);
        }
    }

    // The outline that the commit of a revision left; the newest one where no commit says that it stored it.
    private ImmutableArray<OutlineLine> OutlineAt(string folder, RevisionRecord record)
    {
        var history = LanguageHistory.Read(git, StorePaths.LanguageFolder(folder, record.Language), tip!);
        var stored = history.FindCommit(git, record.Symbol) is { } commit ? view.At(commit) : view;
        return stored.ReadOutline(folder, record.Language);
    }

    private string? FindDraft(NewRevision revision, bool isBeside)
    {
        var symbol = revision.Symbol;
        if (revision.Follows is { } follows)
        {
            var followed = view.TryFindDraft(follows, out var draft) ? draft
                : throw new StoreException($"there is no {follows} to follow; {Suggestions.Ask(follows.ToString(), view.SymbolFolders()) ?? "store it first"}");
            return view.TryFindDraft(symbol, out var own) && own != draft
                ? throw new StoreException($"{symbol} belongs to {own} already, which is another draft than that of {follows}")
                : followed;
        }

        if (view.TryFindDraft(symbol, out var folder))
        {
            return folder;
        }

        // A revision follows the text before, whichever of them was the first to be stored.
        if (view.TryFindDraft(symbol.Base, out folder))
        {
            return folder;
        }

        for (var number = (symbol.Revision ?? 0) - 1; number > 0; number--)
        {
            if (DocumentSymbol.TryParse($"{symbol.Base}/Rev.{number}", out var earlier) && view.TryFindDraft(earlier, out folder))
            {
                return folder;
            }
        }

        // A text older than the first one that was stored, which lies below its folder; in another language it may be stored.
        var later = view.Find<Tree>(FolderOf(symbol.Base))?.Select(entry => entry.Path)
            .FirstOrDefault(begun => view.Find<Blob>($"{begun}/{StorePaths.DraftFile}") is not null);
        if (later is not null)
        {
            return later;
        }

        if (isBeside)
        {
            throw new StoreException(
                $"{symbol} is about a draft and no text of one; say which draft with --follows{(NamedInMasthead(revision) is { } named ? $" {ShellWord.Quote(named)}" : "")}");
        }

        if (!revision.FollowsNothing && (NamedInMasthead(revision) ?? DraftWithTitleOf(revision.Tree)) is { } proposed)
        {
            throw new StoreException(
                $"{symbol} may be a later text of {proposed}; say so with --follows {ShellWord.Quote(proposed)}, or that it is a draft of its own with --follows none");
        }

        return null;
    }

    // The stored text that a masthead names as what it is about or based on.
    private string? NamedInMasthead(NewRevision revision) => revision.Tree.Units
        .Where(unit => unit.Section == Section.Masthead)
        .SelectMany(unit => unit.Text.Split((char[]?)null))
        .Select(word => DocumentSymbol.TryParse(word.Trim('(', ')', '[', ']', ',', ';', '.', ':'), out var named) ? named : null)
        .FirstOrDefault(named => named is not null && !named.Base.Equals(revision.Symbol.Base) && view.TryFindDraft(named, out _))?.ToString();

    private string? DraftWithTitleOf(DraftTree tree) => tree.Title is not { Length: > 0 } title ? null : view.DraftFolders()
        .SelectMany(folder => view.RevisionsOf(folder, tree.Language).TakeLast(1).Select(newest => (Newest: newest, Title: TitleOf(folder, newest.Language))))
        .FirstOrDefault(draft => string.Equals(draft.Title, title, StringComparison.OrdinalIgnoreCase)).Newest?.Symbol;

    private string? TitleOf(string folder, string language) =>
        view.ReadOutline(folder, language).FirstOrDefault(line => line.Label == "title") is { } line
        && view.ReadText(StorePaths.ParagraphFile(StorePaths.LanguageFolder(folder, language), line.Id)) is { } text
            ? MarkedText.Parse(text.TrimEnd('\n')).Words
            : null;

    private DocumentSymbol FirstSymbolOf(string folder) => view.ReadDraft(folder).Symbol is var first && DocumentSymbol.TryParse(first, out var symbol) ? symbol
        : throw new StoreException($"{folder}/{StorePaths.DraftFile} names {first}, which is no symbol");

    private RevisionPlan AlreadyThere(DocumentSymbol symbol, string folder, RevisionRecord there, bool isBeside)
    {
        var follows = there.Follows is { } before && DocumentSymbol.TryParse(before, out var earlier) ? earlier : null;
        var outcome = new StoredRevision(
            FirstSymbolOf(folder), symbol, follows, isBeside, Comparison: null, ImmutableDictionary<string, string>.Empty, CommitId: null, WasThere: true);
        return new RevisionPlan(outcome, "", [], Replaced: null);
    }

    // The source, where the outline is of it still.
    private DraftTree ReadBefore(string folder, RevisionRecord newest, bool hasSource, Dictionary<string, string> before)
    {
        var source = hasSource ? view.ReadTree(folder, newest) : null;
        return source is not null && source.Units.All(unit => unit.Section == Section.Masthead || before.ContainsKey(unit.Label))
            ? source
            : StoredUnits.Read(view, folder, newest);
    }

    // With the labels as the texts have them.
    private static ImmutableArray<MatchOverride> ReadOverrides(NewRevision revision, DraftTree? before)
    {
        if (before is null)
        {
            return revision.Overrides.IsEmpty ? [] : throw new StoreException("--match has nothing to match: there is no revision before");
        }

        var overrides = ImmutableArray.CreateBuilder<MatchOverride>();
        foreach (var said in revision.Overrides)
        {
            var @new = Find(revision.Tree, said.New) ?? throw new StoreException($"--match {said}: the new text has no paragraph {said.New}; it has {LabelsOf(revision.Tree)}");
            var old = said.Old is null ? null
                : Find(before, said.Old) ?? throw new StoreException($"--match {said}: the revision before has no paragraph {said.Old}; it has {LabelsOf(before)}");
            if (old is not null && (old.Section == Section.Footnotes) != (@new.Section == Section.Footnotes))
            {
                throw new StoreException($"--match {said}: one of them is a footnote and the other is not");
            }

            var meant = new MatchOverride(@new.Label, old?.Label);
            if (overrides.Contains(meant))
            {
                continue;
            }

            if (overrides.Any(other => other.New == meant.New || (meant.Old is not null && other.Old == meant.Old)))
            {
                throw new StoreException($"--match {said}: {meant.New}{(meant.Old is null ? "" : $" or {meant.Old}")} is named twice");
            }

            overrides.Add(meant);
        }

        return overrides.ToImmutable();

        static string LabelsOf(DraftTree tree) =>
            Labels.Describe(tree.Units.Where(unit => unit.Parent < 0 && unit.Section != Section.Masthead).Select(unit => unit.Label));

        static Unit? Find(DraftTree tree, string? label) => tree.Units.FirstOrDefault(unit =>
            unit.Section != Section.Masthead && string.Equals(unit.Label, label, StringComparison.OrdinalIgnoreCase));
    }

    private void RejectOlder(NewRevision revision, DocumentSymbol symbol, RevisionRecord newest, string folder)
    {
        var newestSymbol = DocumentSymbol.Parse(newest.Symbol);
        var reissued = symbol.WithoutReissues();
        if ((!newestSymbol.WithoutReissues().Equals(reissued) && view.FindRecord(folder, newest.Language, reissued) is not null)
            || (symbol.Base.Equals(newestSymbol.Base) && symbol < newestSymbol)
            || (revision.Follows is { } follows && follows.WithoutReissues() < newestSymbol.WithoutReissues() && follows.Base.Equals(newestSymbol.Base)))
        {
            throw new StoreException(
                $"{symbol} is older than {newest.Symbol}, the newest text in {newest.Language}; revisions are stored in their order");
        }
    }

    // Nobody wants drafts among the files of another project.
    private void RejectForeign()
    {
        if (!view.IsEmpty && view.ReadText(AttributesFile)?.Split('\n').Contains(Attributes.TrimEnd('\n')) != true)
        {
            throw new StoreException("the repository holds something other than drafts; make one for them with 'draftdiff init' in another folder");
        }
    }

    // Where names ignore case two such folders would be one.
    private void RejectOtherCase(DocumentSymbol symbol)
    {
        var at = view.Root;
        foreach (var part in FolderOf(symbol).Split('/'))
        {
            if (at?.FirstOrDefault(entry => entry.Name != part && string.Equals(entry.Name, part, StringComparison.OrdinalIgnoreCase)) is { } other)
            {
                throw new StoreException($"{symbol} differs only in case from what is stored under '{other.Path}'; write it as it is printed");
            }

            at = at?[part]?.Target as Tree;
        }
    }

    private void AddShared(List<NewFile> files, NewRevision revision, DocumentSymbol symbol, DocumentSymbol first, string folder)
    {
        if (view.IsEmpty)
        {
            files.Add(NewFile.WithText(AttributesFile, Attributes));
        }

        if (view.Find<Blob>($"{folder}/{StorePaths.DraftFile}") is null)
        {
            var draft = new DraftRecord { Symbol = first.ToString(), Title = revision.Tree.Title };
            files.Add(NewFile.WithText($"{folder}/{StorePaths.DraftFile}", JsonSerializer.Serialize(draft, RecordJson.Readable.DraftRecord) + "\n"));
        }

        if (FolderOf(symbol) is var own && own != folder)
        {
            files.Add(NewFile.WithText($"{own}/{StorePaths.PointerFile}", $"{folder}\n"));
        }
    }

    private static string RecordOf(
        NewRevision revision, DocumentSymbol symbol, string? follows, string source, IReadOnlyDictionary<string, string> ids)
    {
        var record = new RevisionRecord
        {
            Symbol = symbol.ToString(),
            Language = revision.Tree.Language,
            Kind = revision.Tree.Kind.Name(),
            Follows = follows,
            Date = revision.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Reader = revision.Extension == "txt" ? "text/1" : $"{revision.Extension}/1",
            Source = source,
            Masthead = [.. revision.Tree.Units.Where(unit => unit.Section == Section.Masthead)
                .Select(unit => new FieldRecord(unit.Label, MarkedText.Of(unit, ids)))],
            Match = revision.Overrides.IsEmpty ? null : [.. revision.Overrides.Select(said => said.ToString())],
        };
        return JsonSerializer.Serialize(record, RecordJson.Readable.RevisionRecord) + "\n";
    }

    private static string MessageOf(NewRevision revision, StoredRevision outcome, string subject)
    {
        var message = new StringBuilder(revision.Message ?? $"{outcome.Symbol} ({revision.Tree.Language}): {subject}").Append("\n\n");
        message.Append(CultureInfo.InvariantCulture, $"Draft: {outcome.Draft}\nSymbol: {outcome.Symbol}\nLanguage: {revision.Tree.Language}\n");
        if (revision.Date is { } date && date < GitTime.FirstDay)
        {
            message.Append(CultureInfo.InvariantCulture, $"{GitTime.DateTrailer}{date:yyyy-MM-dd}\n");
        }

        if (outcome.Follows is { } follows)
        {
            message.Append(CultureInfo.InvariantCulture, $"Follows: {follows}\n");
        }

        foreach (var said in revision.Overrides)
        {
            message.Append(CultureInfo.InvariantCulture, $"Match: {said}\n");
        }

        return message.ToString();
    }

    // What drafters changed in the paragraphs, each change once by its kind.
    private static string SubjectOf(EditScript script)
    {
        var changes = script.Changes.Where(change => change.IsSubstantive && change.Old.Concat(change.New).All(IsParagraph)).ToArray();
        (int Count, string What)[] parts =
        [
            (CountOf(ChangeKind.Modified), "reworded"), (CountOf(ChangeKind.Inserted), "new"), (CountOf(ChangeKind.Deleted), "deleted"),
            (CountOf(ChangeKind.Split), "split"), (CountOf(ChangeKind.Merged), "merged"), (CountOf(ChangeKind.Unchanged), "moved"),
        ];
        var said = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.What}"));
        return said.Length > 0 ? said : script.HasChanges ? "no change of a paragraph" : "no change of substance";

        static bool IsParagraph(Unit unit) =>
            unit.Section is not (Section.Masthead or Section.Title or Section.Opening or Section.Closing or Section.Footnotes);

        int CountOf(ChangeKind kind) => changes.Count(change => change.Kind == kind);
    }

    private static string FolderOf(DocumentSymbol symbol) => StorePaths.TryGetFolder(symbol, out var folder)
        ? folder
        : throw new StoreException($"'{symbol}' cannot name a folder; write the symbol as it is printed");

    // The name git gives the bytes, known before anything is written.
    private static string BlobIdOf(ReadOnlySpan<byte> bytes)
    {
#pragma warning disable CA5350 // Git names objects by SHA-1.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {bytes.Length}\0")));
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
