using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Tells whether a unit got another number. Only operative paragraphs, subparagraphs and annex paragraphs have numbers of
/// their own; a number printed in another layout ("1.", "1 -", ١) is the same one.
/// </summary>
internal static class Renumbering
{
    /// <summary>True where the units have numbers on both sides, and no two of them the same one.</summary>
    public static bool Differs(ImmutableArray<Unit> old, ImmutableArray<Unit> @new)
    {
        var any = false;
        foreach (var a in old)
        {
            foreach (var b in @new)
            {
                if (IsNumbered(a) && IsNumbered(b))
                {
                    if (AreSame(a, b))
                    {
                        return false;
                    }

                    any = true;
                }
            }
        }

        return any;
    }

    private static bool AreSame(Unit old, Unit @new) =>
        LastPart(old.Label).SequenceEqual(LastPart(@new.Label))
        || SameLettersAndDigits(old.Printed, @new.Printed);

    private static bool IsNumbered(Unit unit) =>
        unit is { Section: Section.Operative or Section.Annex, Printed: not null };

    // What a label says of the unit alone: (i) of OP9(a)(i), 7ter of II.OP7ter, 9 of OP9~2.
    private static ReadOnlySpan<char> LastPart(ReadOnlySpan<char> label)
    {
        if (label.LastIndexOf('~') is > 0 and var tilde)
        {
            label = label[..tilde];
        }

        if (label.LastIndexOf('(') is >= 0 and var parenthesis)
        {
            return label[parenthesis..];
        }

        label = label[(label.LastIndexOf('.') + 1)..];
        return label[(label.IndexOfAnyInRange('0', '9') is >= 0 and var digit ? digit : 0)..];
    }

    private static bool SameLettersAndDigits(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < a.Length && !char.IsLetterOrDigit(a[i]))
            {
                i++;
            }

            while (j < b.Length && !char.IsLetterOrDigit(b[j]))
            {
                j++;
            }

            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }

            if (a[i++] != b[j++])
            {
                return false;
            }
        }
    }
}
