using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>What the reader found in a text, from which its tree is built: the blocks in the order of the units, footnotes last.</summary>
/// <param name="Lines">The lines with their roles.</param>
/// <param name="Blocks">The blocks; the unit of the same index has the words.</param>
/// <param name="Marks">The footnote marks in the order of the source.</param>
/// <param name="NoteLines">For each footnote the line at which its page's block of footnotes begins.</param>
internal sealed record SyntaxParts(
    Line[] Lines, List<Block> Blocks, List<FoundMark> Marks, ImmutableArray<int> NoteLines);

/// <summary>
/// Builds the tree over a text: walks the blocks in the order of the source and gives every character between two
/// tokens to the second one as trivia.
/// </summary>
internal sealed class TreeBuilder
{
    private readonly string _content;
    private readonly ImmutableArray<Unit> _units;
    private readonly Line[] _lines;
    private readonly List<Block> _blocks;
    private readonly List<FoundMark> _marks;
    private readonly ImmutableArray<int> _noteLines;
    private readonly List<Fragment> _fragments = [];
    private readonly int _firstNote;
    private int _note;
    private int _mark;
    private int _line;
    private int _position;

    private TreeBuilder(string content, ImmutableArray<Unit> units, SyntaxParts parts)
    {
        _content = content;
        _units = units;
        _lines = parts.Lines;
        _blocks = parts.Blocks;
        _marks = parts.Marks;
        _noteLines = parts.NoteLines;
        _firstNote = _blocks.Count - _noteLines.Length;
        _note = _firstNote;
    }

    /// <summary>Builds the tree.</summary>
    public static DraftNode Build(string content, ImmutableArray<Unit> units, SyntaxParts parts) =>
        new TreeBuilder(content, units, parts).Build();

    private DraftNode Build()
    {
        var index = 0;
        var children = BuildStretch(ref index, "");
        if (_note < _blocks.Count)
        {
            var notes = ImmutableArray.CreateBuilder<DraftNode>();
            while (_note < _blocks.Count)
            {
                notes.Add(BuildNote());
            }

            children.Add(new DraftNode(NodeKind.Footnotes, null, [], notes.ToImmutable()));
        }

        var end = MakeToken(TokenKind.EndOfFile, new TextSpan(_content.Length, 0));
        children.Add(new DraftNode(NodeKind.EndOfFile, null, [end], []));
        return new DraftNode(NodeKind.Draft, null, [], children.ToImmutable());
    }

    /// <summary>
    /// Builds what is labelled under one prefix, and in it the parts, sections, annexes and quoted drafts whose prefix
    /// goes on.
    /// </summary>
    private ImmutableArray<DraftNode>.Builder BuildStretch(ref int index, string prefix)
    {
        var nodes = ImmutableArray.CreateBuilder<DraftNode>();
        while (index < _firstNote && _blocks[index].Prefix.StartsWith(prefix, StringComparison.Ordinal))
        {
            if (_blocks[index].Prefix.Length > prefix.Length)
            {
                var name = _blocks[index].Prefix.AsSpan(prefix.Length);
                name = name[..(name.IndexOf('.') + 1)];
                nodes.Add(new DraftNode(KindOf(name), null, [], BuildStretch(ref index, $"{prefix}{name}").ToImmutable()));
            }
            else if (ContainerOf(_blocks[index]) is { } container)
            {
                var members = ImmutableArray.CreateBuilder<DraftNode>();
                while (index < _firstNote && ContainerOf(_blocks[index]) == container && _blocks[index].Prefix == prefix)
                {
                    members.Add(BuildUnit(ref index));
                }

                nodes.Add(new DraftNode(container, null, [], members.ToImmutable()));
            }
            else
            {
                nodes.Add(BuildUnit(ref index));
            }
        }

        return nodes;
    }

    /// <summary>What is labelled under a name: II. is a section, B. a part, AX1. an annex, Q1. a quoted draft, H3. what a heading heads.</summary>
    private static NodeKind KindOf(ReadOnlySpan<char> name) => name switch
    {
        ['A', 'X', ..] => NodeKind.Annex,
        ['Q', >= '0' and <= '9', ..] => NodeKind.QuotedDraft,
        ['R', >= '0' and <= '9', ..] => NodeKind.OtherResolution,
        ['H', >= '0' and <= '9', ..] => NodeKind.Section,
        _ => name.IndexOfAnyExcept("IVXL.") < 0 ? NodeKind.Section : NodeKind.Part,
    };

    private static NodeKind? ContainerOf(Block block) => block.Section switch
    {
        Section.Masthead => NodeKind.Masthead,
        Section.Preamble => NodeKind.Preamble,
        Section.Operative or Section.Heading => NodeKind.Operative,
        Section.Closing => NodeKind.Closing,
        _ => null,
    };

