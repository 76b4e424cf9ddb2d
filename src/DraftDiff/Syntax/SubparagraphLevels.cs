using DraftDiff.Languages;

namespace DraftDiff.Syntax;

/// <summary>
/// Follows the letters under one paragraph: <c>(a)</c>, under it <c>(i)</c>, and tells a letter i from a roman one by
/// which is due.
/// </summary>
internal sealed class SubparagraphLevels(DraftingConventions conventions)
{
    private static readonly Numbering[] Kinds =
        [Numbering.Letters, Numbering.Roman, Numbering.Numbers, Numbering.DottedLetters, Numbering.DottedRoman];

    private readonly Stack<Level> _levels = new();
    private Level _entering;

    private enum Numbering
    {
        Letters,
        Roman,
        Numbers,
        DottedLetters,
        DottedRoman,
        Dashes,
    }

    /// <summary>True where no level is open.</summary>
    public bool IsEmpty => _levels.Count == 0;

    /// <summary>Begins anew under another paragraph.</summary>
    public void Restart() => _levels.Clear();

    /// <summary>True where a label goes on with a level that is open or begins one.</summary>
    public bool IsDue(string inner) => TryFind(inner, out _, out _);

    /// <summary>True where a label is due or is the first of its kind, with which another list begins.</summary>
    public bool MayStand(string inner)
    {
        if (IsDue(inner))
        {
            return true;
        }

        foreach (var candidate in Kinds)
        {
            if (ValueOf(inner, candidate) == 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a label that a paragraph prints.</summary>
    /// <param name="inner">The label without brackets.</param>
    /// <param name="label">Its canonical form, <c>(a)</c> or <c>(i)</c>.</param>
    /// <param name="parent">The subparagraph it stands under; null under the paragraph itself.</param>
    /// <param name="follows">The canonical label it goes on from where others are missing between them; null elsewhere.</param>
    /// <returns>False where the label is no letter, roman number or number, or prints a full stop and is not due.</returns>
    public bool TryEnter(string inner, out string label, out Block? parent, out string? follows)
    {
        label = "";
        parent = null;
        follows = null;
        if (!TryFind(inner, out var numbering, out var value) && (IsDotted(inner) || !TryFindBeyondGap(inner, out numbering, out value)))
        {
            return false;
        }

        if (IsOpen(numbering))
        {
            while (_levels.Peek().Numbering != numbering)
            {
                _levels.Pop();
            }

            var last = _levels.Pop();
            follows = value == last.Value + 1 ? null : Canonical(numbering, last.Value);
        }

        parent = _levels.TryPeek(out var above) ? above.Block : null;
        _entering = new Level(numbering, value, null);
        label = Canonical(numbering, value);
        return true;
    }

    /// <summary>True where a label goes on with a level that is open.</summary>
    public bool GoesOn(string inner)
    {
        foreach (var level in _levels)
        {
            if (ValueOf(inner, level.Numbering) == level.Value + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a dash: dashes stand under whatever is open, and are counted.</summary>
    /// <param name="label">Its canonical form, <c>-1</c>.</param>
    /// <param name="parent">The subparagraph it stands under; null under the paragraph itself.</param>
    public void EnterDash(out string label, out Block? parent)
    {
        var count = _levels.TryPeek(out var above) && above.Numbering == Numbering.Dashes ? _levels.Pop().Value + 1 : 1;
        parent = _levels.TryPeek(out above) ? above.Block : null;
        label = Canonical(Numbering.Dashes, count);
        _entering = new Level(Numbering.Dashes, count, null);
    }

    /// <summary>Remembers the block made of the label that was entered last.</summary>
    public void Entered(Block block) => _levels.Push(_entering with { Block = block });

    private bool TryFind(string inner, out Numbering numbering, out int value)
    {
        // What goes on with an open level comes first, the deepest before the others; then what begins a level.
        foreach (var level in _levels)
        {
            numbering = level.Numbering;
            value = ValueOf(inner, numbering);
            if (value == level.Value + 1)
            {
                return true;
            }
        }

        foreach (var candidate in Kinds)
        {
            numbering = candidate;
            value = ValueOf(inner, candidate);
            if (value == 1 && !IsOpen(candidate))
            {
                return true;
            }
        }

        numbering = default;
        value = 0;
        return false;
    }

    /// <summary>A label that is not due but stands where one has to: the deepest level it can go on, else a level of its own.</summary>
    private bool TryFindBeyondGap(string inner, out Numbering numbering, out int value)
    {
        foreach (var level in _levels)
        {
            numbering = level.Numbering;
            value = ValueOf(inner, numbering);
            if (value > level.Value)
            {
                return true;
            }
        }

        foreach (var candidate in Kinds)
        {
            numbering = candidate;
            value = ValueOf(inner, candidate);
            if (value > 0)
            {
                return true;
            }
        }

        numbering = default;
        value = 0;
        return false;
    }

    private static string Canonical(Numbering numbering, int value) => numbering switch
    {
        Numbering.Letters or Numbering.DottedLetters => $"({PrintedLabel.Letter(value)})",
        Numbering.Roman or Numbering.DottedRoman => $"({PrintedLabel.Roman(value)})",
        Numbering.Numbers => FormattableString.Invariant($"({value})"),
        _ => FormattableString.Invariant($"-{value}"),
    };

    private bool IsOpen(Numbering numbering)
    {
        foreach (var level in _levels)
        {
            if (level.Numbering == numbering)
            {
                return true;
            }
        }

        return false;
    }

    private int ValueOf(string inner, Numbering numbering) => numbering switch
    {
        _ when inner.Length == 0 => 0,
        Numbering.DottedLetters => IsDotted(inner) ? ValueOf(inner[..^1], Numbering.Letters) : 0,
        Numbering.DottedRoman => IsDotted(inner) ? ValueOf(inner[..^1], Numbering.Roman) : 0,
        _ when IsDotted(inner) => 0,
        Numbering.Letters => PrintedLabel.LetterValue(inner, conventions),
        Numbering.Roman => PrintedLabel.RomanValue(inner) is > 0 and var roman ? roman : conventions.SectionOrdinals.IndexOf(inner) + 1,
        Numbering.Numbers => PrintedLabel.NumberOf(inner),
        _ => 0,
    };

    /// <summary>True for <c>a.</c>, which may be an abbreviation where it is not due.</summary>
    private static bool IsDotted(string inner) => inner is [_, .., '.'];

    private readonly record struct Level(Numbering Numbering, int Value, Block? Block);
}
