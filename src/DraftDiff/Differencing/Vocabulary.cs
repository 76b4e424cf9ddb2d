using System.Runtime.InteropServices;
using DraftDiff.Languages;

namespace DraftDiff.Differencing;

/// <summary>A token of a unit's words.</summary>
/// <param name="Id">Its number in the <see cref="Vocabulary"/>: equal for equal tokens.</param>
/// <param name="Start">Where it starts in the words: UTF-16 code units from 0.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct Token(int Id, int Start, int Length)
{
    /// <summary>Where it ends, the character there excluded.</summary>
    public int End => Start + Length;
}

/// <summary>
/// The different tokens of both documents of a comparison, each under one number, so that a comparison compares numbers.
/// </summary>
internal sealed class Vocabulary
{
    private const int LongestSmallWord = 3;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<Entry> _entries = [];

    // The numbers of tokens of one character, plus one, in pages of 256: Han text has hardly any others.
    private readonly int[]?[] _characters = new int[256][];
    private readonly List<Token> _buffer = [];
    private readonly RunStore<Token> _tokens = new();

    private readonly DateReader _dates;

    /// <summary>Makes one for texts of a language, which tells their dates.</summary>
    public Vocabulary(DraftingConventions conventions)
    {
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _dates = new DateReader(conventions);
    }

    /// <summary>The token itself.</summary>
    public string TextOf(int id) => _entries[id].Text;

    /// <summary>What a token is.</summary>
    public TokenKind KindOf(int id) => _entries[id].Kind;

    /// <summary>True for a number, a date or a symbol.</summary>
    public bool IsFigure(Token token) => KindOf(token.Id) is TokenKind.Number or TokenKind.Symbol;

    /// <summary>True for a word so short that it says little: of, the, и, من.</summary>
    public bool IsSmallWord(Token token) => KindOf(token.Id) == TokenKind.Word && token.Length <= LongestSmallWord;

    /// <summary>The number of the same token in lower case.</summary>
    public int FoldedOf(int id) => _entries[id].Folded;

    /// <summary>The number of a token in lower case; -1 where no unit read so far has it.</summary>
    public int FoldedOf(ReadOnlySpan<char> token) => _lookup.TryGetValue(token, out var id) ? _entries[id].Folded : -1;

    /// <summary>Cuts words into tokens.</summary>
    public ArraySegment<Token> Tokenize(ReadOnlySpan<char> words)
    {
        _buffer.Clear();
        var position = 0;
        while (TryNext(words, ref position, out var start, out var kind))
        {
            _buffer.Add(new Token(IdOf(words[start..position], kind), start, position - start));
        }

        var tokens = _tokens.Take(_buffer.Count);
        CollectionsMarshal.AsSpan(_buffer).CopyTo(tokens);
        return tokens;
    }

    /// <summary>Finds the token that starts at or after a position, as <see cref="TokenChunker.TryNext"/> does, or the date.</summary>
    public bool TryNext(ReadOnlySpan<char> words, ref int position, out int start, out TokenKind kind)
    {
        if (!TokenChunker.TryNext(words, ref position, out start, out kind))
        {
            return false;
        }

        if (kind is TokenKind.Number or TokenKind.Word && _dates.TryRead(words, start, out var end) && end > position)
        {
            (position, kind) = (end, TokenKind.Number);
        }

        return true;
    }

    private int IdOf(ReadOnlySpan<char> token, TokenKind kind)
    {
        if (token is not [var character])
        {
            return IdOfAny(token, kind);
        }

        ref var id = ref (_characters[character >> 8] ??= new int[256])[character & 0xFF];
        id = id > 0 ? id : IdOfAny(token, kind) + 1;
        return id - 1;
    }

    private int IdOfAny(ReadOnlySpan<char> token, TokenKind kind)
    {
        if (_lookup.TryGetValue(token, out var known))
        {
            return known;
        }

        var id = _entries.Count;
        var text = token.ToString();
        _ids.Add(text, id);
        _entries.Add(new Entry(text, kind, id));

        var folded = text.ToLowerInvariant();
        if (!string.Equals(folded, text, StringComparison.Ordinal))
        {
            var foldedId = IdOf(folded, kind);
            _entries[id] = new Entry(text, kind, foldedId);
        }

        return id;
    }

    private readonly record struct Entry(string Text, TokenKind Kind, int Folded);
}
