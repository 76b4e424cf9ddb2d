using System.Runtime.ExceptionServices;
using DraftDiff.Differencing;
using DraftDiff.Formats;
using DraftDiff.Formats.Word;
using DraftDiff.Syntax;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary>The texts that a person names: files, and else what the repository holds, which is not opened before it is needed.</summary>
/// <param name="host">The console.</param>
/// <param name="open">Opens the repository.</param>
/// <param name="reading">How files are read.</param>
internal sealed class NamedTexts(ConsoleHost host, Func<DraftRepository> open, Reading reading) : IDisposable
{
    private DraftRepository? _repository;

    /// <summary>The text of a file, or a stored one, and the Word file that it was read from; null where it was none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="stored">The name of the stored text; null for a file.</param>
    /// <exception cref="CommandException">There is no such text.</exception>
    /// <exception cref="StoreException">The repository cannot be read.</exception>
    private (DraftTree Tree, ReadOnlyMemory<byte>? WordFile) Read(string name, DraftName? stored)
    {
        if (stored is null)
        {
            if (!File.Exists(name) && DraftName.TryParse(name, out _, out var label) && label is not null)
            {
                throw new CommandException($"'{name}' names a paragraph, and whole texts are compared; leave out :{label}, and with diff show it alone with --paragraph {label}");
            }

            var bytes = InputText.ReadBytes(host, name, reading);
            return (InputText.Read(name, bytes, reading), WordFile(bytes, reading.Format));
        }

        try
        {
            var text = (_repository ??= open()).Read(stored, reading.Language);
            return (text.Tree, WordFile(text.Bytes, format: null));
        }
        catch (StoreException exception)
        {
            throw new CommandException($"there is no file '{name}', and {exception.Message}");
        }
    }

    /// <summary>Reads two texts, files at once: reading is half of a comparison, and there mostly is a second core.</summary>
    private ((DraftTree Tree, ReadOnlyMemory<byte>? WordFile) Old, (DraftTree Tree, ReadOnlyMemory<byte>? WordFile) New) ReadBoth(
        string oldName, DraftName? storedOld, string newName, DraftName? storedNew)
    {
        if (storedOld is not null || storedNew is not null)
        {
            return (Read(oldName, storedOld), Read(newName, storedNew));
        }

        // A thread of its own starts faster than the pool. Where the old text cannot be read nobody waits for the new one.
        (DraftTree, ReadOnlyMemory<byte>?) @new = default;
        ExceptionDispatchInfo? trouble = null;
        var thread = new Thread(() =>
        {
            try
            {
                @new = Read(newName, stored: null);
            }
            catch (Exception exception)
            {
                trouble = ExceptionDispatchInfo.Capture(exception);
            }
        })
        { IsBackground = true };
        thread.Start();
        var old = Read(oldName, stored: null);
        thread.Join();
        trouble?.Throw();
        return (old, @new);
    }

    /// <summary>What changed from one text to another; of two stored ones as those who stored them said.</summary>
    /// <param name="oldName">The earlier text.</param>
    /// <param name="newName">The later text.</param>
    /// <param name="baseFile">The Word file that the earlier text was read from; null where it was none.</param>
    /// <exception cref="CommandException">There is no such text.</exception>
    /// <exception cref="StoreException">The repository cannot be read.</exception>
    public DraftComparison Compare(string oldName, string newName, out BaseFile? baseFile)
    {
        if (oldName == InputText.StandardInput && newName == InputText.StandardInput)
        {
            throw new CommandException("standard input holds only one of the two texts; save the other one as a file");
        }

        var (storedOld, storedNew) = (StoredName(oldName), StoredName(newName));
        var ((old, wordFile), (@new, _)) = ReadBoth(oldName, storedOld, newName, storedNew);

        // Stored files are read with their changes accepted.
        baseFile = wordFile is { } file
            ? new BaseFile(file, storedOld is null ? reading.Changes : TrackedChanges.Accept)
            : null;
        return storedOld is not null && storedNew is not null
            ? DraftComparison.Compare(old, @new, _repository!.FindOverrides(storedOld, storedNew, reading.Language))
            : DraftComparison.Compare(old, @new);
    }

    // Other files are not kept: the memory is needed for the comparison.
    private static ReadOnlyMemory<byte>? WordFile(ReadOnlyMemory<byte>? bytes, DraftFormat? format) =>
        bytes is { } file && (format ?? DraftFormats.Of(file.Span)) == DraftFormat.Word ? bytes : null;

    // A symbol where no file has the name; null for a file.
    private static DraftName? StoredName(string name) =>
        name != InputText.StandardInput && !File.Exists(name) && DraftName.TryParse(name, out var stored) ? stored : null;

    /// <summary>True for what is a label rather than a symbol: OP9, PP3, FN7.</summary>
    public static bool IsLabel(string text) =>
        text is ['O' or 'o' or 'P' or 'p', 'P' or 'p', >= '1' and <= '9', ..] or ['F' or 'f', 'N' or 'n', >= '1' and <= '9', ..];

    /// <inheritdoc/>
    public void Dispose() => _repository?.Dispose();
}
