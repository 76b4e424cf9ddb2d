using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DraftDiff.Syntax;
using DraftDiff.Text;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>
/// A git repository that keeps drafts as trees of paragraphs: a commit a revision, a blob a paragraph. Whatever goes wrong
/// is a <see cref="StoreException"/> with a sentence for a person.
/// </summary>
public sealed class DraftRepository : IDisposable
{
    private const string Branch = "refs/heads/main";
    private const int MostAttempts = 50;
    private const int LongestWait = 100;

    private readonly Repository _git;

    private DraftRepository(Repository git) => _git = git;

    /// <summary>The folder of the repository: its work tree, or where it is bare the repository itself.</summary>
    public string Folder => (_git.Info.WorkingDirectory ?? _git.Info.Path).TrimEnd('/', '\\');

    /// <summary>Makes a repository in a folder, which is made where there is none; false where it holds one already, which is left as it is.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="workTree">True for one with files to look at, false for a bare one.</param>
    /// <exception cref="StoreException">The folder cannot be written, or holds other files.</exception>
    public static bool Init(string folder, bool workTree)
    {
        return Guard(() =>
        {
            if (Repository.IsValid(folder))
            {
                return false;
            }

            if (!workTree && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new StoreException($"'{folder}' is not empty; name a new folder, or make a repository among its files with --worktree");
            }

            using var repository = new Repository(Repository.Init(folder, isBare: !workTree));
            repository.Refs.Add("HEAD", Branch, allowOverwrite: true);
            return true;
        });
    }

    /// <summary>Opens the repository that a folder is or lies in.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be opened.</exception>
    public static DraftRepository Open(string folder) => Guard(() =>
    {
        var path = Repository.Discover(folder) ?? throw new StoreException(Directory.Exists(folder)
            ? $"there is no repository in or around '{folder}'; make one with 'draftdiff init', or name it with -C"
            : $"there is no folder '{folder}'");
        return new DraftRepository(new Repository(path));
    });

