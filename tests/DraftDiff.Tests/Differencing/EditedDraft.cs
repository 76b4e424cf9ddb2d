using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using DraftDiff.Languages;
using DraftDiff.Syntax;
using DraftDiff.Tests.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Tests.Differencing;

/// <summary>A draft before and after a <see cref="DraftEditor"/> edited it, as units that can be laid out, and what became of what.</summary>
internal sealed class EditedDraft
{
    private readonly DraftTree _draft;
    private readonly DraftingConventions _conventions;

    /// <summary>Writes two lists of paragraphs with the masthead, the title and the opening of a draft.</summary>
    public EditedDraft(DraftTree draft, IReadOnlyList<DraftPiece> old, IReadOnlyList<DraftPiece> @new)
    {
        _draft = draft;
        _conventions = DraftingConventions.For(draft.Language);
        OldUnits = Lay(old, out var oldLabels);
        NewUnits = Lay(@new, out var newLabels);
        var origins = old.Select((piece, index) => (piece, index)).ToDictionary(pair => pair.index, pair => pair.piece);
        var relations = ImmutableHashSet.CreateBuilder<LabelRelation>();
        foreach (var group in @new.GroupBy(piece => piece.Origins.IsEmpty ? newLabels[piece] : string.Join(' ', piece.Origins)))
        {
            var piece = group.First();
            var relation = new LabelRelation(
                string.Join('+', piece.Origins.Select(origin => oldLabels[origins[origin]])), string.Join('+', group.Select(part => newLabels[part])));
            relations.Add(relation);
            if (piece.IsMoved)
            {
                Moved.Add(relation);
            }

            if (piece.Origins is [var only] && group.Count() == 1 && piece.IsSameAs(origins[only]))
            {
                Unchanged.Add(relation);
            }
        }

        var kept = @new.SelectMany(piece => piece.Origins).ToHashSet();
        relations.UnionWith(origins.Where(pair => !kept.Contains(pair.Key)).Select(pair => new LabelRelation(oldLabels[pair.Value], "")));
        relations.UnionWith(oldLabels.Keys.OfType<DraftNote>().Select(note => new LabelRelation(oldLabels[note], newLabels.GetValueOrDefault(note, ""))));
        relations.UnionWith(newLabels.Keys.OfType<DraftNote>().Where(note => !oldLabels.ContainsKey(note)).Select(note => new LabelRelation("", newLabels[note])));
        Relations = relations.ToImmutable();
    }

    /// <summary>The draft that was edited.</summary>
    public DraftTree Draft => _draft;

    /// <summary>The paragraphs, the closing and the footnotes before.</summary>
    public ImmutableArray<Unit> OldUnits { get; }

    /// <summary>The paragraphs, the closing and the footnotes after.</summary>
    public ImmutableArray<Unit> NewUnits { get; }

    /// <summary>Both laid out, each in a style of its own, and read.</summary>
    public (DraftTree Old, DraftTree New) LayOut(int seed)
    {
        return (Read(OldUnits, 0), Read(NewUnits, 1));

        DraftTree Read(ImmutableArray<Unit> units, uint side) =>
            DraftTree.Parse(SourceText.From(Typesetter.Set(_draft, units, PageStyles.Any.Generate(new PCG(side, (ulong)seed), null, out _))));
    }

    /// <summary>What became of the paragraphs and the footnotes.</summary>
    public ImmutableHashSet<LabelRelation> Relations { get; }

    /// <summary>The relations of paragraphs that were taken to another place.</summary>
    public HashSet<LabelRelation> Moved { get; } = [];

    /// <summary>The relations of paragraphs of which nobody touched a word or a footnote.</summary>
    public HashSet<LabelRelation> Unchanged { get; } = [];

