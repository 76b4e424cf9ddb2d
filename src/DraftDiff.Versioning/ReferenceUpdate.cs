using System.Runtime.InteropServices;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>
/// Points a reference at a commit, only if it still points where it did: LibGit2Sharp's own update does not compare, and
/// would overwrite what another process stored in between.
/// </summary>
internal static partial class ReferenceUpdate
{
    // The library that LibGit2Sharp loads; its name changes with the version of LibGit2Sharp.NativeBinaries.
    private const string Library = "git2-5853918";

    private const int Exists = -4;
    private const int NotFound = -3;
    private const int Locked = -14;
    private const int Modified = -15;

    /// <summary>True where the reference was updated, false where another process was there first or holds it.</summary>
    /// <param name="repository">An open repository, which has the native library loaded.</param>
    /// <param name="name">The full name of the reference.</param>
    /// <param name="target">What to point it at.</param>
    /// <param name="expected">What it has to point at now; null where it must not exist.</param>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public static bool TrySet(Repository repository, string name, ObjectId target, ObjectId? expected)
    {
        Check(Open(out var handle, repository.Info.Path));
        try
        {
            // To expect no object is to expect that there is no reference. Without expecting anything, as its other
            // function does it, libgit2 looks before it holds the lock, and of two that begin a branch one would be lost.
            var status = CreateMatching(
                out var reference, handle, name, target.RawId, force: 1, expected is null ? new byte[target.RawId.Length] : expected.RawId, "draftdiff commit");
            FreeReference(reference);
            if (status is Exists or NotFound or Locked or Modified)
            {
                return false;
            }

            Check(status);
            return true;
        }
        finally
        {
            FreeRepository(handle);
        }
    }

    private static void Check(int status)
    {
        if (status < 0)
        {
            throw new StoreException($"the repository cannot be written (git error {-status}); check its permissions and the disk it is on");
        }
    }

    [LibraryImport(Library, EntryPoint = "git_repository_open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(out nint repository, string path);

    [LibraryImport(Library, EntryPoint = "git_repository_free")]
    private static partial void FreeRepository(nint repository);

    [LibraryImport(Library, EntryPoint = "git_reference_create_matching", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMatching(out nint reference, nint repository, string name, ReadOnlySpan<byte> target, int force, ReadOnlySpan<byte> expected, string message);

    [LibraryImport(Library, EntryPoint = "git_reference_free")]
    private static partial void FreeReference(nint reference);
}
