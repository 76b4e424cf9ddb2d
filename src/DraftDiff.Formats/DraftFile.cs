using DraftDiff.Formats.Word;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats;

/// <summary>Reads a draft from a file of any format that is known, told by its content and not by its name.</summary>
public static class DraftFile
{
    /// <summary>Reads a draft.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="language">The code of its language; told from the text where it is not given.</param>
    /// <param name="changes">How tracked changes of a Word file are read.</param>
    /// <exception cref="UnreadableFileException">It is damaged, or of a format that is not read.</exception>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, string? language = null, TrackedChanges changes = TrackedChanges.Accept)
    {
        if (IsWord(bytes.Span))
        {
            return WordReader.Read(name, bytes, language, changes);
        }

        if (WhatIs(bytes.Span) is { } kind)
        {
            throw new UnreadableFileException(kind);
        }

        var source = SourceText.Decode(name, bytes.Span);
        return source.Content.Contains('\0')
            ? throw new UnreadableFileException("is not text; save the draft as plain text in UTF-8 first")
            : DraftTree.Parse(source, language);
    }

    /// <summary>The ending that files of the format of these bytes have, without the dot.</summary>
    public static string ExtensionOf(ReadOnlySpan<byte> bytes) => IsWord(bytes) ? "docx" : "txt";

    /// <summary>True for a Word file (.docx), or another archive that will be refused.</summary>
    public static bool IsWord(ReadOnlySpan<byte> bytes) => WordPackage.IsArchive(bytes);

    /// <summary>True for the file of an older Word (.doc), or what else is stored as it is.</summary>
    public static bool IsLegacyWord(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static string? WhatIs(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "is a PDF, not text; make text of it first, for example with 'pdftotext -layout'"
        : IsLegacyWord(bytes) ? "is a file of an older Word (.doc); open it in Word and save it as .docx, or give --convert, where LibreOffice is installed"
        : null;
}
