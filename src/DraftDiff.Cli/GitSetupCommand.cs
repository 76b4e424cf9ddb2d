using System.CommandLine;
using DraftDiff.Rendering;
using DraftDiff.Text;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff git-setup</c>: lets git show drafts as this program compares them.</summary>
/// <remarks>
/// <c>git diff</c> asks <c>diff.draftdiff.command</c>; <c>git log -p</c>, <c>git show</c> and <c>git blame</c> ask <c>diff.draftdiff.textconv</c>
/// (gitattributes(5), "Defining an external diff driver"). Where a name begins with a dash, git hands it over so, hence the two dashes.
/// </remarks>
internal sealed class GitSetupCommand : Command
{
    private const string Driver = "draftdiff";
    private static readonly string[] Endings = ["docx", "pdf", "txt"];

    // What stands behind the program in the value of each key, by which we know our own.
    private static readonly (string Key, string Arguments)[] Settings =
    [
        ($"diff.{Driver}.command", $"{GitDiffCommand.Word} --"),
        ($"diff.{Driver}.textconv", $"{GitTextConvCommand.Word} --"),
        ($"difftool.{Driver}.cmd", $"{GitDiffCommand.Word} {GitDiffCommand.ToolFlag} -- \"$MERGED\" \"$LOCAL\" \"$REMOTE\""),
    ];

    private readonly Option<bool> _global = Choice.Flag("--global", "Set up all of your repositories, not the one you are in.");
    private readonly Option<bool> _remove = Choice.Flag("--remove", "Undo it.");
    private readonly RepositoryOption _repository = new();
    private readonly ConsoleHost _host;

