using System.Collections.Immutable;
using CsCheck;
using DraftDiff.Syntax;

namespace DraftDiff.Tests.Differencing;

/// <summary>
/// A document of some sixty paragraphs in a made-up vocabulary, a revision of it, and the edits that made the one of the
/// other: some reworded, some new, gone, moved, split and merged. The same seed gives the same documents.
/// </summary>
internal sealed class GeneratedRevision
{
    private static readonly string[] EnglishOpenings =
    [
        "Recalling its resolution", "Reaffirming the importance of", "Noting with concern", "Welcoming the progress made in",
        "Requests the Secretary-General to submit to the General Assembly", "Encourages Member States to", "Calls upon the United Nations system to",
        "Recognizes that", "Also recognizes the need to", "Expresses its deep appreciation for",
    ];

    private static readonly string[] ChineseOpenings =
        ["回顾其第", "重申", "关切地注意到", "欢迎在", "请秘书长向大会提交", "鼓励会员国", "促请联合国系统", "确认", "又确认", "表示深为赞赏"];

    private readonly Random _random;
    private readonly bool _isHan;
    private readonly string[] _vocabulary;
    private readonly List<Paragraph> _paragraphs = [];

    private GeneratedRevision(int seed, bool isHan, int paragraphs)
    {
        _random = new Random(seed);
        _isHan = isHan;
        _vocabulary = MakeVocabulary();
        for (var i = 0; i < paragraphs; i++)
        {
            _paragraphs.Add(new Paragraph([i], Words()));
        }

        OldUnits = Units(_paragraphs, out var oldLabels);
        Revise();
        NewUnits = Units(_paragraphs, out var newLabels);
        Relations = RelationsOf(oldLabels, newLabels);
    }

