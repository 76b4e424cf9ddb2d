using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DraftDiff.Syntax;

/// <summary>
/// The symbol of a United Nations document, such as <c>A/C.2/72/L.39/Rev.1</c>, <c>A/RES/57/270 B</c>, <c>S/RES/2254 (2015)</c>
/// or <c>A/72/64-E/2017/12</c>, or the number of a resolution as titles and references print it, such as <c>70/130</c>.
/// Symbols are in order by organ, committee, session or year, series, number and part; a draft stands before its
/// revisions, these before its addenda.
/// </summary>
public sealed record DocumentSymbol : IComparable<DocumentSymbol>
{
    /// <summary>The length in UTF-16 code units of the longest text that is taken for a symbol.</summary>
    internal const int LongestLength = 100;

    private readonly DocumentSymbol? _base;

    internal DocumentSymbol()
    {
    }

    /// <summary>The organ: <c>A</c>, <c>S</c>, <c>A/HRC</c>, <c>A/AC.109</c>, <c>E/CN.6</c>; null where only a resolution's number is printed.</summary>
    public string? Organ { get; internal init; }

    /// <summary>The committee: <c>C.2</c>; null where the symbol names none.</summary>
    public string? Committee { get; internal init; }

    /// <summary>The session, null where the symbol names a year or neither.</summary>
    public SymbolSession? Session { get; internal init; }

    /// <summary>The year, as in <c>E/2016/L.5</c> and <c>S/RES/2254 (2015)</c>.</summary>
    public int? Year { get; internal init; }

    /// <summary>The series: <c>L</c> for documents of limited distribution, <c>RES</c> for resolutions, <c>PV</c>; null where the symbol names none.</summary>
    public string? Series { get; internal init; }

    /// <summary>The number in its series.</summary>
    public int? Number { get; internal init; }

    /// <summary>The letter of a resolution's part: B in <c>A/RES/57/270 B</c>.</summary>
    public string? Part { get; internal init; }

    /// <summary>What <c>Rev.</c> counts.</summary>
    public int? Revision { get; internal init; }

    /// <summary>What <c>Add.</c> counts.</summary>
    public int? Addendum { get; internal init; }

    /// <summary>What <c>Corr.</c> counts.</summary>
    public int? Corrigendum { get; internal init; }

    /// <summary>How many stars follow: how often the document was reissued under the same symbol.</summary>
    public int Reissues { get; internal init; }

    /// <summary>The second symbol of a document that has two: <c>E/2017/12</c> of <c>A/72/64-E/2017/12</c>.</summary>
    public DocumentSymbol? Joint { get; internal init; }

    /// <summary>The symbol without Rev., Add., Corr. and stars: that of the document's first text.</summary>
    public DocumentSymbol Base
    {
        get => _base ?? this;
        internal init => _base = value;
    }

    /// <summary>The symbol without the stars of a reissue.</summary>
    public DocumentSymbol WithoutReissues() => Reissues == 0 ? this : Parse(Text.AsSpan().TrimEnd('*'));

    /// <summary>The whole symbol in its canonical form.</summary>
    internal string Text { get; init; } = "";

    /// <summary>Parts that nothing else names, in their order.</summary>
    internal ImmutableArray<string> Rest { get; init; } = [];