    /// <summary>Stores a text as a revision of its draft.</summary>
    /// <exception cref="StoreException">It cannot be stored; nothing was changed.</exception>
    public StoredRevision Commit(NewRevision revision) => Guard(() =>
    {
        var author = SignatureOf(revision);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var tip = Tip();
            var plan = Plan(revision, tip);
            if (plan.Outcome.WasThere)
            {
                return plan.Outcome;
            }

            CheckWorkTree();
            var tree = _git.ObjectDatabase.CreateTree(plan.Write(_git.ObjectDatabase));
            var committer = new Signature(author.Name, author.Email, DateTimeOffset.Now);
            var commit = _git.ObjectDatabase.CreateCommit(author, committer, plan.Message, tree, tip is null ? [] : [tip], prettifyMessage: false);
            if (ReferenceUpdate.TrySet(_git, _git.Refs.Head.TargetIdentifier, commit.Id, tip?.Id))
            {
                UpdateWorkTree(commit);
                return plan.Outcome with { CommitId = commit.Sha };
            }

            // Whoever was first has finished in a moment; waiting at random keeps two from meeting again.
            Thread.Sleep(Random.Shared.Next(1, Math.Min(LongestWait, 4 << Math.Min(attempt, 8))));
        }

        throw new StoreException(
            $"{revision.Symbol} was not stored, because others kept storing at the same time; try again, and where nobody else is at work, delete {_git.Refs.Head.TargetIdentifier}.lock in the repository");
    });

    /// <summary>Says how a text would be stored, and stores nothing.</summary>
    /// <exception cref="StoreException">It could not be stored.</exception>
    public StoredRevision Preview(NewRevision revision) => Guard(() => Plan(revision, Tip()).Outcome);

    /// <summary>All drafts, by symbol.</summary>
    /// <exception cref="StoreException">A record cannot be read.</exception>
    public ImmutableArray<DraftListing> List() => Guard(() =>
    {
        var view = ViewOf(Tip());
        return view.DraftFolders().Select(folder =>
        {
            var draft = view.ReadDraft(folder);
            return new DraftListing(draft.Symbol, draft.Title, [.. view.LanguagesOf(folder).Select(language => new LanguageListing(
                language,
                [.. view.RevisionsOf(folder, language).Select(ListingOf)],
                [.. view.BesideOf(folder, language).Select(ListingOf)]))]);
        }).ToImmutableArray();

        static RevisionListing ListingOf(RevisionRecord record) => new(record.Symbol, record.Date, record.Kind);
    });

    /// <summary>
    /// Finds a stored text: <c>A/C.2/72/L.39</c>, or with <c>@</c> and any revision of git the newest text of that
    /// draft there; false where what was asked for is no symbol.
    /// </summary>
    /// <param name="name">The symbol as a person wrote it.</param>
    /// <param name="language">The language; null where the draft is stored in one only.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="StoreException">The repository does not have it.</exception>
    public bool TryRead(string name, string? language, [NotNullWhen(true)] out StoredText? text)
    {
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (!DocumentSymbol.TryParse(at < 0 ? name : name[..at], out var symbol))
        {
            text = null;
            return false;
        }

        text = Guard(() => Read(symbol, at < 0 ? null : name[(at + 1)..], language));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _git.Dispose();

    private StoredText Read(DocumentSymbol symbol, string? gitRevision, string? language)
    {
        var view = ViewOf(gitRevision is null ? Tip() : CommitOf(gitRevision));
        if (!view.TryFindDraft(symbol, out var folder))
        {
            throw new StoreException(DescribeMissing(symbol, view));
        }

        var languages = view.LanguagesOf(folder).Where(each => FindAny(each) is not null).ToArray();
        language ??= languages is [var only] ? only
            : languages is [] ? throw new StoreException(DescribeMissing(symbol, view))
            : throw new StoreException($"{symbol} is stored in {string.Join(", ", languages)}; choose one with --language");
        var record = FindAny(language) ?? throw new StoreException(
            $"{symbol} is not stored in {language}{(languages.Length > 0 ? $"; there is {string.Join(", ", languages)}" : "")}");
        if (gitRevision is not null)
        {
            record = view.RevisionsOf(folder, language)[^1];
        }

        var bytes = view.ReadSource(folder, record);
        return new StoredText(record.Symbol, bytes, DraftTree.Parse(SourceText.Decode(record.Symbol, bytes), language));

        RevisionRecord? FindAny(string language) =>
            view.FindRecord(folder, language, symbol) ?? view.FindRecord(folder, language, symbol, StorePaths.Beside);
    }

    private static string DescribeMissing(DocumentSymbol symbol, StoreView view)
    {
        var drafts = view.DraftFolders().ToArray();
        return drafts.Length == 0
            ? $"the repository holds no drafts, so no {symbol}; store one with 'draftdiff commit'"
            : $"the repository holds no {symbol}; 'draftdiff list' shows what it holds";
    }

    private RevisionPlan Plan(NewRevision revision, Commit? tip) => new RevisionPlanner(_git, ViewOf(tip), tip).Plan(revision);

    private Commit? Tip()
    {
        if (_git.Refs.Head is not SymbolicReference)
        {
            throw new StoreException("the repository is on no branch; switch to one with 'git switch'");
        }

        return _git.Head.Tip;
    }

    private Commit CommitOf(string gitRevision) => _git.Lookup(gitRevision) switch
    {
        Commit commit => commit,
        TagAnnotation tag when tag.Target is Commit commit => commit,
        _ => throw new StoreException($"the repository has no commit '{gitRevision}'"),
    };

    private static StoreView ViewOf(Commit? commit) => new(commit?.Tree);

    private Signature SignatureOf(NewRevision revision)
    {
        var when = revision.Date is { } date ? new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero) : DateTimeOffset.Now;
        if (revision.Author is { } author)
        {
            var mail = author.IndexOf('<', StringComparison.Ordinal);
            var name = (mail < 0 ? author : author[..mail]).Trim();
            return new Signature(name.Length > 0 ? name : "DraftDiff", mail < 0 ? "none" : author[(mail + 1)..].Trim(' ', '>'), when);
        }

        return _git.Config.BuildSignature(when) ?? new Signature("DraftDiff", "none", when);
    }

    // A person's own changes to the files are not to be lost.
    private void CheckWorkTree()
    {
        if (!_git.Info.IsBare && _git.RetrieveStatus(new StatusOptions { IncludeIgnored = false }) is { IsDirty: true })
        {
            throw new StoreException($"the files in '{Folder}' have changes that are not committed; commit them or set them aside with git first");
        }
    }

    private void UpdateWorkTree(Commit commit)
    {
        if (!_git.Info.IsBare)
        {
            _git.Reset(ResetMode.Hard, commit);
        }
    }

    private static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is LibGit2SharpException or IOException or UnauthorizedAccessException)
        {
            var what = exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw new StoreException($"the repository cannot be used: {what}", exception);
        }
    }
}
