using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace DraftDiff.Formats.Tests.Word;

/// <summary>The words of a document as another program reads them: its paragraphs, and its notes in the order of their marks.</summary>
/// <param name="Paragraphs">The paragraphs without their marks.</param>
/// <param name="Notes">The notes, each with the index of the paragraph that its mark is in.</param>
internal sealed record ReadWords(List<string> Paragraphs, List<(string Words, int Paragraph)> Notes);

/// <summary>
/// Two programs that are not ours and accept or reject tracked changes: pandoc and LibreOffice. Where they are not there
/// their tests skip, unless <c>DRAFTDIFF_REQUIRE_OFFICE</c> says that they have to be.
/// </summary>
internal static class OtherReaders
{
    private const string Required = "DRAFTDIFF_REQUIRE_OFFICE";
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(5);
    private static readonly XNamespace Field = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /// <summary>Reads Word files with pandoc.</summary>
    public static ReadWords[] Pandoc(IReadOnlyList<(byte[] File, TrackedChanges Changes)> files)
    {
        Require("/usr/bin/pandoc");
        return [.. files.Select(each =>
        {
            using var folder = new Folder();
            var path = folder.Write("redline.docx", each.File);
            var json = Run("/usr/bin/pandoc", "", "--from", "docx", "--to", "json", $"--track-changes={(each.Changes == TrackedChanges.Accept ? "accept" : "reject")}", path);
            var words = new ReadWords([], []);
            using var document = JsonDocument.Parse(json);
            ReadBlocks(document.RootElement.GetProperty("blocks"), words);
            return words;
        })];
    }

    /// <summary>Reads Word files with LibreOffice, all of them with one start of it.</summary>
    public static ReadWords[] LibreOffice(IReadOnlyList<(byte[] File, TrackedChanges Changes)> files)
    {
        Require("/usr/bin/soffice");
        Require("/usr/lib/python3/dist-packages/uno.py");
        using var folder = new Folder();
        var lines = files.Select((each, i) =>
            $"{folder.Write($"{i}.docx", each.File)}\t{(each.Changes == TrackedChanges.Accept ? "Accept" : "Reject")}\t{folder.At($"{i}.odt")}");
        Run("/usr/bin/python3", string.Join('\n', lines), Path.Combine(AppContext.BaseDirectory, "Word", "resolve.py"));
        return [.. files.Select((_, i) => ReadOpenDocument(folder.At($"{i}.odt")))];
    }

    private static void Require(string file)
    {
        if (!File.Exists(file))
        {
            Skip.If(Environment.GetEnvironmentVariable(Required) is null, $"{file} is not installed.");
            Assert.Fail($"{file} is not installed, and {Required} is set.");
        }
    }

    private static string Run(string program, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Watchdog))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} hangs.");
        }

        Assert.True(process.ExitCode == 0, error.Result);
        return output.Result;
    }

    private static void ReadBlocks(JsonElement blocks, ReadWords read)
    {
        foreach (var block in blocks.EnumerateArray())
        {
            var content = block.TryGetProperty("c", out var value) ? value : default;
            switch (block.GetProperty("t").GetString())
            {
                case "Para" or "Plain":
                    read.Paragraphs.Add(ReadInlines(content, read));
                    break;
                case "Header":
                    read.Paragraphs.Add(ReadInlines(content[2], read));
                    break;
                case "OrderedList":
                    foreach (var item in content[1].EnumerateArray())
                    {
                        ReadBlocks(item, read);
                    }

                    break;
                case "BulletList":
                    foreach (var item in content.EnumerateArray())
                    {
                        ReadBlocks(item, read);
                    }

                    break;
                case "BlockQuote":
                    ReadBlocks(content, read);
                    break;
                case "Div":
                    ReadBlocks(content[1], read);
                    break;
                default:
                    Assert.Fail($"pandoc reads a {block.GetProperty("t")}.");
                    break;
            }
        }
    }

    private static string ReadInlines(JsonElement inlines, ReadWords read) => string.Concat(inlines.EnumerateArray().Select(inline =>
    {
        var content = inline.TryGetProperty("c", out var value) ? value : default;
        switch (inline.GetProperty("t").GetString())
        {
            case "Str":
                return content.GetString();
            case "Space" or "SoftBreak" or "LineBreak":
                return " ";
            case "Note":
                var note = new ReadWords([], []);
                ReadBlocks(content, note);

                // Of a paragraph that is joined with this one pandoc puts the notes into this one's first note.
                read.Notes.AddRange(note.Notes.Select(inner => (inner.Words, read.Paragraphs.Count)));
                read.Notes.Add((string.Join(' ', note.Paragraphs).Trim(), read.Paragraphs.Count));
                return "";
            case "Superscript":
                return "";
            case "Emph" or "Strong" or "Underline":
                return ReadInlines(content, read);
            case "Span" or "Link" or "Quoted":
                return ReadInlines(content[1], read);
            case var other:
                throw new NotSupportedException($"pandoc reads a {other}.");
        }
    }));

    private static ReadWords ReadOpenDocument(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        using var stream = archive.GetEntry("content.xml")!.Open();
        var body = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        Assert.Empty(body.Descendants(Text + "changed-region"));
        var words = new ReadWords([], []);
        foreach (var paragraph in body.Descendants().Where(element => (element.Name == Text + "p" || element.Name == Text + "h") && !element.Ancestors(Text + "note").Any()))
        {
            words.Paragraphs.Add(WordsOf(paragraph, words));
        }

        return words;
    }

    private static string WordsOf(XElement element, ReadWords read)
    {
        var words = new StringBuilder();
        var isRepeatedMark = false;
        foreach (var node in element.Nodes())
        {
            // LibreOffice keeps the field of a repeated mark as one that it does not know.
            isRepeatedMark = node is XElement { Name: var start } mark && start == Field + "fieldmark-start"
                ? mark.Descendants().Attributes(Field + "value").Any(value => value.Value.StartsWith("NOTEREF", StringComparison.Ordinal))
                : isRepeatedMark && !(node is XElement { Name: var end } && end == Field + "fieldmark-end");
            words.Append(isRepeatedMark ? "" : node switch
            {
                XText text => text.Value,
                XElement { Name: var name } when name == Text + "s" || name == Text + "tab" || name == Text + "line-break" => " ",
                XElement note when note.Name == Text + "note" => AddNote(note, read),
                XElement inner => WordsOf(inner, read),
                _ => "",
            });
        }

        return words.ToString();
    }

    private static string AddNote(XElement note, ReadWords read)
    {
        var words = note.Element(Text + "note-body")!.Elements().Select(paragraph => WordsOf(paragraph, new ReadWords([], [])));
        read.Notes.Add((string.Join(' ', words).Trim(), read.Paragraphs.Count));
        return "";
    }

    /// <summary>A folder that goes when it is no longer needed.</summary>
    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("draftdiff");

        public string At(string name) => Path.Combine(_folder.FullName, name);

        public string Write(string name, byte[] content)
        {
            File.WriteAllBytes(At(name), content);
            return At(name);
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
