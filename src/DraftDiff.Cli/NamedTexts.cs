using System.Diagnostics.CodeAnalysis;
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

    /// <summary>The text of a file, or of a symbol where no file has the name, and the bytes it was read from; null where git made it.</summary>
    /// <exception cref="CommandException">There is neither.</exception>
    /// <exception cref="StoreException">The repository cannot be read, or does not hold the symbol.</exception>
    private (DraftTree Tree, ReadOnlyMemory<byte>? Bytes) Read(string name)
    {
        if (!IsStored(name, out var stored))
        {
            if (!File.Exists(name) && DraftName.TryParse(name, out _, out var label) && label is not null)
            {
                throw new CommandException($"'{name}' names a paragraph, and whole texts are compared; leave out :{label}, and with diff show it alone with --paragraph {label}");
            }

            var bytes = InputText.ReadBytes(host, name, reading);
            return (InputText.Read(name, bytes, reading), bytes);
        }

        try
        {
            var text = (_repository ??= open()).Read(stored, reading.Language);
            return (text.Tree, text.Bytes);
        }
        catch (StoreException exception)
        {
            throw new CommandException($"there is no file '{name}', and {exception.Message}");
        }
    }

    /// <summary>Reads two texts, files at once: reading is half of a comparison, and there mostly is a second core.</summary>
    private ((DraftTree Tree, ReadOnlyMemory<byte>? Bytes) Old, (DraftTree Tree, ReadOnlyMemory<byte>? Bytes) New) ReadBoth(string oldName, string newName)
    {
        if (IsStored(oldName, out _) || IsStored(newName, out _))
        {
            return (Read(oldName), Read(newName));
        }

        // A thread of its own starts faster than the pool. Where the old text cannot be read nobody waits for the new one.
        (DraftTree, ReadOnlyMemory<byte>?) @new = default;
        ExceptionDispatchInfo? trouble = null;
        var thread = new Thread(() =>
        {
            try
            {
                @new = Read(newName);
            }
            catch (Exception exception)
            {
                trouble = ExceptionDispatchInfo.Capture(exception);
            }
        })
        { IsBackground = true };
        thread.Start();
        var old = Read(oldName);
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

        var ((old, bytes), (@new, _)) = ReadBoth(oldName, newName);

        // Stored files are read with their changes accepted.
        var isStored = IsStored(oldName, out var storedOld);
        baseFile = bytes is { } file && ((isStored ? null : reading.Format) ?? DraftFormats.Of(file.Span)) == DraftFormat.Word
            ? new BaseFile(file, isStored ? TrackedChanges.Accept : reading.Changes)
            : null;
        return storedOld is not null && IsStored(newName, out var storedNew)
            ? DraftComparison.Compare(old, @new, _repository!.FindOverrides(storedOld, storedNew, reading.Language))
            : DraftComparison.Compare(old, @new);
    }

    private static bool IsStored(string name, [NotNullWhen(true)] out DraftName? stored)
    {
        stored = null;
        return name != InputText.StandardInput && !File.Exists(name) && DraftName.TryParse(name, out stored);
    }

    /// <summary>True for what is a label rather than a symbol: OP9, PP3, FN7.</summary>
    public static bool IsLabel(string text) =>
        text is ['O' or 'o' or 'P' or 'p', 'P' or 'p', >= '1' and <= '9', ..] or ['F' or 'f', 'N' or 'n', >= '1' and <= '9', ..];

    /// <inheritdoc/>
    public void Dispose() => _repository?.Dispose();
}
