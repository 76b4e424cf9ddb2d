using DraftDiff.Syntax;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary>The texts that a person names: files, and else what the repository holds, which is not opened before it is needed.</summary>
internal sealed class NamedTexts(ConsoleHost host, string? folder, string? language) : IDisposable
{
    private DraftRepository? _repository;

    /// <summary>The text of a file, or of a symbol where no file has the name.</summary>
    /// <exception cref="CommandException">There is neither.</exception>
    /// <exception cref="StoreException">The repository cannot be read, or does not hold the symbol.</exception>
    public DraftTree Read(string name)
    {
        var isSymbol = name != InputText.StandardInput && !File.Exists(name) && DocumentSymbol.TryParse(name.Split('@')[0], out _);
        return isSymbol && Repository.TryRead(name, language, out var stored)
            ? stored.Tree
            : DraftTree.Parse(InputText.Read(host, name), language);
    }

    /// <summary>The repository.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be opened.</exception>
    public DraftRepository Repository => _repository ??= DraftRepository.Open(folder ?? ".");

    /// <inheritdoc/>
    public void Dispose() => _repository?.Dispose();
}
