using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>One of the two documents of a comparison: its units, and what is known of each so far.</summary>
internal sealed class Side
{
    private const int NoPartner = -1;
    private const int OutOfPlay = int.MinValue;

    private readonly ulong[] _hashes;

    // Kept side by side: of long documents they are asked all the time, in no order.
    private readonly Zone[] _zones;
    private readonly bool[] _areParagraphs;
    private readonly bool[] _haveMarks;
    private readonly int[] _lengths;
    private readonly int[] _partners;
    private readonly ArraySegment<Token>[] _tokens;
    private readonly Profile?[] _profiles;
    private readonly List<int>?[] _parts;

    public Side(ImmutableArray<Unit> units, Cost cost)
    {
        Units = units;
        _hashes = new ulong[units.Length];
        _zones = new Zone[units.Length];
        _areParagraphs = new bool[units.Length];
        _haveMarks = new bool[units.Length];
        _lengths = new int[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            _hashes[i] = TextHash.Of(unit.Words);
            _zones[i] = Zones.Of(unit.Section);
            _areParagraphs[i] = Zones.HoldsParagraphs(unit.Section);
            _haveMarks[i] = !unit.Marks.IsEmpty;
            _lengths[i] = unit.Words.Length;
            cost.Add(unit.Words.Length);
        }

        _partners = new int[units.Length];
        Array.Fill(_partners, NoPartner);
        _tokens = new ArraySegment<Token>[units.Length];
        _profiles = new Profile?[units.Length];
        _parts = new List<int>?[units.Length];
        NotesStart = units.Length;
        while (NotesStart > 0 && ZoneOf(NotesStart - 1) == Zone.Footnotes)
        {
            NotesStart--;
        }
    }

    /// <summary>The units, in reading order.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>A hash of a unit's words.</summary>
    public ulong HashOf(int index) => _hashes[index];

    /// <summary>
    /// A hash of all that a comparison looks at, by which the two sides of a comparison are told apart whichever is named
    /// first.
    /// </summary>
    public ulong HashOfAll()
    {
        var hash = TextHash.Of([]);
        for (var i = 0; i < Count; i++)
        {
            var unit = Units[i];
            hash = TextHash.Combine(hash, _hashes[i]);
            hash = TextHash.Combine(hash, (ulong)unit.Section);
            hash = TextHash.Combine(hash, (ulong)unit.Parent);
            hash = TextHash.Combine(hash, TextHash.Of(unit.Label));
            hash = TextHash.Combine(hash, TextHash.Of(unit.Printed));
            foreach (var mark in unit.Marks)
            {
                hash = TextHash.Combine(hash, (ulong)mark.At);
                hash = TextHash.Combine(hash, TextHash.Of(mark.Number));
                hash = TextHash.Combine(hash, TextHash.Of(mark.Note));
            }
        }

        return hash;
    }

    /// <summary>The index of the first footnote; the number of units where there is none.</summary>
    public int NotesStart { get; }

    /// <summary>How many units there are.</summary>
    public int Count => Units.Length;

    /// <summary>The unit of the other side that a unit is the same as or a part of; negative for none.</summary>
    public int PartnerOf(int index) => _partners[index];

    /// <summary>True where a unit has no partner and may get one.</summary>
    public bool IsFree(int index) => _partners[index] == NoPartner;

    /// <summary>
    /// The further units of the other side that a unit was split into or merged from, besides its partner; empty for most.
    /// </summary>
    public IReadOnlyList<int> PartsOf(int index) => (IReadOnlyList<int>?)_parts[index] ?? [];

    /// <summary>What a unit is recognized by; null where equal words settled it and nobody had to look.</summary>
    public Profile? ProfileOf(int index) => _profiles[index];

    /// <summary>A unit's tokens, cut when first asked for.</summary>
    public ArraySegment<Token> TokensOf(int index, Vocabulary vocabulary)
    {
        if (_profiles[index] is { } profile)
        {
            return profile.Tokens;
        }

        ref var tokens = ref _tokens[index];
        if (tokens.Array is null)
        {
            tokens = vocabulary.Tokenize(Units[index].Words);
        }

        return tokens;
    }

    /// <summary>The zone in which a unit stands.</summary>
    public Zone ZoneOf(int index) => _zones[index];

    /// <summary>How long a unit's words are, in UTF-16 code units.</summary>
    public int LengthOf(int index) => _lengths[index];

    /// <summary>True for a unit with footnote marks.</summary>
    public bool HasMarks(int index) => _haveMarks[index];

    /// <summary>True for a unit whose words say something, as those of headings and closing lines do not.</summary>
    public bool IsParagraph(int index) => _areParagraphs[index];

    /// <summary>Reads a unit's words, unless that was done.</summary>
    public void Read(int index, ParagraphComparer comparer) =>
        _profiles[index] ??= comparer.Read(Units[index].Words);

    /// <summary>Keeps a free unit from ever having a partner.</summary>
    internal void SetAside(int index) => _partners[index] = OutOfPlay;

    internal void SetPartner(int index, int partner) => _partners[index] = partner;

    internal void AddPart(int index, int part) => (_parts[index] ??= []).Add(part);
}
