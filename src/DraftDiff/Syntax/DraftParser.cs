using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using DraftDiff.Diagnostics;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Reads a text to a tree: lines, then what pages add and their footnotes, then the masthead and the paragraphs, then
/// marks and words. Each step only adds to what the one before found, and none refuses anything.
/// </summary>
internal sealed class DraftParser
{
    private readonly SourceText _source;
    private readonly string _content;
    private readonly DraftingConventions _conventions;
    private readonly SourceMarkup? _markup;
    private readonly MarkPlaces _places;
    private Line[] _lines;
    private readonly List<Diagnostic> _diagnostics;
    private readonly List<Block> _blocks = [];
    private readonly List<FoundMark> _marks = [];
    private readonly List<Fragment> _fragments = [];

    private int _emphasis;

    private const int ShortestParagraph = 60;

    private DraftParser(SourceText source, SourceMarkup? markup, DraftingConventions conventions)
    {
        _source = source;
        _markup = markup;
        _content = source.Content;
        _conventions = conventions;
        _lines = LineTable.Cut(_content);
        _places = new MarkPlaces(_content, _conventions, IsSpaced(_content));
        _diagnostics = [.. source.Diagnostics];
    }

    /// <summary>Reads a text in a language; where none is given, in the one of <paramref name="languages"/> that it looks like.</summary>
    public static DraftTree Parse(SourceText source, string? language, SourceMarkup? markup, ImmutableArray<DraftingConventions> languages)
    {
        if (language is not null)
        {
            return new DraftParser(source, markup, DraftingConventions.For(language)).Parse();
        }

        var parser = new DraftParser(source, markup, LanguageDetector.Detect(source.Content, languages, out var isGuess));
        if (isGuess)
        {
            parser._diagnostics.Add(Diagnostic.Create(
                DraftDiagnostics.GuessedLanguage, new TextSpan(0, 0), parser._conventions.Language));
        }

        return parser.Parse();
    }

    /// <summary>The parts of a block's lines that belong to it, without its label.</summary>
    public static void FindFragments(Block block, ReadOnlySpan<Line> lines, List<Fragment> fragments)
    {
        fragments.Clear();
        var role = block.Kind == NodeKind.Footnote ? LineRole.Note : LineRole.Body;
        for (var i = block.FirstLine; i <= block.LastLine; i++)
        {
            ref readonly var line = ref lines[i];
            if (line.Role != role)
            {
                continue;
            }

            // What stands in front of the label are words too: an opening bracket or quotation mark.
            Add(Math.Max(line.ContentStart, block.Start), Math.Min(line.ContentEnd, block.LabelSpan.Start), i);
            Add(Math.Max(Math.Max(line.ContentStart, block.Start), block.LabelSpan.End), Math.Min(line.ContentEnd, block.End), i);
        }

        void Add(int start, int end, int line)
        {
            if (start < end)
            {
                fragments.Add(new Fragment(start, end, line));
            }
        }
    }

    private DraftTree Parse()
    {
        if (_markup is not null)
        {
            Pages.GiveRoles(_content, _lines, _markup);
        }

        var (openingLine, opening) = FindOpening();
        var pages = Pages.Read(_content, _lines, opening.IsEmpty ? -1 : openingLine, _markup, _conventions, _places);
        var (notes, layout) = (pages.Notes, pages.Layout);
        _lines = pages.Lines;
        var body = FindBody(openingLine);
        var masthead = FindMasthead(body);
        if (masthead > 0)
        {
            var rest = ParagraphReader.Read(_content, _lines, ..masthead, default, layout, _conventions);
            _blocks.AddRange(OutlineReader.Read(_content, _lines, rest, default, true, "R0.", _conventions, _diagnostics));
        }

        var kind = DraftKind.Unknown;
        if (opening.IsEmpty)
        {
            _blocks.AddRange(MastheadReader.ReadWithoutOpening(_content, _lines, Pages.FieldsOf(_lines, _markup), _conventions, out body, out kind));

            // The lines of a masthead end as they like.
            layout = _markup is null ? PageLayout.Of(_content, _lines.AsSpan(body)) : layout;
        }
        else
        {
            _blocks.AddRange(MastheadReader.Read(_content, _lines, masthead..body, Pages.FieldsOf(_lines, _markup), _conventions));
        }

        var paragraphs = ParagraphReader.Read(_content, _lines, body.._lines.Length, opening, layout, _conventions);
        MarkHeadings(paragraphs);
        MarkLabels(paragraphs);
        _blocks.EnsureCapacity(_blocks.Count + paragraphs.Count + notes.Count);
        _blocks.AddRange(kind.IsTextOfDraft()
            ? OutlineReader.Read(_content, _lines, paragraphs, opening, !opening.IsEmpty, "", _conventions, _diagnostics)
            : OtherTextReader.Read(_content, _lines, paragraphs, _conventions));
        var firstNote = _blocks.Count;
        AddNotes(notes);
        var units = ReadUnits(layout, notes, firstNote);
        Endings.Report(_content, _lines, _blocks, units, _diagnostics);
        var fields = MastheadData.Of(_content, units, MarkedNote, _conventions, out kind);
        ReportKind(kind, opening, units);
        foreach (var block in _blocks)
        {
            if (block.Kind == NodeKind.Unrecognized && (kind.IsTextOfDraft() || !opening.IsEmpty))
            {
                _diagnostics.Add(Diagnostic.Create(
                    DraftDiagnostics.NotPlaced, TextSpan.FromBounds(block.Start, block.End)));
            }
        }

        return new DraftTree(
            _source,
            _conventions.Language,
            kind,
            fields,
            units,
            [.. _diagnostics.OrderBy(diagnostic => diagnostic.Span.Start)],
            new SyntaxParts(_lines, _blocks, _marks, [.. notes.Select(note => note.BlockLine)]));

        string? MarkedNote(Unit unit)
        {
            var mark = _marks.Find(mark => mark.Start >= unit.Span.Start && mark.End <= unit.Span.End && mark.Number[0] == '*');
            return mark.Note is { } label ? units.FirstOrDefault(note => note.Label == label)?.Text : null;
        }
    }