    /// <summary>Reads a symbol.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is none.</exception>
    public static DocumentSymbol Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var symbol) ? symbol : throw new FormatException("The text is no document symbol.");

    /// <summary>
    /// Reads a symbol, white space around it aside; false where the whole text is none. What other languages write
    /// otherwise is taken for what it means: Cyrillic look-alikes, Arabic digits and names of letters, no-break spaces and hyphens.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out DocumentSymbol? symbol) =>
        DocumentSymbolReader.TryRead(text, out symbol);

    /// <summary>
    /// True where this is a later text of the document that <paramref name="other"/> is a text of; an addendum or a
    /// corrigendum is no text of it.
    /// </summary>
    public bool IsRevisionOf(DocumentSymbol other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Addendum is null && Corrigendum is null && other.Addendum is null && other.Corrigendum is null
            && Revision is { } revision && revision > (other.Revision ?? 0) && Base.Equals(other.Base);
    }

    /// <summary>By organ, committee, session or year, series, number and part, then Rev., Add. and Corr.</summary>
    public int CompareTo(DocumentSymbol? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = CompareNames(Organ, other.Organ);
        order = order != 0 ? order : CompareNames(Committee, other.Committee);
        order = order != 0 ? order : Nullable.Compare(Session, other.Session);
        order = order != 0 ? order : Nullable.Compare(Year, other.Year);
        order = order != 0 ? order : CompareNames(Series, other.Series);
        order = order != 0 ? order : Nullable.Compare(Number, other.Number);
        order = order != 0 ? order : CompareNames(Part, other.Part);
        for (var i = 0; order == 0 && i < Math.Max(Rest.Length, other.Rest.Length); i++)
        {
            order = CompareNames(Rest.ElementAtOrDefault(i), other.Rest.ElementAtOrDefault(i));
        }

        order = order != 0 ? order : Nullable.Compare(Revision, other.Revision);
        order = order != 0 ? order : Nullable.Compare(Addendum, other.Addendum);
        order = order != 0 ? order : Nullable.Compare(Corrigendum, other.Corrigendum);
        order = order != 0 ? order : Reissues.CompareTo(other.Reissues);
        order = order != 0 ? order : Comparer<DocumentSymbol>.Default.Compare(Joint, other.Joint);
        return order != 0 ? order : string.CompareOrdinal(Text, other.Text);
    }

    /// <summary>True for the same symbol, however it was spaced and whatever script it was typed in.</summary>
    public bool Equals(DocumentSymbol? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>
    /// The symbol as it is printed, in Latin letters: <c>A/RES/217 A (III)</c>. It is ASCII, without control
    /// characters and backslashes, and none of its parts between slashes begins or ends with a full stop.
    /// </summary>
    public override string ToString() => Text;

    /// <summary>True where the left symbol stands before the right one.</summary>
    public static bool operator <(DocumentSymbol? left, DocumentSymbol? right) => Comparer<DocumentSymbol>.Default.Compare(left, right) < 0;

    /// <summary>True where the left symbol stands behind the right one.</summary>
    public static bool operator >(DocumentSymbol? left, DocumentSymbol? right) => right < left;

    /// <summary>True where the left symbol does not stand behind the right one.</summary>
    public static bool operator <=(DocumentSymbol? left, DocumentSymbol? right) => !(right < left);

    /// <summary>True where the left symbol does not stand before the right one.</summary>
    public static bool operator >=(DocumentSymbol? left, DocumentSymbol? right) => !(left < right);

    /// <summary>Compares two names with the numbers in them as numbers: C.2 before C.10. None comes first.</summary>
    private static int CompareNames(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var (leftDigits, rightDigits) = (CountDigits(left), CountDigits(right));
            int order;
            if (leftDigits > 0 && rightDigits > 0)
            {
                var a = left[..leftDigits].TrimStart('0');
                var b = right[..rightDigits].TrimStart('0');
                order = a.Length != b.Length ? a.Length - b.Length : a.SequenceCompareTo(b);
            }
            else
            {
                (leftDigits, rightDigits) = (1, 1);
                order = left[0] - right[0];
            }

            if (order != 0)
            {
                return order;
            }

            left = left[leftDigits..];
            right = right[rightDigits..];
        }

        return left.Length - right.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}

/// <summary>What kind of session one is.</summary>
public enum SessionKind
{
    /// <summary>A regular session: 72.</summary>
    Regular,

    /// <summary>A special session: S-13.</summary>
    Special,

    /// <summary>An emergency special session: ES-8.</summary>
    EmergencySpecial,
}

/// <summary>A session as a symbol names it. Regular sessions come first.</summary>
/// <param name="Kind">Which kind of session it is.</param>
/// <param name="Number">Its number among those of its kind.</param>
public readonly record struct SymbolSession(SessionKind Kind, int Number) : IComparable<SymbolSession>
{
    /// <inheritdoc/>
    public int CompareTo(SymbolSession other) => (Kind, Number).CompareTo((other.Kind, other.Number));

    /// <summary>True where the left session stands before the right one.</summary>
    public static bool operator <(SymbolSession left, SymbolSession right) => left.CompareTo(right) < 0;

    /// <summary>True where the left session stands behind the right one.</summary>
    public static bool operator >(SymbolSession left, SymbolSession right) => left.CompareTo(right) > 0;

    /// <summary>True where the left session does not stand behind the right one.</summary>
    public static bool operator <=(SymbolSession left, SymbolSession right) => left.CompareTo(right) <= 0;

    /// <summary>True where the left session does not stand before the right one.</summary>
    public static bool operator >=(SymbolSession left, SymbolSession right) => left.CompareTo(right) >= 0;
}
