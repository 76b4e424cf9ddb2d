namespace DraftDiff.Text;

/// <summary>A half-open range of a text: UTF-16 code units, counted from 0, <see cref="End"/> not included.</summary>
/// <param name="Start">The position of its first code unit.</param>
/// <param name="Length">How many code units it holds.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The position after the last code unit of the span.</summary>
    public int End => Start + Length;

    /// <summary>True where the span holds no code unit.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The span from <paramref name="start"/> up to and without <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>True where <paramref name="position"/> lies in the span.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>The span as <c>[start..end)</c>.</summary>
    public override string ToString() => $"[{Start}..{End})";
}
