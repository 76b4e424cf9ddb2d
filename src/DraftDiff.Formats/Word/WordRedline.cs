using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Word;

/// <summary>The Word file of an old draft.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Changes">How its tracked changes were read.</param>
public sealed record BaseFile(ReadOnlyMemory<byte> Bytes, TrackedChanges Changes = TrackedChanges.Accept);

/// <summary>
/// Writes what changed as a Word file with tracked changes: accepting all gives the new draft, rejecting all the old one.
/// </summary>
public static class WordRedline
{
    /// <summary>Writes a redline.</summary>
    /// <param name="comparison">What changed, between drafts in one language.</param>
    /// <param name="baseFile">The Word file that the old draft was read from, which is then edited; null where it was read from none.</param>
    /// <param name="author">Who the changes are said to be by.</param>
    /// <param name="date">When the changes are said to be made.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="ArgumentException">The old draft was not read from the base file, or the drafts are in different languages.</exception>
    /// <exception cref="UnreadableFileException">The base file is damaged.</exception>
    public static void Write(
        DraftComparison comparison, BaseFile? baseFile, string author, DateTimeOffset date, Stream stream)
    {
        if (!comparison.ComparesWords)
        {
            throw new ArgumentException("The drafts are in different languages.", nameof(comparison));
        }

        using var file = new MemoryStream();
        ImmutableArray<WrittenUnit>? written = null;
        if (baseFile is not null)
        {
            file.Write(baseFile.Bytes.Span);
        }
        else
        {
            written = WordDraft.Write(comparison.Old, file, comparison.New);
        }

        using (var package = WordPackage.Open(file))
        {
            var resolved = baseFile is null ? [] : WordReader.ResolveChanges(package, baseFile.Changes);
            var text = WordTextReader.Read(package);
            if (written is null && text.Content != comparison.Old.Source.Content)
            {
                throw new ArgumentException("The old draft was not read from the base file.", nameof(baseFile));
            }

            RedlineWriter.Write(comparison, package, text, Locate(comparison.Old.Units, package, text, written), new ChangeTracker(author, date, FirstFreeId(package)), resolved);
        }

        file.WriteTo(stream);
    }

    /// <summary>Finds the units of a draft in the text of its file.</summary>
    private static OldUnit?[] Locate(ImmutableArray<Unit> units, WordPackage package, WordText text, ImmutableArray<WrittenUnit>? written)
    {
        var olds = new OldUnit?[units.Length];
        var owners = new Dictionary<int, OldUnit>();
        if (written is { } places)
        {
            foreach (var place in places)
            {
                var line = text.Paragraphs[place.Paragraph];
                var first = line.FirstPiece < text.Pieces.Length && line.PieceCount > 0 ? text.Pieces[line.FirstPiece].Start : line.Line.Start;
                Take(units[place.Unit], TextSpan.FromBounds(Math.Min(first + place.Skip, line.Line.End), line.Line.End));
            }
        }
        else
        {
            foreach (var unit in units)
            {
                Take(unit, unit.Span);
            }
        }

        return olds;

        void Take(Unit unit, TextSpan span)
        {
            var old = olds[unit.Index] = OldUnit.Find(unit, text, span);
            for (var i = text.ParagraphAt(span.Start); i < text.Paragraphs.Length && text.Paragraphs[i].Line.Start < Math.Max(old.End, span.Start + 1); i++)
            {
                if (text.Paragraphs[i].Line.End < span.Start)
                {
                    continue;
                }

                old.Paragraphs.Add(i);
                old.IsInNotes = package.HoldsNotes(text.Paragraphs[i].Part);
                if (!owners.TryAdd(i, old))
                {
                    owners[i].OwnsParagraphs = old.OwnsParagraphs = false;
                }
            }
        }
    }

    /// <summary>An id that no bookmark, comment or tracked change of the file has, nor any after it.</summary>
    private static int FirstFreeId(WordPackage package)
    {
        WordPart?[] parts = [package.Main, package.Footnotes, package.Endnotes, package.Comments, .. package.PageParts];
        var ids = parts
            .Select(package.Read)
            .SelectMany(part => part?.Descendants() ?? [])
            .Where(element => element.Name != W.Footnote && element.Name != W.Endnote && element.Name != W.FootnoteReference && element.Name != W.EndnoteReference)
            .Select(element => int.TryParse(element.Attribute(W.Id)?.Value, out var id) ? id : 0);
        return ids.Append(0).Max() + 1;
    }
}
