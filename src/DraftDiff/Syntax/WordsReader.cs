using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Reads the words of blocks out of the source, those of many blocks into one buffer: white space folded, wraps joined,
/// marks and labels left out.
/// </summary>
internal sealed class WordsReader(string content, bool spaced, DraftingConventions conventions)
{
    // Few enough to waste little at the end of a long text, and so many that the collector leaves a buffer where it is.
    private const int BufferLength = 1 << 16;

    private readonly LineEndHyphens _hyphens = new(content, conventions);
    private char[] _buffer = [];
    private int _start;
    private int _length;
    private bool? _spacesPunctuation;

    /// <summary>Reads the words between the marks of a block's fragments, and gives them and where in them the marks stand.</summary>
    public ReadOnlyMemory<char> Read(ReadOnlySpan<Fragment> fragments, ReadOnlySpan<FoundMark> marks, out ImmutableArray<Mark> places)
    {
        _start = _length;
        var positions = marks.IsEmpty ? [] : new Mark[marks.Length];
        var mark = 0;

        // Where the words last copied end in the source: white space from there on decides how the next ones join.
        var last = -1;
        var line = -1;
        foreach (var fragment in fragments)
        {
            var position = fragment.Start;
            if (fragment.Line == line)
            {
                // Only a label stands within a line, behind an opening bracket or quotation mark that belongs to the next word.
                while (position < fragment.End && Characters.IsSpace(content[position]))
                {
                    position++;
                }

                last = position;
            }

            line = fragment.Line;
            while (mark < marks.Length && marks[mark].Start < fragment.End)
            {
                last = Append(position, marks[mark].Start, last);
                positions[mark] = new Mark(marks[mark].Number, marks[mark].Note, _length - _start);
                position = marks[mark].End;
                mark++;
            }

            last = Append(position, fragment.End, last);
        }

        places = ImmutableCollectionsMarshal.AsImmutableArray(mark == positions.Length ? positions : positions[..mark]);
        return _buffer.AsMemory(_start, _length - _start);
    }

    /// <summary>Copies a run of the source and gives its end, or <paramref name="last"/> where it holds no words.</summary>
    private int Append(int from, int to, int last)
    {
        while (from < to && Characters.IsSpace(content[from]))
        {
            from++;
        }

        var end = to;
        while (end > from && Characters.IsSpace(content[end - 1]))
        {
            end--;
        }

        if (from == end)
        {
            return last;
        }

        if (_length > _start && HasSpaceBetween(last, from))
        {
            if (content[last - 1] is '-' or '‐' && char.IsLetter(content[from])
                && _hyphens.IsOfLineEnd(last - 1, from, mayHang: StartsWithConjunction(from)))
            {
                _length--;
            }
            else if (NeedsSpace(last, from))
            {
                Copy(" ");
            }
        }

        var run = content.AsSpan(from, end - from);
        if (Characters.ArePlain(run) && run.IndexOf("  ", StringComparison.Ordinal) < 0)
        {
            Copy(run);
        }
        else
        {
            AppendFolded(run);
        }

        return end;
    }

    /// <summary>Copies a run of the source with its white space folded, in Normalization Form C.</summary>
    private void AppendFolded(ReadOnlySpan<char> run)
    {
        var before = _length - _start;
        while (true)
        {
            // What stands up to the next white space that is more than one space is copied as it is.
            var rare = Characters.IndexOfRareSpace(run);
            var plain = rare < 0 ? run : run[..rare];
            var spaces = plain.IndexOf("  ", StringComparison.Ordinal);
            plain = spaces < 0 ? plain : plain[..spaces];
            Copy(plain);
            run = run[plain.Length..];
            if (run.IsEmpty)
            {
                break;
            }

            var isSpaced = _buffer[_length - 1] == ' ';
            var space = 0;
            while (Characters.IsSpace(run[space]))
            {
                isSpaced |= !Characters.IsInvisible(run[space]);
                space++;
            }

            if (isSpaced && _buffer[_length - 1] != ' ')
            {
                Copy(" ");
            }

            run = run[space..];
        }

        var folded = _buffer.AsSpan((_start + before).._length);
        if (!Nfc.IsNormalized(folded))
        {
            var normalized = Nfc.Normalize(folded);
            _length = _start + before;
            Copy(normalized);
        }
    }

    private bool HasSpaceBetween(int from, int to)
    {
        for (var position = from; position < to; position++)
        {
            if (Characters.IsSpace(content[position]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How words join where a line was wrapped or a mark stood between them.</summary>
    private bool NeedsSpace(int last, int nextAt)
    {
        var before = _buffer[_length - 1];
        var next = content[nextAt];

        // A soft hyphen at the end of a line stands between halves of a word.
        if (content[last] == '\u00AD')
        {
            return false;
        }

        // No line begins with the punctuation of the one above but behind a mark.
        if (next is ',' or '.' or ';' or ':' or ')' or '،' or '؛'
            && (!Characters.IsSpace(content[nextAt - 1])
                || (content.AsSpan(last, nextAt - last).ContainsAny('\n', '\r') && !(next is ';' or ':' && (_spacesPunctuation ??= SpacesPunctuation())))))
        {
            return false;
        }

        if (Characters.IsHanPunctuation(before) || Characters.IsHanPunctuation(next))
        {
            return false;
        }

        if (Characters.IsHan(before))
        {
            return spaced && Characters.IsSpacedLetterOrDigit(next);
        }

        if (Characters.IsHan(next))
        {
            return spaced && (Characters.IsSpacedLetterOrDigit(before) || before is '%');
        }

        // A hyphen, or a stroke of a symbol, that ends a line ends no word; a dash between spaces keeps them.
        if (IsDash(before))
        {
            return (_length > _start + 1 && _buffer[_length - 2] == ' ') || (char.IsLetter(next) && StartsWithConjunction(nextAt));
        }

        if (IsDash(next))
        {
            return nextAt + 1 >= content.Length || Characters.IsSpace(content[nextAt + 1]);
        }

        return before is not ('/' or '“' or '‘' or '(');
    }

    /// <summary>True where a text puts a space between a word and a semicolon, as French does.</summary>
    private bool SpacesPunctuation()
    {
        for (var at = content.IndexOf(';', StringComparison.Ordinal); at >= 0; at = content.IndexOf(';', at + 1))
        {
            if (at > 1 && content[at - 1] is ' ' or '\u00A0' or '\u202F' && char.IsLetter(content[at - 2]))
            {
                return true;
            }
        }

        return false;
    }

    private bool StartsWithConjunction(int start)
    {
        foreach (var word in conventions.Conjunctions)
        {
            var end = start + word.Length;
            if (string.CompareOrdinal(content, start, word, 0, word.Length) == 0
                && (end >= content.Length || Characters.IsSpace(content[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDash(char c) => c is '-' or '‐' or '‑' or '–' or '—';

    private void Copy(ReadOnlySpan<char> words)
    {
        if (_length + words.Length > _buffer.Length)
        {
            // The words read before stay where they are, and only those of the unit that is being read move on.
            var unit = _buffer.AsSpan(_start.._length);
            var needed = unit.Length + words.Length;
            var next = GC.AllocateUninitializedArray<char>(Math.Max(Math.Min(content.Length, BufferLength), unit.IsEmpty ? needed : 2 * needed));
            unit.CopyTo(next);
            (_buffer, _start, _length) = (next, 0, unit.Length);
        }

        words.CopyTo(_buffer.AsSpan(_length));
        _length += words.Length;
    }
}
