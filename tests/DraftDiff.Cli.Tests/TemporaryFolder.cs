using System.Text;

namespace DraftDiff.Cli.Tests;

/// <summary>A folder of files that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("draftdiff").FullName;

    /// <summary>The folder itself.</summary>
    public override string ToString() => _path;

    /// <summary>The path of a file in it, there or not.</summary>
    public string At(string name) => Path.Combine(_path, name);

    /// <summary>Writes a text file in UTF-8 and gives its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
