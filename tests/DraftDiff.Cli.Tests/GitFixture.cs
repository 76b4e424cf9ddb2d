using System.Diagnostics;
using System.Text;

namespace DraftDiff.Cli.Tests;

/// <summary>A person's home and a repository of files in a folder of its own, the real git and the built command.</summary>
internal sealed class GitFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GitFixture()
    {
        Directory.CreateDirectory(Home);
        Git("init", "--quiet", "--initial-branch=main", Repository);
    }

    /// <summary>The person's home.</summary>
    public string Home => _folder.At("home");

    /// <summary>The repository.</summary>
    public string Repository => _folder.At("the repository");

    /// <summary>What the processes have in their environment beside what the tests' has.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The path of a file in the repository.</summary>
    public string At(string name) => Path.Combine(Repository, name);

    /// <summary>Writes a file in the repository.</summary>
    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file in the repository.</summary>
    public void Write(string name, byte[] bytes) => File.WriteAllBytes(At(name), bytes);

    /// <summary>Commits all that there is.</summary>
    public void CommitAll()
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message=x");
    }

    /// <summary>What git writes; it must end well and say nothing else.</summary>
    public string Git(params string[] arguments)
    {
        var result = TryGit(arguments);
        Xunit.Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output;
    }

    /// <summary>What git says and how it ends.</summary>
    public CliResult TryGit(params string[] arguments) => Run("git", ["-c", "user.name=A", "-c", "user.email=a@b", .. arguments]);

    /// <summary>What the built command says and how it ends.</summary>
    public CliResult DraftDiff(params string[] arguments) => Run("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "DraftDiff.Cli.dll"), .. arguments]);

    /// <summary>Runs a program in the repository.</summary>
    public CliResult Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Directory.Exists(Repository) ? Repository : Home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove("XDG_CONFIG_HOME");
        start.Environment.Remove("NO_COLOR");
        start.Environment.Remove("COLUMNS");
        start.Environment["HOME"] = Home;
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliResult(process.ExitCode, output, error.Result);
    }

    public void Dispose()
    {
        // Git's objects are read-only, which keeps them from being deleted on Windows.
        foreach (var file in new DirectoryInfo(_folder.ToString()).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Dispose();
    }
}
