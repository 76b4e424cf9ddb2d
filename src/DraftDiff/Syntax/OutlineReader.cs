using DraftDiff.Diagnostics;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Says what each paragraph of a body is and gives it its label: preambular, operative, subparagraph, heading, part of
/// an annex or of a quoted draft. What a paragraph looks like, <see cref="BlockFacts"/> says; here its neighbours speak.
/// </summary>
internal sealed class OutlineReader
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly DraftingConventions _conventions;
    private readonly List<Diagnostic> _diagnostics;
    private readonly List<Block> _blocks;
    private readonly BlockFacts[] _facts;
    private readonly SectionHead?[] _heads;
    private readonly List<Block> _placed;
    private readonly List<OutlineScope> _scopes = [];

    /// <summary>The draft, annex or quoted draft that is read, and the stretch of it in which paragraphs are counted now.</summary>
    private OutlineScope _base;
    private OutlineScope _scope;
    private OutlineScope? _headed;
    private Quote? _quote;
    private SubparagraphLevels _levels;

    /// <summary>What subparagraphs stand under: a paragraph, or a heading with nothing but letters below it.</summary>
    private Block? _paragraph;
    private (Block? Paragraph, SubparagraphLevels Levels, LineEnding Ending) _aboveHeading;
    private Block? _last;
    private LineEnding _lastEnding;
    private bool _isPlaced;
    private int _number;
    private bool _closing;
    private int _closingLines;
    private int _annexes;
    private int _quotes;
    private int _resolutions;
    private int _unrecognized;

    private OutlineReader(
        string content, Line[] lines, List<Block> blocks, TextSpan opening, bool isDraft, string prefix, DraftingConventions conventions, List<Diagnostic> diagnostics)
    {
        _content = content;
        _lines = lines;
        _conventions = conventions;
        _diagnostics = diagnostics;
        _blocks = blocks;
        _facts = new BlockFacts[blocks.Count];
        _placed = new List<Block>(blocks.Count);
        _levels = new SubparagraphLevels(conventions);
        _isPlaced = isDraft;
        _base = _scope = Enter(new OutlineScope(prefix, null));

        var number = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            _facts[i] = BlockFacts.Of(content, lines, blocks[i], number, conventions);
            number = _facts[i].Form == BlockForm.Numbered ? _facts[i].Number : number;
        }

        FindUnknownOpenings(opening);

        _heads = SectionHeads.Find(content, lines, blocks, _facts, conventions);
    }

    /// <summary>A quoted draft that is being read: what was read around it, and whether its closing quotation mark has come.</summary>
    private sealed record Quote(OutlineScope Base, OutlineScope Scope, Block? Paragraph)
    {
        public bool IsClosed { get; set; }
    }

    /// <summary>
    /// Takes for an opening what was found as the draft's, and what stands as one does: a short line with a comma, below
    /// a heading and above a preambular paragraph.
    /// </summary>
    private void FindUnknownOpenings(TextSpan opening)
    {
        for (var i = 0; i < _blocks.Count; i++)
        {
            var isOpening = !opening.IsEmpty && _blocks[i].Start == opening.Start;
            var isLike = i > 0 && i + 1 < _blocks.Count && _facts[i].Form == BlockForm.Plain && _facts[i + 1].OpensPreambular
                && _facts[i - 1].Form is BlockForm.Heading or BlockForm.AnnexHeading
                && BlockFacts.MayBeOpening(TextOf(_blocks[i]), _conventions);
            if (isOpening || isLike)
            {
                _facts[i] = _facts[i] with { Form = BlockForm.Opening };
            }
        }
    }

    /// <summary>Places the paragraphs of a body.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="blocks">The paragraphs, in order.</param>
    /// <param name="opening">The words of the draft's opening; empty where there is none.</param>
    /// <param name="isDraft">True where they are those of a resolution; where it is false, only paragraphs that look like it are.</param>
    /// <param name="prefix">What all labels begin with.</param>
    /// <param name="conventions">The language's conventions.</param>
    /// <param name="diagnostics">Takes what there is to say.</param>
    /// <returns>The paragraphs placed: those given, of which one that prints two labels became two.</returns>
    public static List<Block> Read(
        string content,
        Line[] lines,
        List<Block> blocks,
        TextSpan opening,
        bool isDraft,
        string prefix,
        DraftingConventions conventions,
        List<Diagnostic> diagnostics)
    {
        var reader = new OutlineReader(content, lines, blocks, opening, isDraft, prefix, conventions, diagnostics);
        for (var i = 0; i < blocks.Count; i++)
        {
            reader.Place(i);
        }

        reader.Finish();
        return reader._placed;
    }

    private void Place(int index)
    {
        var block = _blocks[index];
        ref readonly var facts = ref _facts[index];
        if (_quote is { } quote && LeavesQuote(quote, facts))
        {
            LeaveQuote(quote);
        }

        switch (facts.Form)
        {
            case BlockForm.Opening:
                PlaceOpening(index);
                break;
            case BlockForm.AnnexHeading when _placed.Count > 0:
                PlaceAnnex(block);
                break;
            case BlockForm.Heading when _heads[index] is { } head && (!_closing || head.CountsAnew):
                PlaceHead(block, head);
                break;
            case BlockForm.Numbered when !_closing:
                PlaceNumbered(block, facts);
                break;
            case BlockForm.Negotiated when !_closing:
                PlaceNegotiated(block);
                break;
            case BlockForm.Lettered when !_closing && TryPlaceLetter(block, facts):
            case BlockForm.Dashed when !_closing && TryPlaceDash(block, facts):
                break;
            default:
                PlaceWords(index);
                break;
        }

        _last = block;
        _lastEnding = facts.Ending;
        if (_quote is not null)
        {
            _quote.IsClosed = BlockFacts.EndsQuoted(_content.AsSpan(block.Start, block.End - block.Start));
        }
    }

    /// <summary>The words of the draft's opening, of a quoted or annexed draft's, of another part's, or of another resolution's on the same page.</summary>
    private void PlaceOpening(int index)
    {
        var block = _blocks[index];
        var isFirst = !_placed.Exists(placed => placed.Kind == NodeKind.Opening);
        if (_facts[index].IsQuoted)
        {
            EnterQuote();
        }
        else if (_closing && _last is { Kind: NodeKind.ClosingLine } title)
        {
            _base = _scope = Enter(new OutlineScope($"R{++_resolutions}.", null));
            (title.Kind, title.Section, title.Label, title.Prefix) = (NodeKind.Title, Section.Title, "title", _scope.Prefix);
        }
        else if (!isFirst && !SectionHeads.OpensPart(_facts, _heads, index))
        {
            _scope = Enter(new OutlineScope($"{_base.Prefix}Q{++_quotes}.", _base) { IsDraft = true });
        }

        _isPlaced = true;
        _closing = false;
        _paragraph = null;
        Add(block, NodeKind.Opening, _scope.IsAnnexed ? Section.Annex : Section.Opening).Label = "opening";
    }

    private void LeaveQuote(Quote quote)
    {
        (_base, _scope, _paragraph) = (quote.Base, quote.Scope, quote.Paragraph);
        _levels = new SubparagraphLevels(_conventions);
        _quote = null;
    }

    /// <summary>Begins a quoted draft, behind another one where that was never closed: they follow each other and are not nested.</summary>
    private void EnterQuote()
    {
        if (_quote is { } open)
        {
            LeaveQuote(open);
        }

        _quote = new Quote(_base, _scope, _paragraph);
        _base = _scope = Enter(new OutlineScope($"{_scope.Prefix}Q{++_quotes}.", _scope) { IsDraft = true });
        _paragraph = null;
    }

    /// <summary>True for the first paragraph behind a quoted draft: the quotation mark was closed, or the numbers around it go on.</summary>
    private static bool LeavesQuote(Quote quote, in BlockFacts facts) =>
        !facts.IsQuoted && (quote.IsClosed || facts.Form == BlockForm.AnnexHeading
            || (facts.Form == BlockForm.Numbered && facts.Number == quote.Scope.Number + 1));

    private void PlaceAnnex(Block block)
    {
        _base = _scope = Enter(new OutlineScope($"AX{++_annexes}.", null) { IsAnnexed = true, IsDraft = false });
        _closing = false;
        PlaceHeading(block, default);
    }

    /// <summary>A heading with a numeral: where paragraphs count anew below it, labels begin with the numeral.</summary>
    private void PlaceHead(Block block, SectionHead head)
    {
        _scope = head.CountsAnew ? Enter(new OutlineScope(_base.Prefix + head.Prefix, _base)) : _base;
        _closing = false;
        PlaceHeading(block, head.Numeral);
    }

    private void PlaceHeading(Block block, TextSpan numeral)
    {
        Add(block, NodeKind.Heading, _scope.IsAnnexed ? Section.Annex : Section.Heading).Label = _scope.NextHeading();
        if (numeral.End > numeral.Start && numeral.End < block.End)
        {
            block.LabelSpan = numeral;
        }

        // Letters that go on below a heading are those from above it, and so are those that begin where a sentence has not ended.
        _aboveHeading = _paragraph is null or { Kind: NodeKind.Heading } ? default : (_paragraph, _levels, _lastEnding);
        _paragraph = block;
        _levels = new SubparagraphLevels(_conventions);
    }

    private void PlaceNumbered(Block block, in BlockFacts facts)
    {
        if (facts.IsQuoted && _quote is null)
        {
            EnterQuote();
        }

        // Numbers that begin again below a heading are those of what it heads; those that go on are of the heading before.
        if (facts.Number == 1 && _scope.Number > 0 && _last is { Kind: NodeKind.Heading } heading && heading.Prefix == _scope.Prefix)
        {
            _scope = Enter(new OutlineScope($"{_scope.Prefix}{heading.Label}.", _scope) { IsHeaded = true });
        }
        else if (_headed?.Outer == _scope && facts.Number == _headed.Number + 1 && facts.Number != _scope.Number + 1)
        {
            _scope = _headed;
        }

        // A part with a preamble of its own may count on.
        var countsOn = _scope.Number == 0 && facts.Number == _number + 1;
        if (facts.Number != _scope.Number + 1 && !countsOn)
        {
            var descriptor = facts.Number > _scope.Number ? DraftDiagnostics.NumberingGap : DraftDiagnostics.NumberingRepeat;
            _diagnostics.Add(Diagnostic.Create(descriptor, facts.Label, facts.Number, _scope.Number));
        }

        _number = facts.Number;
        _scope.AddNumbered(AddParagraph(block), facts.Number);
        block.LabelSpan = facts.Label;
        _isPlaced = true;
        SplitBehindLabel(block);
    }

    private void PlaceNegotiated(Block block)
    {
        NegotiationLabel.TryRead(_content, TextSpan.FromBounds(block.Start, Math.Min(block.End, _lines[block.FirstLine].ContentEnd)), out var label);
        if (label.IsPreambular)
        {
            _scope.AddPreambular(Add(block, NodeKind.PreambularParagraph, PreambleSection), label.Number);
            BeginParagraph(block);
        }
        else
        {
            _scope.AddNumbered(AddParagraph(block), label.Number > 0 ? label.Number : _scope.Number);
        }

        block.Label = label.Canonical;
        block.LabelSpan = label.Span;
        _isPlaced = true;
    }

    private bool TryPlaceLetter(Block block, in BlockFacts facts)
    {
        PrintedLabel.TryReadLetter(_content, facts.Label with { Length = facts.Label.Length + 1 }, out var letter);
        if (_aboveHeading.Paragraph is not null && _paragraph is { Kind: NodeKind.Heading }
            && (_aboveHeading.Levels.GoesOn(letter.Inner) || (_aboveHeading.Ending < LineEnding.Semicolon && _aboveHeading.Levels.IsDue(letter.Inner))))
        {
            (_paragraph, _levels, _) = _aboveHeading;
        }

        if (_paragraph is null || !_levels.TryEnter(letter.Inner, out var label, out var parent, out var follows))
        {
            return false;
        }

        AddSubparagraph(block, label, parent);
        block.LabelSpan = facts.Label;
        if (follows is not null)
        {
            _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.NumberingGap, block.LabelSpan, label, follows));
        }

        SplitBehindLabel(block);
        return true;
    }

    private bool TryPlaceDash(Block block, in BlockFacts facts)
    {
        if (_paragraph is null)
        {
            return false;
        }

        _levels.EnterDash(out var label, out var parent);
        AddSubparagraph(block, label, parent);
        block.LabelSpan = facts.Label;
        return true;
    }

    private void AddSubparagraph(Block block, string label, Block? parent)
    {
        var section = _paragraph!.Section == Section.Heading ? Section.Operative : _paragraph.Section;
        Add(block, NodeKind.Subparagraph, section).Label = label;
        block.Parent = parent ?? _paragraph;
        _levels.Entered(block);
    }

    /// <summary>A paragraph that prints two labels, <c>2. (a)</c>, is one without words and a subparagraph.</summary>
    private void SplitBehindLabel(Block block)
    {
        var rest = block.LabelSpan.End;
        while (rest < block.End && Characters.IsSpace(_content[rest]))
        {
            rest++;
        }

        var line = TextSpan.FromBounds(rest, Math.Max(rest, Math.Min(block.End, _lines[block.FirstLine].ContentEnd)));
        if (!PrintedLabel.TryReadLetter(_content, line, out var letter) || _levels.GoesOn(letter.Inner) || !_levels.IsDue(letter.Inner)
            || !_levels.TryEnter(letter.Inner, out var label, out var parent, out _))
        {
            return;
        }

        var inner = new Block(NodeKind.Subparagraph, block.Section, rest, block.FirstLine)
        {
            LastLine = block.LastLine,
            End = block.End,
            LabelSpan = TextSpan.FromBounds(rest, letter.End),
        };
        block.End = block.LabelSpan.End;
        block.LastLine = block.FirstLine;
        AddSubparagraph(inner, label, parent);
        SplitBehindLabel(inner);
    }

    /// <summary>A paragraph without a label: what stands before it, how it begins and how it ends say what it is.</summary>
    private void PlaceWords(int index)
    {
        var block = _blocks[index];
        ref readonly var facts = ref _facts[index];
        if (_closing || (_isPlaced && IsClosing(block)))
        {
            _closing = true;
            _scope = _base = Outermost(_scope);
            Add(block, NodeKind.ClosingLine, Section.Closing).Label = $"closing-{++_closingLines}";
        }
        else if (_isPlaced && (block.IsMarkedHeading || IsHeading(index)))
        {
            if (_scope is { IsHeaded: true, Outer: { } outer })
            {
                (_headed, _scope) = (_scope, outer);
            }

            PlaceHeading(block, default);
        }
        else if (IsFlushText(facts))
        {
            Add(block, NodeKind.FlushText, _paragraph!.Section).Label = "+";

            // A letter with no more than a heading has its words below it, and what they list.
            var isHeaded = _last is { Kind: NodeKind.Subparagraph } && _lastEnding == LineEnding.Open && !facts.IsLowerCase;
            block.Parent = isHeaded ? _last : _paragraph;
            _levels = isHeaded ? _levels : new SubparagraphLevels(_conventions);
        }
        else if (_scope.IsDraft && (facts.OpensPreambular || !_scope.IsOperative) && !IsUnnumbered(facts))
        {
            if (!_isPlaced && !facts.OpensPreambular)
            {
                _paragraph = null;
                Add(block, NodeKind.Unrecognized, Section.Unrecognized).Label = $"U{++_unrecognized}";
                return;
            }

            _isPlaced = true;
            _scope.AddPreambular(Add(block, NodeKind.PreambularParagraph, PreambleSection));
            BeginParagraph(block);
        }
        else
        {
            _scope.AddUnnumbered(AddParagraph(block));
        }
    }

    /// <summary>
    /// True for a paragraph that looks like a heading and could not be the end of the one before, and above a number for
    /// a longer one without the end of a sentence or a short one with a colon.
    /// </summary>
    private bool IsHeading(int index)
    {
        ref readonly var facts = ref _facts[index];
        var next = index + 1 < _facts.Length ? _facts[index + 1] : default;
        if (facts.Form != BlockForm.Heading)
        {
            var isShort = facts is { Ending: LineEnding.Colon, OpensOperative: false } && _scope.Number > 0
                && _blocks[index].End - _blocks[index].Start <= BlockFacts.LongestHeading;
            return facts is { Form: BlockForm.Plain, IsLowerCase: false, OpensPreambular: false } && (isShort || facts.Ending == LineEnding.Open)
                && _scope.IsOperative && next.Form == BlockForm.Numbered && next.Number == _scope.Number + 1;
        }

        return (!facts.OpensOperative || (_scope.IsOperative && next.Form != BlockForm.Lettered))
            && !(_lastEnding == LineEnding.Open && Characters.IsDigit(_content[_blocks[index].Start]));
    }

    /// <summary>True for an operative paragraph without number, among preambular paragraphs or behind them.</summary>
    private bool IsUnnumbered(in BlockFacts facts) => _scope.IsOperative
        ? facts.Ending != LineEnding.Comma
        : facts.OpensOperative && !facts.OpensPreambular && facts.Ending != LineEnding.Comma;

    /// <summary>True for words behind subparagraphs that belong to their paragraph again: they go on with its sentence.</summary>
    private bool IsFlushText(in BlockFacts facts) =>
        _last is { Kind: NodeKind.Subparagraph or NodeKind.FlushText } && _paragraph is not (null or { Kind: NodeKind.Heading })
        && (facts.IsLowerCase || (_lastEnding < LineEnding.FullStop && !facts.OpensPreambular && !facts.OpensOperative));

    private Section PreambleSection => _scope.IsAnnexed ? Section.Annex : Section.Preamble;

    private Block AddParagraph(Block block)
    {
        if (_scope.IsAnnexed)
        {
            Add(block, _scope.IsDraft ? NodeKind.OperativeParagraph : NodeKind.AnnexParagraph, Section.Annex);
        }
        else
        {
            Add(block, NodeKind.OperativeParagraph, Section.Operative);
        }

        return BeginParagraph(block);
    }

    private Block BeginParagraph(Block block)
    {
        _paragraph = block;

        // Most paragraphs have nothing lettered under them, and leave the levels as they were made.
        if (!_levels.IsEmpty || _levels == _aboveHeading.Levels)
        {
            _levels = new SubparagraphLevels(_conventions);
        }

        return block;
    }

    private Block Add(Block block, NodeKind kind, Section section)
    {
        (block.Kind, block.Section, block.Prefix) = (kind, section, _scope.Prefix);
        _placed.Add(block);
        return block;
    }

    /// <summary>The resolution that a part, section or quoted draft stands in: its closing closes all of it.</summary>
    private static OutlineScope Outermost(OutlineScope scope) => scope.Outer is { } outer ? Outermost(outer) : scope;

    private OutlineScope Enter(OutlineScope scope)
    {
        _scopes.Add(scope);
        return scope;
    }

    private void Finish()
    {
        foreach (var scope in _scopes)
        {
            scope.TurnOperative(block =>
                BlockFacts.EndingOf(_content, _lines, block) >= LineEnding.Colon && !OpeningWords.ArePreambular(TextOf(block), _conventions));
            scope.LabelUnnumbered();
        }

        foreach (var block in _placed)
        {
            if (block.Parent is { Section: Section.Operative })
            {
                block.Section = Section.Operative;
            }
        }
    }

    /// <summary>
    /// True for the meeting or the date below a full stop, or below a paragraph whose end is missing: where one ends with
    /// a semicolon, others follow.
    /// </summary>
    private bool IsClosing(Block block) =>
        (_lastEnding == LineEnding.FullStop
            || (_lastEnding == LineEnding.Open && _last is { Kind: NodeKind.OperativeParagraph or NodeKind.Subparagraph, LabelSpan.IsEmpty: false }))
        && BlockFacts.IsClosing(TextOf(block), _conventions);

    private ReadOnlySpan<char> TextOf(Block block) => _content.AsSpan(block.Start, block.End - block.Start);
}
