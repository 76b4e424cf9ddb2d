using DraftDiff.Differencing;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Rendering;

/// <summary>A table of what changed: a row a unit with what happened to it and how many words came and went.</summary>
public static class StatRenderer
{
    private const int LongestBar = 32;

    /// <summary>Writes the table.</summary>
    /// <exception cref="ArgumentException">Neither document has the paragraph of the options.</exception>
    public static void Render(DraftComparison comparison, TerminalOptions options, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        var description = new ChangeDescription(comparison);
        var changes = options.Paragraph is { } label
            ? ParagraphSelection.Find(comparison.Script, label)
            : comparison.Script.Changes.Where(change =>
                change.IsSubstantive || (options.ShowAll && (change.Kind != ChangeKind.Unchanged || change.Renumbered)));
        var rows = changes.Select(change => Row.Of(change, description, options.ShowAll)).ToArray();
        var labelWidth = rows.Select(row => CellWidth.Of(row.Label)).DefaultIfEmpty().Max();
        var kindWidth = rows.Select(row => CellWidth.Of(row.Kinds)).DefaultIfEmpty().Max();
        var addedWidth = rows.Select(row => row.AddedText.Length).DefaultIfEmpty().Max();
        var deletedWidth = rows.Select(row => row.DeletedText.Length).DefaultIfEmpty().Max();
        var barWidth = Math.Min(LongestBar, options.Width - labelWidth - kindWidth - addedWidth - deletedWidth - 8);
        var mostWords = rows.Select(row => row.Added + row.Deleted).DefaultIfEmpty().Max();
        foreach (var row in rows)
        {
            var counts = $"{row.AddedText.PadLeft(addedWidth)} {row.DeletedText.PadLeft(deletedWidth)}";
            var text = $"{CellWidth.Pad(row.Kinds, kindWidth)}  {counts}  ";
            if (barWidth < 0)
            {
                canvas.WriteHanging(
                    new StyledText(" ", TextStyle.Plain),
                    [new StyledText($"{row.Label}  ", TextStyle.Strong), new StyledText($"{row.Kinds}  {row.AddedText} {row.DeletedText}".TrimEnd(' '), TextStyle.Plain)]);
                continue;
            }

            var (plus, minus) = row.BarOf(Math.Max(0, barWidth), mostWords);
            canvas.WriteLine(
                new StyledText($" {CellWidth.Pad(row.Label, labelWidth)}  ", TextStyle.Strong),
                new StyledText(plus + minus == 0 ? text.TrimEnd(' ') : text, TextStyle.Plain),
                new StyledText(new string('+', plus), TextStyle.Added),
                new StyledText(new string('-', minus), TextStyle.Removed));
        }

        if (options.Paragraph is not null)
        {
            return;
        }

        foreach (var line in ScriptSummary.LinesOf(comparison))
        {
            WriteTotal(line);
        }

        if (rows.Length > 0)
        {
            // Han text is counted in characters.
            var words = comparison.New.Units.Count(BeginsWithHan) * 2 > comparison.New.Units.Length ? "character" : "word";
            WriteTotal($"{FoldedChanges.Count(rows.Sum(row => row.Added), words)} added, {rows.Sum(row => row.Deleted)} deleted");
        }

        void WriteTotal(string total) =>
            canvas.WriteHanging(new StyledText(" ", TextStyle.Plain), [new StyledText(total, TextStyle.Plain)]);
    }

    private static bool BeginsWithHan(Unit unit) => unit.Text.Length > 0 && Characters.IsHan(unit.Text[0]);

    private sealed record Row(string Label, string Kinds, int Added, int Deleted)
    {
        public string AddedText => Added == 0 ? "" : $"+{Added}";

        public string DeletedText => Deleted == 0 ? "" : $"-{Deleted}";

        public static Row Of(Change change, ChangeDescription description, bool showAll)
        {
            var edits = Redline.PartsOf(change, RedlineSide.Both, !showAll).SelectMany(part => part.Edits).ToArray();
            return new Row(
                ChangeDescription.LabelOf(change),
                description.BriefKindsOf(change),
                edits.Where(edit => edit.Operation == EditOperation.Insert).Sum(edit => WordCount.Of(edit.Text)),
                edits.Where(edit => edit.Operation == EditOperation.Delete).Sum(edit => WordCount.Of(edit.Text)));
        }

        /// <summary>The signs of a bar; what is there at all has one.</summary>
        public (int Plus, int Minus) BarOf(int longest, int mostWords)
        {
            return (Scale(Added), Scale(Deleted));

            int Scale(int words) => words == 0 || longest == 0
                ? 0
                : mostWords <= longest ? words : Math.Max(1, (int)((long)words * longest / mostWords));
        }
    }
}
