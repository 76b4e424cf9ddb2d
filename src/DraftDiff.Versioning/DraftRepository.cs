using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.History;
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

    // How libgit2 ends its sentence.
    private const string OwnedByAnother = "is not owned by current user";

    private readonly Repository _git;
    private readonly DraftReader _read;

    private DraftRepository(Repository git, DraftReader read) => (_git, _read) = (git, read);

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
            RejectEmpty(folder);
            if (Repository.IsValid(folder))
            {
                return false;
            }

            if (File.Exists(folder))
            {
                throw new StoreException($"'{folder}' is a file; name a folder");
            }

            if (!workTree && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new StoreException($"'{folder}' is not empty; name a new folder, or make a repository among its files with --worktree");
            }

            using var held = new HeldInterruption();
            if (workTree && Path.Exists(Path.Combine(folder, ".git")))
            {
                Make(folder, workTree);
            }
            else
            {
                MakeWhole(folder, workTree);
            }

            return true;
        });
    }

    private static void Make(string folder, bool workTree)
    {
        using var repository = new Repository(Repository.Init(folder, isBare: !workTree));
        repository.Refs.Add("HEAD", Branch, allowOverwrite: true);
        if (workTree)
        {
            KeepLineEnds(repository);
        }
    }

    // Half a repository would be in the way of the next one, so it is made in a folder of its own and then put where it belongs.
    private static void MakeWhole(string folder, bool workTree)
    {
        var hadFolder = Directory.Exists(folder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the folder '{folder}' cannot be made; check its name, and ask for the permission to write there", exception);
        }

        var beside = Path.Combine(folder, $".{Path.GetRandomFileName()}");
        List<string> put = [];
        try
        {
            Make(beside, workTree);

            // Of two at the same time the one that is first with the objects has made it. Without HEAD it is no repository yet.
            string[] made = workTree ? [Path.Combine(beside, ".git")] : Directory.GetFileSystemEntries(beside);
            foreach (var from in made.OrderBy(path => Path.GetFileName(path) switch { "objects" => 0, "HEAD" => 2, _ => 1 }))
            {
                var to = Path.Combine(folder, Path.GetFileName(from));
                try
                {
                    Directory.Move(from, to);
                }
                catch (IOException exception) when (Path.Exists(to))
                {
                    throw new StoreException($"another process is making a repository in '{folder}'; use that one", exception);
                }

                put.Add(to);
            }
        }
        catch (Exception exception) when (exception is LibGit2SharpException or IOException or UnauthorizedAccessException or StoreException)
        {
            put.ForEach(Remove);
            throw;
        }
        finally
        {
            Remove(beside);
            if (!hadFolder && put.Count == 0)
            {
                RemoveEmpty(folder);
            }
        }
    }

    private static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is wrong with the disk is said already.
        }
    }

    private static void RemoveEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process has put something there.
        }
    }

    private static void RejectEmpty(string folder)
    {
        if (folder.Length == 0)
        {
            throw new StoreException("'' is no folder; name one, or leave it out for the folder you are in");
        }
    }

    // The first commit brings a file that says the same, but git writes that file before it reads it.
    private static void KeepLineEnds(Repository repository)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(GitFolder.Of(repository), "info")).FullName, "attributes");
        if (!File.Exists(path))
        {
            File.WriteAllText(path, RevisionPlanner.Attributes);
        }
    }

    /// <summary>Opens the repository that a folder is or lies in.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="read">Reads the files it stores; null where all are plain text.</param>
    /// <exception cref="StoreException">There is none, or it cannot be opened.</exception>
    public static DraftRepository Open(string folder, DraftReader? read = null) => Guard(() =>
    {
        RejectEmpty(folder);

        // The folders around one that is not there may be a repository's. That the current one is gone, its path says.
        if (!Directory.Exists(folder) && folder != ".")
        {
            throw new StoreException(new FileInfo(folder) is { Exists: true, LinkTarget: null } ? $"'{folder}' is a file; name a folder" : $"there is no folder '{folder}'; check its name");
        }

        // LibGit2Sharp's own search finds nothing in a native build.
        for (var around = Path.GetFullPath(folder); around is not null; around = Path.GetDirectoryName(around))
        {
            if (Repository.IsValid(around))
            {
                var repository = LooseObjects.Guard(new Repository(around));

                // Names that lead to one another libgit2 refuses here; LibGit2Sharp would follow them to the end of the stack.
                _ = repository.Info.IsHeadUnborn;
                return new DraftRepository(repository, read ?? DraftReaders.ReadText);
            }
        }

        throw new StoreException($"there is no repository in or around '{folder}'; make one with 'draftdiff init', or name it with -C");
    });

    /// <summary>Stores a text as a revision of its draft.</summary>
    /// <exception cref="StoreException">It cannot be stored; nothing was changed.</exception>
    public StoredRevision Commit(NewRevision revision) => Guard(() =>
    {
        revision = revision with { Date = revision.Date ?? revision.Tree.Date };
        var author = SignatureOf(revision);
        using var turn = _git.Info.IsBare ? null : WorkTreeTurn.Take(_git);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var tip = Tip();
            var plan = Plan(revision, tip);
            if (plan.Outcome.WasThere)
            {
                return plan.Outcome;
            }

            CheckWorkTree(tip, plan);
            using var held = new HeldInterruption();
            var tree = new TreeWriter(_git).Write(tip?.Tree, plan.Files, plan.Replaced);
            var committer = new Signature(author.Name, author.Email, DateTimeOffset.Now);
            var commit = _git.ObjectDatabase.CreateCommit(author, committer, plan.Message, tree, tip is null ? [] : [tip], prettifyMessage: false);
            if (ReferenceUpdate.TrySet(_git, BranchInUse(), commit.Id, tip?.Id))
            {
                UpdateWorkTree(commit);
                return plan.Outcome with { CommitId = commit.Sha };
            }

            // Whoever was first has finished in a moment; waiting at random keeps two from meeting again.
            Thread.Sleep(Random.Shared.Next(1, Math.Min(LongestWait, 4 << Math.Min(attempt, 8))));
        }

        throw new StoreException(
            $"{revision.Symbol} was not stored, because others kept storing at the same time; try again, and where nobody else is at work, delete {BranchInUse()}.lock in the repository");
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

    /// <summary>The symbols of all texts and of what stands beside them, without the stars of a reissue, in order; told by the names of folders alone.</summary>
    /// <exception cref="StoreException">The repository cannot be read.</exception>
    public ImmutableArray<string> Symbols() => Guard(() => ViewOf(Tip()).SymbolFolders().ToImmutableArray());

    /// <summary>A stored text: that of the symbol, or with a revision of git the newest text of its draft there.</summary>
    /// <param name="name">The symbol.</param>
    /// <param name="language">The language; null where the symbol is stored in one only.</param>
    /// <exception cref="StoreException">The repository does not have it.</exception>
    public StoredText Read(DraftName name, string? language) => Guard(() => Read(name.Symbol, name.GitRevision, language));

    /// <summary>The ids that the paragraphs of a stored text keep through all texts of its draft, by their labels in this one.</summary>
    /// <param name="name">The symbol; the text is the one stored under it, or the newest one of a revision of git.</param>
    /// <param name="language">The language; null where the symbol is stored in one only.</param>
    /// <returns>Nothing for a document beside a draft, whose paragraphs have none.</returns>
    /// <exception cref="StoreException">The repository does not have it.</exception>
    public ImmutableDictionary<string, string> ReadIds(DraftName name, string? language) => Guard(() =>
    {
        var place = Locate(name.Symbol, name.GitRevision, language);
        var symbol = name.Symbol.ToString();
        var commit = name.GitRevision is not null ? place.Commit
            : place.View.FindRecord(place.Folder, place.Language, symbol) is null ? null
            : HistoryOf(place).FindCommit(_git, symbol);
        return commit is null || !place.View.HasTexts(place.Folder, place.Language)
            ? ImmutableDictionary<string, string>.Empty
            : ViewOf(commit).ReadOutline(place.Folder, place.Language).ToImmutableDictionary(line => line.Label, line => line.Id, StringComparer.Ordinal);
    });

    /// <summary>What people said of the match of two stored texts, when they stored the later one or one between them.</summary>
    /// <param name="old">The text that is taken for the old one; it may be the later one.</param>
    /// <param name="new">The other one.</param>
    /// <param name="language">The language; null where the symbols are stored in one only.</param>
    /// <returns>Nothing for texts of two drafts, and for those of a revision of git, whose records do not tell where they stand.</returns>
    /// <exception cref="StoreException">The repository does not have them.</exception>
    public ImmutableArray<MatchOverride> FindOverrides(DraftName old, DraftName @new, string? language) => Guard(() =>
    {
        if (old.GitRevision is not null || @new.GitRevision is not null)
        {
            return [];
        }

        var (oldPlace, place) = (Locate(old.Symbol, null, language), Locate(@new.Symbol, null, language));
        if (oldPlace.Folder != place.Folder || oldPlace.Language != place.Language)
        {
            return [];
        }

        var (history, events, steps) = (new Lazy<LanguageHistory>(() => HistoryOf(place)), new StepEvents(_git), StepsOf(place));
        var recorded = new RecordedOverrides(place.View, place.Folder, place.Language, record =>
            history.Value.FindCommit(_git, record.Symbol) is { } commit ? events.OutlineOf(steps.StateOf(commit)) : []);
        return recorded.Between(old.Symbol, @new.Symbol)
            ?? recorded.Between(@new.Symbol, old.Symbol)?.Select(said => said.Inverse).ToImmutableArray()
            ?? [];
    });

    /// <summary>The revisions of the draft that a symbol belongs to, the newest first.</summary>
    /// <param name="name">The symbol, with <c>@</c> and a revision of git where the history is to end there.</param>
    /// <param name="language">The language; null where the symbol is stored in one only.</param>
    /// <param name="most">How many revisions to read at most.</param>
    /// <exception cref="StoreException">The repository does not have it.</exception>
    public DraftHistory Log(DraftName name, string? language, int most) => Guard(() =>
    {
        var place = Locate(name.Symbol, name.GitRevision, language);
        RequireTexts(place.View, place.Folder, place.Language);
        var entries = ImmutableArray.CreateBuilder<RevisionEntry>();
        foreach (var step in StepsOf(place).From(place.Commit).Take(most))
        {
            // Records and sources are added and never changed, so the newest commit has them all.
            var record = place.View.FindRecord(place.Folder, place.Language, step.Point.Symbol);
            var before = place.View.FindRecord(place.Folder, place.Language, record?.Follows);
            entries.Add(new RevisionEntry(
                Dated(step.Point, record),
                record is null ? null : DraftComparison.Compare(
                    before is null ? DraftTree.Parse(SourceText.From(""), place.Language) : place.View.ReadTree(place.Folder, before),
                    place.View.ReadTree(place.Folder, record),
                    RecordedOverrides.Of(record))));
        }

        return new DraftHistory(place.View.ReadDraft(place.Folder).Symbol, place.Language, entries.ToImmutable());
    });

    /// <summary>What happened to one paragraph, the newest first, across renumbering and symbols.</summary>
    /// <param name="name">A symbol of the draft. The label is that of the newest text there, or the last one of a deleted paragraph.</param>
    /// <param name="label">The label: <c>OP9</c>.</param>
    /// <param name="language">The language; null where the symbol is stored in one only.</param>
    /// <exception cref="StoreException">The repository does not have it.</exception>
    public ParagraphHistory Follow(DraftName name, string label, string? language) => Guard(() =>
    {
        var place = Locate(name.Symbol, name.GitRevision, language);
        var follower = FollowerOf(place);
        var id = follower.FindId(label) ?? throw new StoreException(
            $"the newest text of {name.Symbol} has no paragraph '{label}', and none that was deleted was called so; it has {follower.DescribeLabels()}");
        var history = follower.Follow(id);
        return name.GitRevision is null && follower.FindNamesake(label, name.Symbol.ToString()) is { } other && other.Id != id
            ? history with { Namesakes = [other, .. history.Namesakes.Where(namesake => namesake.Id != other.Id)] }
            : history;
    });

    /// <summary>What happened to every paragraph that a draft has, in its newest order, and to those it had.</summary>
    /// <param name="name">A symbol of the draft.</param>
    /// <param name="language">The language; null where the symbol is stored in one only.</param>
    /// <exception cref="StoreException">The repository does not have it.</exception>
    public ImmutableArray<ParagraphHistory> FollowAll(DraftName name, string? language) =>
        Guard(() => FollowerOf(Locate(name.Symbol, name.GitRevision, language)).FollowAll());

    /// <summary>Where each paragraph of a text came from.</summary>
    /// <param name="name">The symbol; the text is the one stored under it, or the newest one of a revision of git.</param>
    /// <param name="label">One paragraph, or null for all.</param>
    /// <param name="language">The language; null where the symbol is stored in one only.</param>
    /// <param name="words">True to say it of every word.</param>
    /// <exception cref="StoreException">The repository does not have it.</exception>
    public Blame Blame(DraftName name, string? label, string? language, bool words) => Guard(() =>
    {
        var place = Locate(name.Symbol, name.GitRevision, language);
        RequireTexts(place.View, place.Folder, place.Language);
        var symbol = name.Symbol.ToString();
        LanguageHistory? known = null;
        if (name.GitRevision is null)
        {
            known = HistoryOf(place);
            var stored = known.FindCommit(_git, symbol)
                ?? throw new StoreException($"{symbol} is no text of its draft; only texts have paragraphs that came from somewhere");
            place = place with { Commit = stored };
        }
        else
        {
            symbol = NewestOf(place.View, place.Folder, place.Language).Symbol;
        }

        var follower = FollowerOf(place, known);
        ImmutableArray<OutlineLine> lines = [.. follower.Outline.Where(line => label is null || line.IsCalled(label))];
        if (lines.IsEmpty)
        {
            throw new StoreException($"{symbol} has no paragraph '{label}'; it has {follower.DescribeLabels()}");
        }

        var origins = new ParagraphOrigins(follower, lines.Select(line => line.Id), words);
        return new Blame(symbol, place.Language, [.. lines.Select(origins.Of)]);
    });

    /// <summary>The revisions that brought words into a draft, and those that lost them.</summary>
    /// <param name="name">A symbol of the draft.</param>
    /// <param name="phrase">The words, in one paragraph; letter case and the spaces between them do not count.</param>
    /// <param name="language">The language; null where the symbol is stored in one only.</param>
    /// <exception cref="StoreException">The repository does not have the draft.</exception>
    public PhraseHistory Search(DraftName name, string phrase, string? language) => Guard(() =>
        FollowerOf(Locate(name.Symbol, name.GitRevision, language))
            .Search(string.Join(' ', phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>The paragraphs that other languages of a draft have changed since a language was stored.</summary>
    /// <param name="name">A symbol of the draft.</param>
    /// <param name="language">The language that may be behind.</param>
    /// <exception cref="StoreException">The repository does not have the draft in that language.</exception>
    public StaleDraft FindStale(DraftName name, string language) => Guard(() =>
    {
        var view = ViewOf(name.GitRevision is null ? Tip() : CommitOf(name.Symbol, name.GitRevision));
        if (!view.TryFindDraft(name.Symbol, out var folder))
        {
            throw new StoreException(DescribeMissing(name.Symbol, view));
        }

        var place = Locate(DocumentSymbol.Parse(NewestOf(view, folder, language).Symbol), name.GitRevision, language);
        var behind = FollowerOf(place);
        var others = view.LanguagesOf(folder).Where(other => other != language && view.HasTexts(folder, other));
        return new StaleDraft(view.ReadDraft(folder).Symbol, language, behind.Newest, [.. others.Select(other =>
        {
            // What was translated is the text of the same symbol, else the newest one there was.
            var ahead = FollowerOf(place with { Language = other });
            var since = (behind.Newest.Symbol is { } symbol ? ahead.FindCommit(symbol) : null) ?? CommitOf(name.Symbol, behind.Newest.Commit);
            return ahead.ChangesSince(since, behind.Outline);
        }).Where(other => !other.Paragraphs.IsEmpty)]);
    });

    /// <summary>What is wrong with the store; empty where nothing is.</summary>
    /// <exception cref="StoreException">It cannot be read at all.</exception>
    public IReadOnlyList<StoreProblem> Check() => Guard(() => Tip() is { } tip ? new StoreChecker(_git, ViewOf(tip), tip).Check() : []);

    private static RevisionRecord NewestOf(StoreView view, string folder, string language)
    {
        RequireTexts(view, folder, language);
        return view.RevisionsOf(folder, language)[^1];
    }

    // A language may have nothing but documents beside the draft, in which there are no paragraphs to follow.
    private static void RequireTexts(StoreView view, string folder, string language)
    {
        if (!view.HasTexts(folder, language))
        {
            throw new StoreException(
                $"the draft is not stored in {language}; there is {string.Join(", ", view.LanguagesOf(folder).Where(other => view.HasTexts(folder, other)))}");
        }
    }

    // The date of the document says more than that of its storing.
    private static RevisionPoint Dated(RevisionPoint point, RevisionRecord? record) =>
        record?.Date is { } date ? point with { Date = date } : point;

    /// <inheritdoc/>
    public void Dispose() => _git.Dispose();

    private StoredText Read(DocumentSymbol symbol, string? gitRevision, string? language)
    {
        var place = Locate(symbol, gitRevision, language);
        if (gitRevision is not null)
        {
            var newest = StepsOf(place).NewestSymbol(place.Commit);
            if (DocumentSymbol.TryParse(newest, out var stored))
            {
                symbol = stored;
            }
            else
            {
                var last = NewestOf(place.View, place.Folder, place.Language);
                return new StoredText(last.Symbol, null, StoredUnits.Read(place.View, place.Folder, last));
            }
        }

        var record = FindAny(place.View, place.Folder, place.Language, symbol)
            ?? throw new StoreException($"the record of {symbol} is missing; 'draftdiff check' says what else is");
        return new StoredText(record.Symbol, place.View.ReadSource(place.Folder, record), place.View.ReadTree(place.Folder, record)) { Date = record.Date };
    }

    private static RevisionRecord? FindAny(StoreView view, string folder, string language, DocumentSymbol symbol) =>
        view.FindRecord(folder, language, symbol) ?? view.FindRecord(folder, language, symbol, StorePaths.Beside);

    // A draft and a language of it: the one that was asked for, else the only one that the symbol is stored in.
    private Place Locate(DocumentSymbol symbol, string? gitRevision, string? language)
    {
        var commit = gitRevision is null ? Tip() : CommitOf(symbol, gitRevision);
        var view = ViewOf(commit);
        if (!view.TryFindDraft(symbol, out var folder))
        {
            throw new StoreException(DescribeMissing(symbol, view));
        }

        var languages = view.LanguagesOf(folder)
            .Where(each => gitRevision is not null || FindAny(view, folder, each, symbol) is not null).ToArray();
        language ??= languages is [var only] ? only
            : languages is [] ? throw new StoreException(DescribeMissing(symbol, view))
            : throw new StoreException($"{symbol} is stored in {string.Join(", ", languages)}; choose one with --language");
        return languages.Contains(language) ? new Place(commit!, view, folder, language)
            : throw new StoreException(
                $"{symbol} is not stored in {language}{(languages.Length > 0 ? $"; there is {string.Join(", ", languages)}" : "")}");
    }

    private LanguageSteps StepsOf(Place place) => new(_git, StorePaths.LanguageFolder(place.Folder, place.Language));

    private LanguageHistory HistoryOf(Place place) =>
        LanguageHistory.Read(_git, StorePaths.LanguageFolder(place.Folder, place.Language), place.Commit);

    // With a history that was read already, where the one of the place is a part of it.
    private ParagraphFollower FollowerOf(Place place, LanguageHistory? known = null)
    {
        RequireTexts(place.View, place.Folder, place.Language);
        return new ParagraphFollower(
            _git,
            place.View.ReadDraft(place.Folder).Symbol,
            StorePaths.LanguageFolder(place.Folder, place.Language),
            place.Language,
            place.Commit,
            () => known?.EndingAt(place.Commit.Id) ?? HistoryOf(place));
    }

    private readonly record struct Place(Commit Commit, StoreView View, string Folder, string Language);

    private static string DescribeMissing(DocumentSymbol symbol, StoreView view)
    {
        var drafts = view.DraftFolders().ToArray();
        return drafts.Length == 0
            ? $"the repository holds no drafts, so no {symbol}; store one with 'draftdiff commit'"
            : $"the repository holds no {symbol}; {Suggestions.Ask(symbol.ToString(), view.SymbolFolders()) ?? "'draftdiff list' shows what it holds"}";
    }

    private RevisionPlan Plan(NewRevision revision, Commit? tip) => new RevisionPlanner(_git, ViewOf(tip), tip).Plan(revision);

    // What HEAD names, through any other name for it.
    private string BranchInUse()
    {
        var reference = _git.Refs.Head;
        while (reference is SymbolicReference { Target: SymbolicReference next })
        {
            reference = next;
        }

        return reference.TargetIdentifier;
    }

    private Commit? Tip()
    {
        if (_git.Refs.Head is not SymbolicReference)
        {
            throw new StoreException("the repository is on no branch; switch to one with 'git switch'");
        }

        return _git.Refs.Head.ResolveToDirectReference() is { } tip ? GitObjects.Read<Commit>(_git, new ObjectId(tip.TargetIdentifier)) : null;
    }

    // A text of the draft may be meant, whose symbol has no such sign.
    private string SuggestRevision(DocumentSymbol symbol, string gitRevision)
    {
        if (DocumentSymbol.TryParse($"{symbol.Base}/{gitRevision}", out var text) && ViewOf(Tip()).TryFindDraft(text, out _))
        {
            return $"did you mean {ShellWord.Quote(text.ToString())}?";
        }

        var names = _git.Refs.Select(reference => reference.CanonicalName)
            .Where(name => name.StartsWith("refs/heads/", StringComparison.Ordinal) || name.StartsWith("refs/tags/", StringComparison.Ordinal))
            .Select(name => name[(name.IndexOf('/', "refs/".Length) + 1)..]);
        return (gitRevision.AsSpan().IndexOfAny('~', '^') < 0 ? Suggestions.Ask(gitRevision, ["HEAD", .. names]) : null)
            ?? "write a branch, a tag or a commit's id after the @";
    }

    private Commit CommitOf(DocumentSymbol symbol, string gitRevision)
    {
        try
        {
            return (gitRevision.Length > 0 ? _git.Lookup(gitRevision) : null) switch
            {
                Commit commit => commit,
                TagAnnotation tag when tag.Target is Commit commit => commit,
                _ => throw new StoreException($"the repository has no commit '{gitRevision}'; {SuggestRevision(symbol, gitRevision)}"),
            };
        }
        catch (InvalidSpecificationException exception)
        {
            throw new StoreException($"'{gitRevision}' names no commit; write a branch, a tag or a commit's id after the @", exception);
        }
        catch (AmbiguousSpecificationException exception)
        {
            throw new StoreException($"the repository has several objects whose id begins with '{gitRevision}'; write more of it", exception);
        }
    }

    private StoreView ViewOf(Commit? commit) => new(commit, _read);

    private Signature SignatureOf(NewRevision revision)
    {
        var when = revision.Date is { } date && date >= GitTime.FirstDay ? new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero) : DateTimeOffset.Now;
        if (revision.Author is { } author)
        {
            var at = author.IndexOf('<', StringComparison.Ordinal);
            var name = (at < 0 ? author : author[..at]).Trim();
            var mail = at < 0 ? "" : author[(at + 1)..].Trim(' ', '>');
            return new Signature(name.Length > 0 ? name : "DraftDiff", mail.Length > 0 ? mail : "none", when);
        }

        return _git.Config.BuildSignature(when) ?? new Signature("DraftDiff", "none", when);
    }

    // A person's own changes to the files are not to be lost, nor files that git does not know.
    private void CheckWorkTree(Commit? tip, RevisionPlan plan)
    {
        if (_git.Info.IsBare)
        {
            return;
        }

        // Git's own lock, without which the files could not be written once the revision is stored.
        if (Path.Combine(_git.Info.Path, "index.lock") is var heldByGit && File.Exists(heldByGit))
        {
            throw new StoreException($"git is at work on the files in '{Folder}'; try again, and where nobody else is at work, delete '{heldByGit}'");
        }

        if (_git.RetrieveStatus(new StatusOptions { IncludeIgnored = false, IncludeUntracked = false }) is { IsDirty: true })
        {
            throw new StoreException($"the files in '{Folder}' have changes that are not committed; commit them or set them aside with git first");
        }

        var view = ViewOf(tip);
        if (plan.Files.FirstOrDefault(file => Path.Exists(Path.Combine(Folder, file.Path)) && view.Find<Blob>(file.Path) is null) is { } inTheWay)
        {
            throw new StoreException($"'{Path.Combine(Folder, inTheWay.Path)}' is in the way; move it elsewhere first");
        }
    }

    private void UpdateWorkTree(Commit commit)
    {
        if (!_git.Info.IsBare)
        {
            if (!commit.Parents.Any())
            {
                KeepLineEnds(_git);
            }

            // The files alone: a reset would move the branch, too, on which another process may have stored meanwhile.
            _git.Checkout(commit.Tree, paths: null, new CheckoutOptions { CheckoutModifiers = CheckoutModifiers.Force });
        }
    }

    private static string QuotedIn(string message) =>
        message.IndexOf('\'', StringComparison.Ordinal) is >= 0 and var first ? message[first..(message.LastIndexOf('\'') + 1)] : "'*'";

    private static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (LibGit2SharpException exception)
        {
            var what = exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw new StoreException(
                what.StartsWith("the repository ", StringComparison.Ordinal) ? what
                    : what.EndsWith(OwnedByAnother, StringComparison.Ordinal)
                        ? $"the repository belongs to somebody else; where you trust it, write: git config --global --add safe.directory {QuotedIn(what)}"
                    : $"the repository cannot be used: {what}",
                exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            // What the runtime itself says is left out of a native build.
            throw new StoreException("the repository cannot be used; ask for the permission to read and write its files", exception);
        }
        catch (IOException exception)
        {
            throw new StoreException("the repository cannot be used; check that its folder is there, and that the disk has room", exception);
        }
    }
}
