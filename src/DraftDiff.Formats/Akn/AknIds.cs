using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>
/// The ids of a document's elements: an eId by the naming convention of Akoma Ntoso says where an element stands, so that it
/// changes with the numbering; a wId says which it is, and stays.
/// </summary>
internal sealed class AknIds
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 8;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _takenWorks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _works = [];

    /// <summary>Makes the ids of a draft.</summary>
    /// <param name="tree">The draft.</param>
    /// <param name="idOf">The ids that its paragraphs have; null for none.</param>
    public AknIds(DraftTree tree, Func<Unit, string?>? idOf)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var unit in tree.Units.Where(unit => unit.Section != Section.Masthead))
        {
            var known = idOf?.Invoke(unit);
            if (known is not null && !known.Any(char.IsWhiteSpace) && _takenWorks.Add(known))
            {
                _works.Add(unit.Index, known);
                continue;
            }

            ordinals[unit.Text] = ordinals.GetValueOrDefault(unit.Text) + 1;
            var id = Hash(unit.Text, ordinals[unit.Text]);
            while (!_takenWorks.Add(id))
            {
                id = Hash(unit.Text, ++ordinals[unit.Text]);
            }

            _works.Add(unit.Index, id);
        }
    }

    /// <summary>The id that a paragraph keeps; null for a field of the masthead, which is no paragraph.</summary>
    public string? WorkIdOf(Unit unit) => _works.GetValueOrDefault(unit.Index);

    /// <summary>Makes an eId for an element.</summary>
    /// <param name="parent">The eId of what it stands in; null at the top.</param>
    /// <param name="name">What the naming convention calls the element: para.</param>
    /// <param name="position">Its number or letter as printed, or what else tells it from others; null for its place among those without one.</param>
    public string Make(string? parent, string name, string? position)
    {
        var stem = parent is null ? name : $"{parent}__{name}";
        var id = position is { Length: > 0 } ? $"{stem}_{position}" : $"{stem}_{Next(stem)}";
        while (!_taken.Add(id))
        {
            id = $"{stem}_{(position is { Length: > 0 } ? position + "-" : "")}{Next(stem + position)}";
        }

        return id;
    }

    /// <summary>An eId for an element that its parent has one of: content, intro, wrapUp.</summary>
    public string MakeOnly(string? parent, string name)
    {
        var id = parent is null ? name : $"{parent}__{name}";
        return _taken.Add(id) ? id : Make(parent, name, null);
    }

    /// <summary>The letters and digits of a label: 9-2 of OP9/2, a of (a).</summary>
    public static string PositionOf(ReadOnlySpan<char> label)
    {
        var position = new StringBuilder();
        foreach (var c in label)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                position.Append(c);
            }
            else if (position.Length > 0 && position[^1] != '-')
            {
                position.Append('-');
            }
        }

        return position.ToString().TrimEnd('-');
    }

    private string Next(string stem)
    {
        _counts[stem] = _counts.GetValueOrDefault(stem) + 1;
        return _counts[stem].ToString(CultureInfo.InvariantCulture);
    }

    private static string Hash(string words, int ordinal)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{ordinal}\n{words}")));
        return string.Create(Length, hash, static (id, bytes) =>
        {
            for (var i = 0; i < id.Length; i++)
            {
                id[i] = Digits[bytes[i] % Digits.Length];
            }
        });
    }
}
