namespace DraftDiff.Cli;

/// <summary>A file that a command writes. It is there whole or as it was: what is written stands beside it until it is complete.</summary>
/// <remarks>A device, such as <c>/dev/stdout</c>, is written to and never replaced.</remarks>
internal static class OutputFile
{
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
                throw new CommandException($"'{name}' is a folder; name a file in it");
            }

            // What a link points to is written, not the link.
            var target = new FileInfo(name) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(name);
            if (target.StartsWith("/dev/", StringComparison.Ordinal))
            {
                using var device = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                data.WriteTo(device);
                return;
            }

            beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
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