    private DraftNode BuildUnit(ref int index)
    {
        var block = _blocks[index];
        var unit = _units[index];
        var tokens = BuildTokens(block);
        index++;
        var children = ImmutableArray.CreateBuilder<DraftNode>();
        while (index < _firstNote && _blocks[index].Parent == block)
        {
            children.Add(BuildUnit(ref index));
        }

        return new DraftNode(block.Kind, unit, tokens, children.ToImmutable());
    }

    private DraftNode BuildNote()
    {
        var index = _note++;
        return new DraftNode(NodeKind.Footnote, _units[index], BuildTokens(_blocks[index]), []);
    }

    private ImmutableArray<DraftToken> BuildTokens(Block block)
    {
        var tokens = ImmutableArray.CreateBuilder<DraftToken>();
        // A page's footnotes are built in the middle of a paragraph, and need the list too.
        DraftParser.FindFragments(block, _lines, _fragments);
        var fragments = _fragments.ToArray();
        var labelled = block.LabelSpan.IsEmpty;
        if (fragments.Length == 0)
        {
            AddLabel();
        }

        foreach (var fragment in fragments)
        {
            // An opening bracket or quotation mark stands in front of the label.
            if (!labelled && fragment.Start >= block.LabelSpan.End)
            {
                AddLabel();
            }

            var position = fragment.Start;
            while (block.Kind != NodeKind.Footnote && _mark < _marks.Count && _marks[_mark].Start < fragment.End)
            {
                var mark = _marks[_mark++];
                AddWords(position, mark.Start);
                tokens.Add(MakeToken(TokenKind.FootnoteMark, TextSpan.FromBounds(mark.Start, mark.End)));
                position = mark.End;
            }

            AddWords(position, fragment.End);
        }

        return tokens.ToImmutable();

        void AddLabel()
        {
            if (!labelled)
            {
                tokens.Add(MakeToken(TokenKind.Label, block.LabelSpan));
                labelled = true;
            }
        }

        void AddWords(int start, int end)
        {
            while (start < end && Characters.IsSpace(_content[start]))
            {
                start++;
            }

            while (end > start && Characters.IsSpace(_content[end - 1]))
            {
                end--;
            }

            if (start < end)
            {
                tokens.Add(MakeToken(TokenKind.Words, TextSpan.FromBounds(start, end)));
            }
        }
    }

    private DraftToken MakeToken(TokenKind kind, TextSpan span)
    {
        var trivia = ImmutableArray.CreateBuilder<DraftTrivia>();
        if (_note < _blocks.Count && _blocks[_note].Start < span.Start && _blocks[_note].Start >= _position
            && kind != TokenKind.EndOfFile)
        {
            // Footnotes that stand in front of the token are a page's, and the text goes on after them.
            AddTrivia(trivia, Math.Max(_position, _lines[_noteLines[_note - _firstNote]].Start));
            var start = _position;
            var notes = ImmutableArray.CreateBuilder<DraftNode>();
            while (_note < _blocks.Count && _blocks[_note].Start < span.Start)
            {
                notes.Add(BuildNote());
            }

            trivia.Add(new DraftTrivia(TriviaKind.PageBreak, TextSpan.FromBounds(start, _position), notes.ToImmutable()));
        }

        AddTrivia(trivia, span.Start);
        _position = span.End;
        return new DraftToken(kind, span, trivia.ToImmutable());
    }

    /// <summary>Tiles the source from the position reached up to <paramref name="end"/>.</summary>
    private void AddTrivia(ImmutableArray<DraftTrivia>.Builder trivia, int end)
    {
        while (_position < end)
        {
            var next = LineTable.EndOf(_content, _lines, _line);
            while (next <= _position)
            {
                next = LineTable.EndOf(_content, _lines, ++_line);
            }

            ref readonly var line = ref _lines[_line];
            if (line.IsBlank)
            {
                Add(TriviaKind.BlankLine, next);
            }
            else if (_position < line.ContentStart)
            {
                Add(TriviaKind.Whitespace, line.ContentStart);
            }
            else if (_position >= line.ContentEnd)
            {
                Add(TriviaKind.LineWrap, next);
            }
            else if (line.Role is LineRole.Furniture or LineRole.Rule)
            {
                Add(TriviaKind.PageFurniture, line.ContentEnd);
            }
            else
            {
                var gap = TextSpan.FromBounds(_position, Math.Min(end, line.ContentEnd));
                var space = true;
                foreach (var c in _content.AsSpan(gap.Start, gap.Length))
                {
                    space &= Characters.IsSpace(c);
                }

                Add(space ? TriviaKind.Whitespace : TriviaKind.SkippedText, gap.End);
            }
        }

        void Add(TriviaKind kind, int to)
        {
            to = Math.Min(to, end);
            trivia.Add(new DraftTrivia(kind, TextSpan.FromBounds(_position, to)));
            _position = to;
        }
    }
}
