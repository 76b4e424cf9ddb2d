// Writes src/DraftDiff/Text/NfcTable.g.cs and CompatibilityForms.g.cs from the Unicode data of the machine's ICU, or checks
// against it:
//
//     dotnet run --project tests/DraftDiff.Tables              write the tables
//     dotnet run --project tests/DraftDiff.Tables -- --check   compare DraftDiff's normalization with ICU's
//
// Needs ICU (Debian: apt-get install libicu-dev). After writing, build again and check.
using DraftDiff.Tables;

var icu = new Icu();
var folder = Path.Combine(RootOf(AppContext.BaseDirectory), "src", "DraftDiff", "Text");
var path = Path.Combine(folder, "NfcTable.g.cs");
var formsPath = Path.Combine(folder, "CompatibilityForms.g.cs");
switch (args)
{
    case []:
        File.WriteAllText(path, NfcTableWriter.Write(icu));
        File.WriteAllText(formsPath, CompatibilityFormsWriter.Write(icu.UnicodeVersion));
        Console.WriteLine($"Wrote {path} and {formsPath} from Unicode {icu.UnicodeVersion}.");
        return 0;
    case ["--check"]:
        var formsAgree = File.ReadAllText(formsPath) == CompatibilityFormsWriter.Write(VersionOf(formsPath));
        Console.WriteLine(formsAgree ? "The compatibility forms are those of ICU." : $"{formsPath} is not what would be written.");
        return new NfcCheck(icu, VersionOf(path)).Run() && formsAgree ? 0 : 1;
    default:
        Console.Error.WriteLine("Usage: dotnet run --project tests/DraftDiff.Tables [-- --check]");
        return 2;
}

static string RootOf(string folder) =>
    File.Exists(Path.Combine(folder, "DraftDiff.sln"))
        ? folder
        : RootOf(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The program does not stand in DraftDiff's folder."));

static Version VersionOf(string path)
{
    const string Before = "from Unicode ";
    var line = File.ReadLines(path).First(line => line.Contains(Before, StringComparison.Ordinal));
    return Version.Parse(line[(line.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..].TrimEnd('.'));
}
