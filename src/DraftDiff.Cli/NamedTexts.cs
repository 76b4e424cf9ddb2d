using System.Diagnostics.CodeAnalysis;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary>The texts that a person names: files, and else what the repository holds, which is not opened before it is needed.</summary>
internal sealed class NamedTexts(ConsoleHost host, Func<DraftRepository> open, string? language) : IDisposable
{
    private DraftRepository? _repository;

    /// <summary>The text of a file, or of a symbol where no file has the name.</summary>
    /// <exception cref="CommandException">There is neither.</exception>
    /// <exception cref="StoreException">The repository cannot be read, or does not hold the symbol.</exception>
    public DraftTree Read(string name)
    {
        if (!IsStored(name, out var stored))
        {
            return InputText.Read(host, name, language);
        }

        try
        {
            return (_repository ??= open()).Read(stored, language).Tree;
        }
        catch (StoreException exception)
        {
            throw new CommandException($"there is no file '{name}', and {exception.Message}");
        }
    }

    /// <summary>What changed from one text to another; of two stored ones as those who stored them said.</summary>
    /// <exception cref="CommandException">There is no such text.</exception>
    /// <exception cref="StoreException">The repository cannot be read.</exception>
    public DraftComparison Compare(string oldName, string newName)
    {
        if (oldName == InputText.StandardInput && newName == InputText.StandardInput)
        {
            throw new CommandException("standard input holds only one of the two texts; save the other one as a file");
        }

        var (old, @new) = (Read(oldName), Read(newName));
        return IsStored(oldName, out var storedOld) && IsStored(newName, out var storedNew)
            ? DraftComparison.Compare(old, @new, _repository!.FindOverrides(storedOld, storedNew, language))
            : DraftComparison.Compare(old, @new);
    }

    private static bool IsStored(string name, [NotNullWhen(true)] out DraftName? stored)
    {
        stored = null;
        return name != InputText.StandardInput && !File.Exists(name) && DraftName.TryParse(name, out stored);
    }

    /// <summary>The name of a stored text, and the label behind a colon.</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static (DraftName Name, string? Label) Parse(string text) => DraftName.TryParse(text, out var name, out var label)
        ? (name, label)
        : throw new CommandException($"'{text}' is no symbol; write it as it is printed, such as A/C.2/72/L.39/Rev.1");

    /// <inheritdoc/>
    public void Dispose() => _repository?.Dispose();
}
