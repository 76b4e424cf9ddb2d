using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>
/// The turn of a process at a work tree: between the moving of the branch and the writing of the files, another one would
/// see files that were changed by nobody. Who ends, however that is, gives it back.
/// </summary>
internal static class WorkTreeTurn
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private const int LongestPause = 50;

    // EAGAIN of Linux, of macOS, and ERROR_SHARING_VIOLATION.
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Waits for the turn; null where the repository cannot keep any, which storing then says.</summary>
    /// <exception cref="StoreException">Others do not end.</exception>
    public static IDisposable? Take(Repository git)
    {
        var path = Path.Combine(git.Info.Path, "draftdiff", "turn");
        for (var end = DateTime.UtcNow + LongestWait; ;)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException exception) when (Taken.Contains(exception.HResult))
            {
                if (DateTime.UtcNow > end)
                {
                    throw new StoreException("nothing was stored, because others kept storing at the same time; try again");
                }

                Thread.Sleep(Random.Shared.Next(1, LongestPause));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
