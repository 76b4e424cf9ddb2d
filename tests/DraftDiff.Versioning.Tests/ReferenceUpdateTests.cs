using LibGit2Sharp;
using Xunit;

namespace DraftDiff.Versioning.Tests;

/// <summary>A branch moves only from where it was seen.</summary>
public sealed class ReferenceUpdateTests : IDisposable
{
    private const string Branch = "refs/heads/main";

    private readonly string _folder = Directory.CreateTempSubdirectory("draftdiff").FullName;
    private readonly Repository _git;

    public ReferenceUpdateTests() => _git = new Repository(Repository.Init(_folder, isBare: true));

    public void Dispose()
    {
        _git.Dispose();
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_branch_that_is_not_there_is_made()
    {
        var commit = Add(_git, "one", parent: null);

        Assert.True(ReferenceUpdate.TrySet(_git, Branch, commit.Id, expected: null));
        Assert.Equal(commit.Sha, _git.Refs[Branch].TargetIdentifier);
    }

    [Fact]
    public void A_branch_that_is_there_is_not_made_again()
    {
        var (first, second) = (Add(_git, "one", parent: null), Add(_git, "two", parent: null));
        ReferenceUpdate.TrySet(_git, Branch, first.Id, expected: null);

        Assert.False(ReferenceUpdate.TrySet(_git, Branch, second.Id, expected: null));
        Assert.Equal(first.Sha, _git.Refs[Branch].TargetIdentifier);
    }

    [Fact]
    public void A_branch_moves_from_where_it_was_expected()
    {
        var first = Add(_git, "one", parent: null);
        var second = Add(_git, "two", first);
        ReferenceUpdate.TrySet(_git, Branch, first.Id, expected: null);

        Assert.True(ReferenceUpdate.TrySet(_git, Branch, second.Id, first.Id));
        Assert.Equal(second.Sha, _git.Refs[Branch].TargetIdentifier);
    }

    [Fact]
    public void A_branch_that_has_moved_or_is_gone_stays_as_it_is()
    {
        var first = Add(_git, "one", parent: null);
        var second = Add(_git, "two", first);
        var third = Add(_git, "three", first);

        Assert.False(ReferenceUpdate.TrySet(_git, Branch, second.Id, first.Id));
        Assert.Null(_git.Refs[Branch]);

        ReferenceUpdate.TrySet(_git, Branch, second.Id, expected: null);

        Assert.False(ReferenceUpdate.TrySet(_git, Branch, third.Id, first.Id));
        Assert.Equal(second.Sha, _git.Refs[Branch].TargetIdentifier);
    }

    [Fact]
    public void A_branch_that_another_process_holds_stays_as_it_is()
    {
        var first = Add(_git, "one", parent: null);
        var second = Add(_git, "two", first);
        ReferenceUpdate.TrySet(_git, Branch, first.Id, expected: null);
        File.WriteAllText(Path.Combine(_folder, $"{Branch}.lock"), "");

        Assert.False(ReferenceUpdate.TrySet(_git, Branch, second.Id, first.Id));
        Assert.Equal(first.Sha, _git.Refs[Branch].TargetIdentifier);
    }

    [Fact]
    public void A_name_that_git_refuses_is_no_reason_to_try_again() =>
        Assert.Throws<StoreException>(() => ReferenceUpdate.TrySet(_git, "refs/heads/..", Add(_git, "one", parent: null).Id, expected: null));

    [Fact]
    public void Of_many_who_store_at_the_same_time_none_is_lost()
    {
        const int writers = 8;
        const int commits = 10;
        var threads = Enumerable.Range(0, writers).Select(writer => new Thread(() => Append(writer, commits))).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        using var git = new Repository(_folder);
        string[] messages = [.. git.Commits.QueryBy(new CommitFilter { IncludeReachableFrom = Branch }).Select(commit => commit.Message)];
        var expected = Enumerable.Range(0, writers).SelectMany(writer => Enumerable.Range(0, commits).Select(number => $"{writer} {number}"));

        Assert.Equal(expected, messages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_many_who_begin_a_branch_at_the_same_time_one_does()
    {
        const int writers = 4;
        var commits = Enumerable.Range(0, writers).Select(writer => Add(_git, $"{writer}", parent: null).Id).ToArray();
        using var start = new Barrier(writers);
        for (var round = 0; round < 100; round++)
        {
            var name = $"refs/heads/branch{round}";
            var made = new bool[writers];
            var threads = Enumerable.Range(0, writers).Select(writer => new Thread(() =>
            {
                using var git = new Repository(_folder);
                start.SignalAndWait();
                made[writer] = ReferenceUpdate.TrySet(git, name, commits[writer], expected: null);
            })).ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());

            Assert.Equal(_git.Refs[name].TargetIdentifier, Assert.Single(commits, commit => made[Array.IndexOf(commits, commit)]).Sha);
        }
    }

    private void Append(int writer, int commits)
    {
        using var git = new Repository(_folder);
        for (var number = 0; number < commits;)
        {
            var tip = git.Refs[Branch] is { } branch ? git.Lookup<Commit>(branch.TargetIdentifier) : null;
            if (ReferenceUpdate.TrySet(git, Branch, Add(git, $"{writer} {number}", tip).Id, tip?.Id))
            {
                number++;
            }
            else
            {
                Thread.Sleep(Random.Shared.Next(1, 10));
            }
        }
    }

    private static Commit Add(Repository git, string message, Commit? parent)
    {
        var author = new Signature("A", "a@example.org", DateTimeOffset.UnixEpoch);
        var tree = git.ObjectDatabase.CreateTree(new TreeDefinition());
        return git.ObjectDatabase.CreateCommit(author, author, message, tree, parent is null ? [] : [parent], prettifyMessage: false);
    }
}