    private ImmutableArray<Unit> Lay(IReadOnlyList<DraftPiece> pieces, out Dictionary<object, string> labels)
    {
        labels = [];
        var units = new List<Unit>();
        var notes = new List<DraftNote>();
        var open = new List<(Unit Unit, int Children)>();
        var counts = new Dictionary<Section, int>();
        foreach (var piece in pieces)
        {
            open.RemoveRange(piece.Depth, open.Count - piece.Depth);
            var nth = piece.Depth > 0 ? open[^1].Children + 1 : counts.GetValueOrDefault(piece.Section) + 1;
            if (piece.Depth > 0)
            {
                open[^1] = open[^1] with { Children = nth };
            }
            else
            {
                counts[piece.Section] = nth;
            }

            var label = piece.Depth switch
            {
                0 => $"{(piece.Section == Section.Preamble ? "PP" : "OP")}{nth}",
                1 => $"{open[0].Unit.Label}({LetterOf("abcdefghijklmnopqrstuvwxyz".Select(c => c.ToString()).ToArray(), nth)})",
                _ => $"{open[1].Unit.Label}({RomanOf(nth)})",
            };
            var marks = piece.Marks.Select(mark => new Mark(NumberOf(mark.Note), $"FN{NumberOf(mark.Note)}", mark.At)).ToImmutableArray();
            var unit = new Unit(
                units.Count, piece.Depth > 0 ? open[^1].Unit.Index : -1, piece.Section, label, PrintedOf(piece, nth), piece.Words.AsMemory(), marks, default);
            units.Add(unit);
            labels.Add(piece, label);
            open.Add((unit, 0));
        }

        foreach (var unit in _draft.Units.Where(unit => unit.Section == Section.Closing || unit.Label.StartsWith("FN*", StringComparison.Ordinal)))
        {
            units.Add(Numbered(unit.Section, unit.Label, unit.Printed, unit.Text));
        }

        foreach (var note in notes)
        {
            labels.Add(note, $"FN{NumberOf(note)}");
            units.Add(Numbered(Section.Footnotes, labels[note], NumberOf(note), note.Words));
        }

        return [.. units];

        string NumberOf(DraftNote note)
        {
            if (!notes.Contains(note))
            {
                notes.Add(note);
            }

            return (notes.IndexOf(note) + 1).ToString(CultureInfo.InvariantCulture);
        }

        Unit Numbered(Section section, string label, string? printed, string words) =>
            new(units.Count, -1, section, label, printed, words.AsMemory(), [], default);
    }

    // As the draft prints labels of the same depth.
    private string? PrintedOf(DraftPiece piece, int nth)
    {
        if (piece.Section == Section.Preamble && piece.Depth == 0)
        {
            return null;
        }

        var number = piece.Depth switch
        {
            0 => nth.ToString(CultureInfo.InvariantCulture),
            1 => LetterOf([.. _conventions.Letters.Select(letter => letter[..1])], nth),
            _ => RomanOf(nth),
        };
        return piece.Depth == 0 ? Like(_draft.Units.First(unit => unit is { Section: Section.Operative, Parent: < 0 }).Printed, number) : Like(FirstSubparagraph(), number);
    }

    private string? FirstSubparagraph() =>
        _draft.Units.FirstOrDefault(unit => unit is { Section: Section.Preamble or Section.Operative, Parent: >= 0 })?.Printed;

    private static string Like(string? printed, string number)
    {
        printed ??= "1.";
        var start = printed.TakeWhile(c => !char.IsLetterOrDigit(c)).Count();
        var end = start + printed.Skip(start).TakeWhile(char.IsLetterOrDigit).Count();
        var digits = printed[start] is >= '٠' and <= '٩' ? string.Concat(number.Select(c => (char)(c - '0' + '٠'))) : number;
        return printed[..start] + digits + printed[end..];
    }

    private static string LetterOf(string[] letters, int nth) =>
        string.Concat(Enumerable.Repeat(letters[(nth - 1) % letters.Length], 1 + ((nth - 1) / letters.Length)));

    private static string RomanOf(int nth) =>
        new[] { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx" }[nth - 1];
}