    /// <summary>Takes for headings what the format says are some, if they do not end as a paragraph does.</summary>
    private void MarkHeadings(List<Block> paragraphs)
    {
        var headings = _markup?.Headings.Select(heading => heading.Start).ToHashSet() ?? [];
        foreach (var block in paragraphs)
        {
            block.IsMarkedHeading = headings.Contains(_lines[block.FirstLine].Start)
                && BlockFacts.EndingOf(_content, _lines, block) is var ending
                && (ending == LineEnding.Open || (ending is LineEnding.Colon or LineEnding.FullStop && block.End - block.Start <= BlockFacts.LongestHeading));
        }
    }

    /// <summary>Gives the paragraphs the labels that the format says they have.</summary>
    private void MarkLabels(List<Block> paragraphs)
    {
        var labels = new Dictionary<int, TextSpan>();
        foreach (var label in _markup?.Labels ?? [])
        {
            labels.TryAdd(label.Start, label);
        }

        foreach (var block in paragraphs)
        {
            block.MarkedLabel = labels.GetValueOrDefault(block.Start);
        }
    }

    /// <summary>Adds the footnotes; one whose number comes again is numbered under the annex or section it stands in.</summary>
    private void AddNotes(List<PageNote> notes)
    {
        var body = _blocks.Count;
        var above = 0;
        var labels = new Dictionary<string, int>(notes.Count);
        foreach (var note in notes)
        {
            while (above + 1 < body && _blocks[above + 1].Start < note.LabelSpan.Start)
            {
                above++;
            }

            var label = "FN" + note.Label;
            var prefix = labels.ContainsKey(label) ? _blocks[above].Prefix : "";
            ref var repeat = ref CollectionsMarshal.GetValueRefOrAddDefault(labels, prefix + label, out _);
            _blocks.Add(new Block(NodeKind.Footnote, Section.Footnotes, note.LabelSpan.Start, note.FirstLine)
            {
                LabelSpan = note.LabelSpan,
                LastLine = note.LastLine,
                End = _lines[note.LastLine].ContentEnd,
                Prefix = prefix,
                Label = ++repeat > 1 ? string.Create(CultureInfo.InvariantCulture, $"{label}~{repeat}") : label,
            });
        }
    }

