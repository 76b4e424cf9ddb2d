using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>
/// Finds objects of git, and tells one that is not named from one that is named and missing: git itself finds neither,
/// and a draft whose folder is damaged must not be taken for one that was never there.
/// </summary>
internal static class GitObjects
{
    /// <summary>What a commit holds.</summary>
    /// <exception cref="StoreException">It is missing from the repository.</exception>
    public static Tree TreeOf(Commit commit) => commit.Tree is { IsMissing: false } tree ? tree : throw Missing(commit.Tree.Id);

    /// <summary>The file or folder at a path; null where there is none.</summary>
    /// <exception cref="StoreException">A folder on the way is missing from the repository.</exception>
    public static GitObject? Find(Tree root, string path) => root[path]?.Target ?? FindMissing(root, path);

    private static GitObject? FindMissing(Tree root, string path)
    {
        GitObject at = root;
        foreach (var name in path.Split('/'))
        {
            if (at is not Tree folder)
            {
                return null;
            }

            if (folder[name] is not { } entry)
            {
                return folder.IsMissing ? throw Missing(folder.Id) : null;
            }

            at = entry.Target;
        }

        return at;
    }

    /// <summary>An object by its id.</summary>
    /// <exception cref="StoreException">It is missing from the repository.</exception>
    public static T Read<T>(Repository git, ObjectId id)
        where T : GitObject =>
        git.Lookup<T>(id) ?? throw Missing(id);

    private static StoreException Missing(ObjectId id) =>
        new($"the repository is damaged: git object {id} is missing; 'git fsck' says what else is");
}
