using System.Diagnostics.CodeAnalysis;

namespace DraftDiff.Differencing;

/// <summary>
/// What a person says of the match: <c>OP9=OP12</c>, the new OP9 is the old OP12, or <c>OP9=new</c>, it is none of the
/// old ones.
/// </summary>
/// <param name="New">The label in the new document; null for an old paragraph that is none of the new ones.</param>
/// <param name="Old">The label in the old document; null for a new paragraph that is none of the old ones.</param>
public sealed record MatchOverride(string? New, string? Old)
{
    private const string NoOther = "new";

    /// <summary>The same seen from the other document.</summary>
    public MatchOverride Inverse => new(Old, New);

    /// <summary>Reads one; false where the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MatchOverride? said)
    {
        said = text?.Split('=') is [{ Length: > 0 } @new, { Length: > 0 } old]
            ? new MatchOverride(@new, string.Equals(old, NoOther, StringComparison.OrdinalIgnoreCase) ? null : old)
            : null;
        return said is not null;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => $"{New}={Old ?? NoOther}";
}