    /// <summary>Says what a text is where it is no text of a draft, or may be none.</summary>
    private void ReportKind(DraftKind kind, TextSpan opening, ImmutableArray<Unit> units)
    {
        if (NameOf(kind) is { } name)
        {
            var field = units.FirstOrDefault(unit => unit.Label == "document-type") ?? units.First(unit => unit.Label == "symbol");
            _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.NoDraft, field.Span, name));
        }
        else if (Array.TrueForAll(_lines, line => line.Role == LineRole.Blank))
        {
            _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.EmptyText, new TextSpan(0, 0)));
        }
        else if (!WordList.StartsWithAny(_content.AsSpan(opening.Start, opening.Length), _conventions.Openings))
        {
            var first = Array.Find(_lines, line => line.Role != LineRole.Blank);
            _diagnostics.Add(Diagnostic.Create(
                DraftDiagnostics.UnknownOpening, new TextSpan(first.ContentStart, 0), _conventions.Openings[0]));
        }

        static string? NameOf(DraftKind kind) => kind switch
        {
            DraftKind.Amendment => "an amendment",
            DraftKind.Addendum => "an addendum",
            DraftKind.Corrigendum => "a corrigendum",
            DraftKind.Note => "a note",
            _ => null,
        };
    }

    /// <summary>
    /// Finds the opening: its line, and its words on it. Known words with a comma behind them, or without one above what
    /// only a draft has; else a short line with a comma above a preambular paragraph, as another body's opening is.
    /// </summary>
    private (int Line, TextSpan Words) FindOpening()
    {
        var alone = (Line: 0, Words: default(TextSpan));
        var unknown = (Line: 0, Words: default(TextSpan));
        for (var i = 0; i < _lines.Length; i++)
        {
            ref readonly var line = ref _lines[i];
            if (line.Role != LineRole.Body)
            {
                continue;
            }

            var text = TextOf(i);
            foreach (var words in _conventions.Openings)
            {
                // In the middle of a sentence it is "the General Assembly", so the first letter counts as it is.
                if (text[0] != words[0] || !WordList.StartsWith(text, words))
                {
                    continue;
                }

                var end = line.ContentStart + words.Length;
                if (end < line.ContentEnd && _content[end] is ',' or '，' or '،' or ':' or '：')
                {
                    return (i, TextSpan.FromBounds(line.ContentStart, end + 1));
                }

                if (end == line.ContentEnd && words.Contains(' '))
                {
                    if (FollowingLine(i) is var next && IsOfDraft(next))
                    {
                        return (i, line.Content);
                    }

                    alone = alone.Words.IsEmpty ? (i, line.Content) : alone;
                }
            }

            if (unknown.Words.IsEmpty && IsUnknownOpening(i))
            {
                unknown = (i, line.Content);
            }
        }

        return alone.Words.IsEmpty ? unknown : alone;
    }

    private bool IsUnknownOpening(int line) =>
        BlockFacts.MayBeOpening(TextOf(line), _conventions)
        && FollowingLine(line) is >= 0 and var next && OpeningWords.ArePreambular(TextOf(next), _conventions);

    /// <summary>True for a line that begins a paragraph or heads a section.</summary>
    private bool IsOfDraft(int line) =>
        line >= 0 && (OpeningWords.ArePreambular(TextOf(line), _conventions)
            || OpeningWords.AreOperative(TextOf(line), _conventions)
            || PrintedLabel.TryReadNumber(_content, _lines[line].Content, out _)
            || (SectionNumeral.TryRead(_content, _lines[line].Content, _conventions, out var numeral) && (numeral.Roman == 1 || numeral.Letter == 1)));

    private int FollowingLine(int line)
    {
        do
        {
            line++;
        }
        while (line < _lines.Length && _lines[line].Role != LineRole.Body);

        return line < _lines.Length ? line : -1;
    }

    private ReadOnlySpan<char> TextOf(int line) => _content.AsSpan(_lines[line].ContentStart, _lines[line].Content.Length);

    /// <summary>The line on which the body begins: that of the opening, or of the letter of its part above it or above the part's title.</summary>
    private int FindBody(int opening)
    {
        var above = opening;
        for (var i = 0; i < 2; i++)
        {
            above = PrecedingLine(above);
            if (above >= 0 && TextOf(above) is [>= 'A' and <= 'Z'])
            {
                return above;
            }
        }

        return opening;
    }

    private int PrecedingLine(int line)
    {
        do
        {
            line--;
        }
        while (line >= 0 && _lines[line].Role != LineRole.Body);

        return line;
    }

    /// <summary>
    /// The line on which the masthead begins: the first of all, but on a page of a bound volume the one below the last
    /// paragraph or the closing of the resolution before.
    /// </summary>
    private int FindMasthead(int body)
    {
        var last = -1;
        var masthead = 0;
        for (var i = 0; i < body; i++)
        {
            if (_lines[i].Role != LineRole.Body)
            {
                continue;
            }

            var isParagraph = _lines[i].Content.Length >= ShortestParagraph && IsOfDraft(i)
                && _lines[i].Ending is not (LineEnding.Open or LineEnding.Colon);
            if (isParagraph || (last >= 0 && last + 1 == masthead && BlockFacts.IsClosing(TextOf(i), _conventions)))
            {
                masthead = i + 1;
            }

            last = i;
        }

        return masthead;
    }

    /// <summary>Reads the words and marks of all blocks and gives each its label.</summary>
    private ImmutableArray<Unit> ReadUnits(PageLayout layout, List<PageNote> notes, int firstNote)
    {
        var index = new NoteIndex(notes, _blocks.GetRange(firstNote, notes.Count).ConvertAll(note => note.Prefix + note.Label));
        _marks.EnsureCapacity(notes.Count);
        var markReader = new FootnoteMarkReader(_content, _lines, layout, _conventions, _places, index, _markup?.Marks, _diagnostics);
        var wordsReader = new WordsReader(_content, _places.Spaced, _conventions);
        var units = ImmutableArray.CreateBuilder<Unit>(_blocks.Count);
        var repeats = new Dictionary<string, int>(_blocks.Count);
        for (var i = 0; i < _blocks.Count; i++)
        {
            var block = _blocks[i];
            block.Index = i;
            FindFragments(block, _lines, _fragments);
            var fragments = CollectionsMarshal.AsSpan(_fragments);
            var first = _marks.Count;
            if (i < firstNote)
            {
                markReader.Read(fragments, block.Section == Section.Masthead, _marks);
            }

            var words = wordsReader.Read(fragments, CollectionsMarshal.AsSpan(_marks)[first..], out var marks);
            var parent = block.Parent?.Index ?? -1;
            var label = parent >= 0 ? units[parent].Label + block.Label : block.Prefix + block.Label;
            ref var repeat = ref CollectionsMarshal.GetValueRefOrAddDefault(repeats, label, out _);
            if (++repeat > 1)
            {
                label = string.Create(CultureInfo.InvariantCulture, $"{label}~{repeat}");
            }

            units.Add(new Unit(
                i,
                parent,
                block.Section,
                label,
                block.LabelSpan.IsEmpty ? null : _content.Substring(block.LabelSpan.Start, block.LabelSpan.Length),
                words,
                block.Section == Section.Masthead ? [] : marks,
                TextSpan.FromBounds(block.Start, block.End))
            {
                EmphasisLength = EmphasisOf(block, words.Span),
            });
        }

        ReportNotesWithoutMark(firstNote);
        return units.MoveToImmutable();
    }

    /// <summary>How many of a block's words the format sets in italics, from the first one on.</summary>
    private int EmphasisOf(Block block, ReadOnlySpan<char> words)
    {
        if (_markup is null)
        {
            return 0;
        }

        while (_emphasis < _markup.Emphasis.Length && _markup.Emphasis[_emphasis].Start < block.Start)
        {
            _emphasis++;
        }

        if (_emphasis == _markup.Emphasis.Length)
        {
            return 0;
        }

        var span = _markup.Emphasis[_emphasis];
        if (span.End > block.End || span.Start < block.LabelSpan.End
            || !_content.AsSpan(block.LabelSpan.End, span.Start - block.LabelSpan.End).Trim().IsEmpty)
        {
            return 0;
        }

        // White space is folded in the words; what else differs is no emphasis that can be told.
        var length = 0;
        foreach (var word in _source.Slice(span).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            length += length > 0 ? 1 : 0;
            if (!words[Math.Min(length, words.Length)..].StartsWith(word, StringComparison.Ordinal))
            {
                return 0;
            }

            length += word.Length;
        }

        return length;
    }

    private void ReportNotesWithoutMark(int firstNote)
    {
        var marked = new HashSet<string?>(_marks.Count);
        foreach (var mark in _marks)
        {
            marked.Add(mark.Note);
        }

        for (var i = firstNote; i < _blocks.Count; i++)
        {
            var note = _blocks[i];
            if (!marked.Contains(note.Prefix + note.Label))
            {
                _diagnostics.Add(Diagnostic.Create(
                    DraftDiagnostics.FootnoteWithoutMark, note.LabelSpan, _content.Substring(note.LabelSpan.Start, note.LabelSpan.Length)));
            }
        }
    }

    /// <summary>True where a text puts spaces between Han characters and the digits after them.</summary>
    private static bool IsSpaced(string content)
    {
        int with = 0, without = 0;
        var position = 0;
        while (position < content.Length)
        {
            var offset = content.AsSpan(position).IndexOfAnyInRange('0', '9');
            if (offset < 0)
            {
                break;
            }

            position += offset;
            if (position > 1)
            {
                with += content[position - 1] == ' ' && Characters.IsHan(content[position - 2]) ? 1 : 0;
                without += Characters.IsHan(content[position - 1]) ? 1 : 0;
            }

            while (position < content.Length && Characters.IsDigit(content[position]))
            {
                position++;
            }
        }

        return with >= without;
    }
}