    /// <summary>Revisions in either script.</summary>
    public static Gen<GeneratedRevision> Any { get; } =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Bool, Gen.Int[1, 60], (seed, isHan, count) => Make(seed, isHan, count));

    /// <summary>What was written first.</summary>
    public ImmutableArray<Unit> OldUnits { get; }

    /// <summary>What became of it.</summary>
    public ImmutableArray<Unit> NewUnits { get; }

    /// <summary>The edits as relations "OP3+OP4>OP3", an inserted or deleted unit with an empty side.</summary>
    public ImmutableHashSet<string> Relations { get; }

    /// <summary>The relations whose units were taken to another place.</summary>
    public HashSet<string> Moved { get; } = [];

    public string Language => _isHan ? "zh" : "en";

    public static GeneratedRevision Make(int seed, bool isHan, int paragraphs = 60) => new(seed, isHan, paragraphs);

    public override string ToString() =>
        string.Join('\n', OldUnits.Select(unit => unit.ToString())) + "\n\n" + string.Join('\n', NewUnits.Select(unit => unit.ToString()));

    private void Revise()
    {
        // No paragraph is edited twice, so that the truth stays plain.
        var order = Enumerable.Range(0, _paragraphs.Count).OrderBy(_ => _random.Next()).Select(i => _paragraphs[i]).ToArray();
        var next = 0;
        IEnumerable<Paragraph> Some(int share)
        {
            for (var n = _random.Next(1 + (order.Length / share)); n > 0 && next < order.Length; n--)
            {
                yield return order[next++];
            }
        }

        foreach (var paragraph in Some(4))
        {
            Reword(paragraph);
        }

        foreach (var paragraph in Some(12))
        {
            _paragraphs.Remove(paragraph);
        }

        foreach (var paragraph in Some(15))
        {
            var words = paragraph.Words.Count / 2;
            var rest = new Paragraph(paragraph.Origins, paragraph.Words[words..]);
            paragraph.Words.RemoveRange(words, paragraph.Words.Count - words);
            _paragraphs.Insert(_paragraphs.IndexOf(paragraph) + 1, rest);
        }

        foreach (var paragraph in Some(15))
        {
            var after = _paragraphs.IndexOf(paragraph) + 1;
            if (after < _paragraphs.Count && Array.IndexOf(order, _paragraphs[after]) >= next)
            {
                paragraph.Origins = [.. paragraph.Origins, .. _paragraphs[after].Origins];
                paragraph.Words.AddRange(_paragraphs[after].Words);
                order = [.. order.Where(other => other != _paragraphs[after])];
                _paragraphs.RemoveAt(after);
            }
        }

        foreach (var paragraph in Some(20))
        {
            Move(paragraph);
            if (_random.Next(2) == 0)
            {
                Reword(paragraph);
            }
        }

        for (var n = _random.Next(1 + (_paragraphs.Count / 10)); n > 0; n--)
        {
            _paragraphs.Insert(_random.Next(_paragraphs.Count + 1), new Paragraph([], Words()));
        }
    }

    private void Move(Paragraph paragraph)
    {
        // Far enough that it is this paragraph that moved, and not the few that it passed.
        var from = _paragraphs.IndexOf(paragraph);
        var to = _random.Next(_paragraphs.Count);
        if (Math.Abs(to - from) >= 8)
        {
            _paragraphs.RemoveAt(from);
            _paragraphs.Insert(to, paragraph);
            paragraph.IsMoved = true;
        }
    }

    // Up to a quarter of the words, in a few runs, and now and then a new clause at the end.
    private void Reword(Paragraph paragraph)
    {
        for (var runs = _random.Next(1, 4); runs > 0; runs--)
        {
            var length = Math.Min(paragraph.Words.Count, _random.Next(1, 1 + Math.Max(1, paragraph.Words.Count / 12)));
            var at = _random.Next(paragraph.Words.Count - length + 1);
            paragraph.Words.RemoveRange(at, length);
            paragraph.Words.InsertRange(at, Some(_random.Next(1, length + 1)));
        }

        if (_random.Next(4) == 0)
        {
            paragraph.Words.AddRange(Some(6));
        }
    }

    private List<string> Words()
    {
        var openings = _isHan ? ChineseOpenings : EnglishOpenings;
        var opening = openings[_random.Next(openings.Length)];
        return [opening, .. Some(_random.Next(20, 60))];
    }

    // A few words are common, most are rare, as in any language.
    private IEnumerable<string> Some(int count)
    {
        for (; count > 0; count--)
        {
            yield return _vocabulary[(int)(_vocabulary.Length * Math.Pow(_random.NextDouble(), 3))];
        }
    }

    private string[] MakeVocabulary()
    {
        var words = new string[1500];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = _isHan
                ? string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (char)('一' + _random.Next(2000))))
                : string.Concat(Enumerable.Range(0, _random.Next(2, 11)).Select(_ => (char)('a' + _random.Next(26))));
        }

        return words;
    }

    private ImmutableArray<Unit> Units(List<Paragraph> paragraphs, out Dictionary<Paragraph, string> labels)
    {
        labels = [];
        var lines = new List<string>();
        foreach (var paragraph in paragraphs)
        {
            labels.Add(paragraph, $"OP{lines.Count + 1}");
            lines.Add($"OP{lines.Count + 1}: {string.Join(_isHan ? "" : " ", paragraph.Words)}{(_isHan ? "；" : ";")}");
        }

        return BareUnits.Doc(lines);
    }

    private ImmutableHashSet<string> RelationsOf(Dictionary<Paragraph, string> oldLabels, Dictionary<Paragraph, string> newLabels)
    {
        // An origin is the place of a paragraph among the old ones.
        var relations = ImmutableHashSet.CreateBuilder<string>();
        string Old(Paragraph paragraph) =>
            string.Join('+', paragraph.Origins.Select(origin => $"OP{origin + 1}"));
        foreach (var group in newLabels.GroupBy(pair => pair.Key.Origins.IsEmpty ? ">" + pair.Value : Old(pair.Key)))
        {
            var paragraph = group.First().Key;
            var relation = $"{Old(paragraph)}>{string.Join('+', group.Select(pair => pair.Value))}";
            relations.Add(relation);
            if (paragraph.IsMoved)
            {
                Moved.Add(relation);
            }
        }

        var kept = newLabels.Keys.SelectMany(paragraph => paragraph.Origins).ToHashSet();
        for (var i = 0; i < oldLabels.Count; i++)
        {
            if (!kept.Contains(i))
            {
                relations.Add($"OP{i + 1}>");
            }
        }

        return relations.ToImmutable();
    }

    private sealed class Paragraph(ImmutableArray<int> origins, List<string> words)
    {
        public ImmutableArray<int> Origins { get; set; } = origins;

        public List<string> Words { get; } = words;

        public bool IsMoved { get; set; }
    }
}
