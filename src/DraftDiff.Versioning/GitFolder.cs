using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>The folder of git's own files.</summary>
internal static class GitFolder
{
    /// <summary>The one of a repository; of a further work tree that of the repository it belongs to.</summary>
    public static string Of(Repository repository)
    {
        var own = repository.Info.Path;
        var shared = Path.Combine(own, "commondir");
        return File.Exists(shared) ? Path.GetFullPath(Path.Combine(own, File.ReadAllText(shared).Trim())) : own;
    }
}
