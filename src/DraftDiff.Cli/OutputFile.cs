using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary>A file that a command writes. It is there whole or as it was: what is written stands beside it until it is complete.</summary>
/// <remarks>What is no regular file, such as <c>/dev/stdout</c> or a named pipe, is written to and never replaced.</remarks>
internal static class OutputFile
{
    private const int MostLinks = 40;

    /// <summary>Writes a file.</summary>
    /// <exception cref="CommandException">It cannot be written; whatever was there under its name still is.</exception>
    public static void Write(string name, Action<Stream> write)
    {
        using var data = new MemoryStream();
        write(data);
        string? beside = null;
        try
        {
            if (Directory.Exists(name))
            {
                throw IsFolder(name);
            }

            var target = TargetOf(name);
            if (IsDevice(name) || IsDevice(target))
            {
                using var device = OpenExisting(name, FileMode.Append);
                data.WriteTo(device);
                return;
            }

            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
            if (File.Exists(target))
            {
                // Opened for writing, for what may not be written must not be replaced either.
                using var existing = OpenExisting(target, FileMode.Open);
                if (!existing.CanSeek)
                {
                    data.WriteTo(existing);
                    return;
                }

                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = File.GetUnixFileMode(target);
                }
            }

            using var held = new HeldInterruption();
            beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}");
            using (var stream = new FileStream(beside, options))
            {
                data.WriteTo(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
            beside = null;
        }
        catch (DirectoryNotFoundException)
        {
            throw new CommandException($"'{name}' cannot be written, because its folder is not there; make the folder first");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandException($"'{name}' cannot be written; ask for the permission to write in its folder, or write elsewhere");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            throw new CommandException($"'{name}' cannot be written; check its name, and that the disk has room");
        }
        finally
        {
            Remove(beside);
        }
    }

    /// <summary>True where writing one file would write over another that is there.</summary>
    public static bool IsSame(string name, string other)
    {
        try
        {
            return File.Exists(name) && File.Exists(other) && RealPathOf(Path.GetFullPath(name)) == RealPathOf(Path.GetFullPath(other));
        }
        catch (IOException)
        {
            // Links that lead to one another are no file.
            return false;
        }
    }

    /// <summary>What is said where a folder is named for a file.</summary>
    public static CommandException IsFolder(string name) => new($"'{name}' is a folder; name a file in it");

    // What a link points to is written, not the link.
    private static string TargetOf(string name) =>
        new FileInfo(name) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(name);

    // Through links to folders, too.
    private static string RealPathOf(string path, int links = 0)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        var real = Path.Combine(RealPathOf(folder, links), Path.GetFileName(path));
        return new FileInfo(real).ResolveLinkTarget(returnFinalTarget: true) is not { } target ? real
            : links < MostLinks ? RealPathOf(target.FullName, links + 1)
            : throw new IOException();
    }

    private static bool IsDevice(string name)
    {
        var path = Path.GetFullPath(name);
        return path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);
    }

    private static FileStream OpenExisting(string name, FileMode mode) => new(name, mode, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    private static void Remove(string? beside)
    {
        try
        {
            if (beside is not null)
            {
                File.Delete(beside);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is wrong with the disk has been said already.
        }
    }
}