    public GitSetupCommand(ConsoleHost host)
        : base("git-setup", "Let git show what changed in .docx, .pdf and .txt drafts: diff, log -p, show, difftool.")
    {
        _host = host;
        Options.Add(_global);
        Options.Add(_remove);
        _repository.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        var folder = _repository.FolderOf(given);
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"there is no folder '{folder}'; check its name");
        }

        var place = given.GetValue(_global) ? Place.OfUser(_host, folder) : Place.OfRepository(folder);
        var lines = given.GetValue(_remove) ? Remove(place) : SetUp(place);
        StandardOutput.WriteText(_host, usePager: false, writer =>
        {
            foreach (var line in lines)
            {
                writer.WriteLine(VisibleText.Of(line));
            }
        });
        return ExitCode.Success;
    }

    private List<string> SetUp(Place place)
    {
        foreach (var (key, arguments) in Settings)
        {
            if (place.Read(key).FirstOrDefault(value => !IsOurs(value, arguments)) is { } other)
            {
                throw new CommandException(
                    $"git's configuration says {key} = {other} already; take that out first, with: git config {place.Scope} --unset-all {key}");
            }
        }

        var program = string.Join(' ', ThisProgram.LastingWords(_host.Environment).Select(ShellWord.Quote));
        var written = new List<string>();
        foreach (var (key, arguments) in Settings)
        {
            var value = $"{program} {arguments}";
            if (!place.Read(key).SequenceEqual([value]))
            {
                place.Write("--replace-all", key, value);
                written.Add($"  {key} = {value}");
            }
        }

        if (place.Attributes.Add())
        {
            written.Add($"  {string.Join(' ', Endings.Select(ending => $"*.{ending}"))} diff={Driver}, in {place.Attributes.Path}");
        }

        return
        [
            written.Count == 0 ? $"Git is set up already {place.Description}; nothing was changed." : $"Set up git {place.Description}:",
            .. written,
            .. DescribeOthers(place),
            .. written.Count == 0 ? (string[])[] :
            [
                "'git diff' now shows the paragraphs and words that changed in drafts; 'git diff --no-ext-diff --no-textconv' shows what it showed before.",
                $"Undo it with: draftdiff git-setup{(place.Scope == Place.User ? " --global" : "")} --remove",
            ],
        ];
    }

    // What is said elsewhere may count more than our lines.
    private static IEnumerable<string> DescribeOthers(Place place)
    {
        foreach (var ending in Endings)
        {
            if (place.AttributeOf($"draft.{ending}") is { } other && other != Driver)
            {
                yield return $"But .{ending} files are still shown by diff={other}, which another line of git's attributes says; 'git check-attr diff draft.{ending}' tells when it is gone.";
            }
        }
    }

    private static List<string> Remove(Place place)
    {
        var removed = new List<string>();
        var kept = new List<string>();
        foreach (var (key, arguments) in Settings)
        {
            var values = place.Read(key);
            if (values.Length > 0 && values.All(value => IsOurs(value, arguments)))
            {
                place.Write("--unset-all", key);
                removed.Add($"  {key}");
            }
            else if (values.Length > 0)
            {
                kept.Add($"Left {key} as it is, which is not ours: {string.Join(", ", values)}");
            }
        }

        if (place.Attributes.Remove())
        {
            removed.Add($"  diff={Driver}, in {place.Attributes.Path}");
        }

        if (removed.Count > 0)
        {
            place.DeleteEmptyConfiguration();
        }

        return
        [
            removed.Count == 0 ? $"Git is not set up {place.Description}; nothing was changed." : $"Took out of git {place.Description}:",
            .. removed,
            .. kept,
        ];
    }

    private static bool IsOurs(string value, string arguments) => value.EndsWith(" " + arguments, StringComparison.Ordinal);

    /// <summary>The configuration and the attributes of a repository, or of a person.</summary>
    private sealed class Place
    {
        public const string User = "--global";
        private const string Comment = "# Written by 'draftdiff git-setup'; 'draftdiff git-setup --remove' takes it out.";

        private readonly string _folder;
        private readonly string? _newConfiguration;

        private Place(string folder, string scope, string description, string attributes, string? newConfiguration)
        {
            _folder = folder;
            _newConfiguration = newConfiguration;
            Scope = scope;
            Description = description;

            // File systems hold drafts called .PDF, and git tells letter case apart.
            Attributes = new AttributesFile(attributes, Comment, [.. Endings.Select(ending => $"*.{AnyCase(ending)} diff={Driver}")]);
        }

        /// <summary>The option of <c>git config</c>.</summary>
        public string Scope { get; }

        /// <summary>Where this is, in a sentence.</summary>
        public string Description { get; }

        public AttributesFile Attributes { get; }

        public static Place OfRepository(string folder)
        {
            var (exitCode, output, error) = Git.Run("-C", folder, "rev-parse", "--git-path", "info/attributes");
            if (exitCode != 0)
            {
                throw new CommandException(error.Contains("not a git repository", StringComparison.Ordinal)
                    ? $"there is no repository of git in or around '{folder}'; name one with -C, or set up all of yours with {User}"
                    : $"git says: {error.Trim().ReplaceLineEndings(" ")}");
            }

            var attributes = Path.GetFullPath(Path.Combine(folder, output.TrimEnd('\r', '\n')));
            var top = Git.Run("-C", folder, "rev-parse", "--show-toplevel") is (0, var found, _) ? found.TrimEnd('\r', '\n') : Path.GetFullPath(folder);
            return new Place(folder, "--local", $"in {top}", attributes, newConfiguration: null);
        }

        public static Place OfUser(ConsoleHost host, string folder)
        {
            var home = NotEmpty(host.Environment("HOME")) ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            var attributes = AttributesOf(User) ?? AttributesOf("--system")
                ?? Path.Combine(NotEmpty(host.Environment("XDG_CONFIG_HOME")) ?? Path.Combine(home, ".config"), "git", "attributes");
            return new Place(folder, User, "for all of your repositories", attributes, host.Environment("GIT_CONFIG_GLOBAL") ?? Path.Combine(home, ".gitconfig"));

            string? AttributesOf(string scope) =>
                Git.Run("config", scope, "--includes", "--type=path", "--get", "core.attributesFile") is (0, var found, _) ? found.TrimEnd('\r', '\n') : null;
        }

        /// <summary>The values of a key.</summary>
        public string[] Read(string key) =>
            Git.Run("-C", _folder, "config", Scope, "--null", "--get-all", key).Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);

        /// <summary>Changes the configuration.</summary>
        /// <exception cref="CommandException">Git cannot.</exception>
        public void Write(params string[] arguments)
        {
            if (Git.Run(["-C", _folder, "config", Scope, .. arguments]) is { ExitCode: not 0, Error: var error })
            {
                throw new CommandException($"git's configuration cannot be written; git says: {error.Trim().ReplaceLineEndings(" ")}");
            }
        }

        /// <summary>Who shows a file in the repository around the folder: a driver, or what git says of none; null where there is no repository.</summary>
        public string? AttributeOf(string name) =>
            Git.Run("-C", _folder, "check-attr", "-z", "diff", name) is (0, var found, _) ? found.Split('\0').ElementAtOrDefault(2) : null;

        /// <summary>Deletes the file of the person's configuration that git made for us, which git leaves empty.</summary>
        public void DeleteEmptyConfiguration()
        {
            if (_newConfiguration is not null && new FileInfo(_newConfiguration) is { Exists: true, Length: 0, LinkTarget: null } file)
            {
                file.Delete();
            }
        }

        private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

        private static string AnyCase(string ending) => string.Concat(ending.Select(letter => $"[{letter}{char.ToUpperInvariant(letter)}]"));
    }
}
