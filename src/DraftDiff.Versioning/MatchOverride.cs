using System.Diagnostics.CodeAnalysis;

namespace DraftDiff.Versioning;

/// <summary>What a person says of the match: <c>OP9=OP12</c>, the new OP9 is the old OP12, or <c>OP9=new</c>, it is none of the old ones.</summary>
/// <param name="New">The label in the new revision.</param>
/// <param name="Old">The label in the revision before; null for a new paragraph.</param>
public sealed record MatchOverride(string New, string? Old)
{
    private const string NoOther = "new";

    /// <summary>Reads one; false where the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out MatchOverride? said)
    {
        said = text.Split('=') is [{ Length: > 0 } @new, { Length: > 0 } old]
            ? new MatchOverride(@new, old == NoOther ? null : old)
            : null;
        return said is not null;
    }

    /// <summary>As it was written.</summary>
    public override string ToString() => $"{New}={Old ?? NoOther}";
}
