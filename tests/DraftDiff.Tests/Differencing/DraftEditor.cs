using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Syntax;
using DraftDiff.Tests.Syntax;
using TokenKind = DraftDiff.Differencing.TokenKind;

namespace DraftDiff.Tests.Differencing;

/// <summary>
/// Edits a draft as drafters do and keeps account of it: paragraphs are reworded, added, taken out, moved, moved and
/// reworded, split and merged, and get footnotes. No paragraph is edited twice, so that it stays plain what became of
/// what. The same seed makes the same edits.
/// </summary>
internal sealed class DraftEditor
{
    // Past fewer, it could as well be the others that moved.
    private const int ShortestMove = 4;

    private const int ShortestPart = 10;

    // No footnote mark follows an article or a preposition.
    private const int ShortestNoun = 6;

    private readonly DraftTree _draft;
    private readonly DraftingConventions _conventions;
    private readonly ImmutableArray<DraftPiece> _strangers;
    private readonly Random _random;
    private readonly Vocabulary _vocabulary;
    private readonly bool _isHan;
    private readonly string[] _words;
    private readonly List<DraftPiece> _pieces;

    private DraftEditor(DraftTree draft, IEnumerable<DraftTree> strangers, Random random)
    {
        _draft = draft;
        _random = random;
        _conventions = DraftingConventions.For(draft.Language);
        _isHan = draft.Language == "zh";
        _vocabulary = new Vocabulary(_conventions);
        _pieces = [.. DraftPiece.Of(draft)];
        _words = [.. _pieces.SelectMany(piece => TokensOf(piece.Words)).Where(IsPlainWord).Select(token => _vocabulary.TextOf(token.Id)).Distinct()];
        _strangers = [.. strangers.SelectMany(other => DraftPiece.Of(other)).Where(piece =>
            piece.IsAlone && TokensOf(piece.Words).Count >= ShortestPart && !HoldsUnreadMark(piece.Words))];
    }

    /// <summary>
    /// Edits a draft. What is added comes from strangers, drafts of the same language on other matters, or is made up of
    /// the draft's own words.
    /// </summary>
    public static EditedDraft Edit(DraftTree draft, IReadOnlyList<DraftTree> strangers, int seed)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var editor = new DraftEditor(draft, strangers, new Random((seed * 100) + attempt));
            var old = editor._pieces.ConvertAll(piece => piece.Copy());
            editor.EditAll();
            if (editor.IsPlain())
            {
                return new EditedDraft(draft, old, editor._pieces);
            }
        }

        throw new InvalidOperationException($"Seed {seed} makes no draft of {draft.Source.Name} that can be told.");
    }

    private void EditAll()
    {
        var fresh = _pieces.OrderBy(_ => _random.Next()).ToList();
        var count = fresh.Count;
        Apply(fresh, count / 15, piece => Merge(piece, fresh));
        Apply(fresh, count / 15, Split);
        Apply(fresh, count / 4, piece => Reword(piece, heavily: _random.Next(4) == 0));
        Apply(fresh, count / 12, Delete);
        Apply(fresh, count / 15, AddFootnote);
        Apply(fresh, count / 20, Move);
        Apply(fresh, count / 20, piece => Move(piece) && Reword(piece, heavily: false));
        for (var n = _random.Next(2 + (count / 12)); n > 0; n--)
        {
            Insert();
        }
    }

    /// <summary>Tries an edit on paragraphs that were not edited yet, until up to so many of them were.</summary>
    private void Apply(List<DraftPiece> fresh, int most, Func<DraftPiece, bool> edit)
    {
        var wanted = _random.Next(1 + Math.Max(1, most));
        for (var tries = 4 * wanted; wanted > 0 && tries > 0 && fresh.Count > 0; tries--)
        {
            var piece = fresh[^1];
            fresh.RemoveAt(fresh.Count - 1);
            wanted -= edit(piece) ? 1 : 0;
        }
    }

    private bool Delete(DraftPiece piece) => piece.IsAlone && !IsNeeded(piece) && _pieces.Remove(piece);

    private bool Split(DraftPiece piece)
    {
        var text = piece.Words;
        int[] cuts = [.. Enumerable.Range(1, text.Length - 1).Where(at => EndsClause(text, at)
            && TokensOf(text[..at]).Count >= ShortestPart && TokensOf(text[at..]).Count >= ShortestPart)];
        if (!piece.IsAlone || cuts.Length == 0)
        {
            return false;
        }

        var cut = cuts[_random.Next(cuts.Length)];
        var rest = piece.Copy();
        rest.Keep(cut, text.Length);
        piece.Keep(0, cut);
        End(piece);
        if (piece.Section == Section.Preamble && !OpensPreambular(rest))
        {
            // A preambular paragraph has no number to be told by.
            rest.Replace(0, 0, OpeningFor(Section.Preamble));
        }

        rest.ChangeFirst(char.ToUpperInvariant);
        _pieces.Insert(_pieces.IndexOf(piece) + 1, rest);
        return true;
    }

    private bool Merge(DraftPiece piece, List<DraftPiece> fresh)
    {
        var at = _pieces.IndexOf(piece);
        if (at + 1 == _pieces.Count)
        {
            return false;
        }

        var next = _pieces[at + 1];
        if (!piece.IsAlone || !next.IsAlone || !fresh.Contains(next) || next.Section != piece.Section || next.Depth != piece.Depth || IsNeeded(next)
            || TokensOf(piece.Words).Count < ShortestPart || TokensOf(next.Words).Count < ShortestPart)
        {
            return false;
        }

        fresh.Remove(next);
        _pieces.Remove(next);
        next.ChangeFirst(char.ToLowerInvariant);
        var and = _draft.Language switch
        {
            "zh" => "，并",
            "ar" => "، و",
            _ => $", {_conventions.AndWords[0]} ",
        };
        piece.Append(and, next);
        return true;
    }

    private bool Move(DraftPiece piece)
    {
        if (!piece.IsAlone || piece.Depth > 0 || IsNeeded(piece))
        {
            return false;
        }

        var from = _pieces.IndexOf(piece);
        _pieces.RemoveAt(from);
        int[] places = [.. Enumerable.Range(0, _pieces.Count + 1).Where(to => Math.Abs(to - from) >= ShortestMove && IsPlaceFor(piece, to))];
        var to = places.Length == 0 ? from : places[_random.Next(places.Length)];
        _pieces.Insert(to, piece);
        piece.IsMoved = to != from;
        return piece.IsMoved;
    }

    private void Insert()
    {
        var place = _random.Next(_pieces.Count + 1);
        var section = _pieces[Math.Max(0, place - 1)].Section;
        var stranger = _strangers.IsEmpty || _random.Next(3) == 0
            ? new DraftPiece(section, 0, OpeningFor(section) + SomeWords(_random.Next(15, 60)) + "；")
            : _strangers[_random.Next(_strangers.Length)].Copy();
        stranger.Forget();
        stranger.Section = section;
        stranger.Depth = 0;
        if (IsPlaceFor(stranger, place) && (section == Section.Operative || OpensPreambular(stranger)))
        {
            End(stranger);
            _pieces.Insert(place, stranger);
        }
    }

    /// <summary>Replaces, adds and takes out words, together up to a quarter of them, or up to half.</summary>
    private bool Reword(DraftPiece piece, bool heavily)
    {
        var before = piece.Words;
        var budget = TokensOf(before).Count / (heavily ? 2 : 4);
        for (var runs = _random.Next(1, heavily ? 6 : 4); runs > 0; runs--)
        {
            var places = WordStarts(piece.Words);
            if (places.Length < 4 || budget < 1)
            {
                break;
            }

            var first = _random.Next(places.Length - 1);
            var taken = Math.Min(_random.Next(Math.Min(budget, 1 + (places.Length / 6)) + 1), places.Length - 1 - first);
            var put = taken == 0 || _random.Next(3) > 0 ? _random.Next(1, Math.Min(budget, 1 + Math.Max(3, taken)) + 1) : 0;
            var (start, end) = (places[first], places[first + taken]);
            taken = TokensOf(piece.Words[start..end]).Count;
            if (taken <= budget && !piece.Marks.Any(mark => mark.At >= start - 1 && mark.At <= end))
            {
                piece.Replace(start, end, put == 0 ? "" : SomeWords(put) + (_isHan ? "" : " "));
                budget -= taken + put;
            }
        }

        return piece.Words != before;
    }

    private bool AddFootnote(DraftPiece piece)
    {
        var text = piece.Words;
        int[] places = [.. TokensOf(text).Where(token => _isHan ? IsPlainWord(token) : token.Length >= ShortestNoun).Select(token => token.End).Where(at =>
            at + 1 < text.Length && (_isHan ? text[at] is '，' or '、' : text[at] is ' ' or ',') && !piece.Marks.Any(mark => Math.Abs(mark.At - at) < 2))];
        if (places.Length == 0 || _pieces.Exists(other => HoldsUnreadMark(other.Words)))
        {
            return false;
        }

        piece.AddMark(places[_random.Next(places.Length)], new DraftNote(string.Create(
            CultureInfo.InvariantCulture, $"A/{_random.Next(50, 79)}/{_random.Next(100, 999)}{(_isHan ? "。" : ".")}")));
        return true;
    }

    // Where a word begins that another stands before and behind.
    private int[] WordStarts(string text)
    {
        var tokens = TokensOf(text);
        var starts = new List<int>();
        for (var i = 2; i + 1 < tokens.Count; i++)
        {
            if (IsPlainWord(tokens[i]) && IsPlainWord(tokens[i - 1]) && (_isHan || text[tokens[i].Start - 1] == ' '))
            {
                starts.Add(tokens[i].Start);
            }
        }

        return [.. starts];
    }

    // No word that a number could be read with.
    private bool IsPlainWord(Token token)
    {
        var text = _vocabulary.TextOf(token.Id);
        return _isHan
            ? _vocabulary.KindOf(token.Id) == TokenKind.Ideograph && !"第段年月日条章节号附件项目至一二三四五六七八九十百千万亿零〇".Contains(text, StringComparison.Ordinal)
            : _vocabulary.KindOf(token.Id) == TokenKind.Word && text.Length > 3 && char.GetUnicodeCategory(text[0]) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter;
    }

    private string SomeWords(int count) =>
        string.Join(_isHan ? "" : " ", Enumerable.Range(0, count).Select(_ => _words[_random.Next(_words.Length)]));

    private string OpeningFor(Section section)
    {
        var openings = section == Section.Preamble ? _conventions.PreambularOpenings : _conventions.OperativeOpenings;
        return openings[_random.Next(openings.Length)] + (_isHan ? "" : " ");
    }

    // A number behind a letter or a comma is a mark where there is a note of that number.
    private static bool HoldsUnreadMark(string text) =>
        Enumerable.Range(1, text.Length - 1).Any(at => char.IsDigit(text[at]) && (char.IsLower(text[at - 1]) || text[at - 1] is ',' or ';' or '”' or '’'));

    private ArraySegment<Token> TokensOf(string text) => _vocabulary.Tokenize(text);

    private bool OpensPreambular(DraftPiece piece) => OpeningWords.ArePreambular(piece.Words, _conventions);

    // As the paragraphs of its part end, and the last one of the draft.
    private void End(DraftPiece piece) =>
        piece.Replace(piece.Words.Length - 1, piece.Words.Length, _pieces.First(other => other.Section == piece.Section && other.Depth == piece.Depth).Words[^1..]);

    private static bool EndsClause(string text, int at) => text[at - 1] is '，' || (text[at - 1] is ',' or '،' && text[at] == ' ');

    // A paragraph stands among those of its part, not between another and its subparagraphs.
    private bool IsPlaceFor(DraftPiece piece, int place)
    {
        var before = place > 0 ? _pieces[place - 1].Section : Section.Preamble;
        var after = place < _pieces.Count ? _pieces[place].Section : Section.Operative;
        return (place == _pieces.Count ? before == piece.Section : _pieces[place].Depth == 0) && (before == piece.Section || after == piece.Section);
    }

    // The last paragraph is told by its end, a subparagraph by the one before it, a part by its first paragraphs.
    private bool IsNeeded(DraftPiece piece) =>
        piece == _pieces[^1] || (piece.Depth == 0
            ? _pieces.Count(other => other.Depth == 0 && other.Section == piece.Section) < 4
            : _pieces.Count(other => other.Depth == piece.Depth) < 4 || _pieces[_pieces.IndexOf(piece) - 1].Depth < piece.Depth);

    /// <summary>True where a reader can tell the paragraphs, and only the paragraphs that moved explain the order of all.</summary>
    private bool IsPlain() =>
        !_pieces.Exists(piece => PlainDrafts.IsAmbiguous(piece.Words, _conventions)) && Stay().SetEquals(_pieces.Where(piece => !piece.IsMoved && !piece.Origins.IsEmpty));

    /// <summary>The paragraphs of the longest run that kept its order; none where there are several as long.</summary>
    private HashSet<DraftPiece> Stay()
    {
        var kept = _pieces.Where(piece => !piece.Origins.IsEmpty).ToArray();
        var length = new int[kept.Length];
        var ways = new long[kept.Length];
        var before = new int[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            (length[i], ways[i], before[i]) = (1, 1, -1);
            for (var j = 0; j < i; j++)
            {
                if (kept[j].Origins[^1] > kept[i].Origins[0] || length[j] + 1 < length[i])
                {
                    continue;
                }

                ways[i] = length[j] + 1 == length[i] ? ways[i] + ways[j] : ways[j];
                (length[i], before[i]) = (length[j] + 1, j);
            }
        }

        var longest = length.Max();
        if (Enumerable.Range(0, kept.Length).Where(i => length[i] == longest).Sum(i => ways[i]) > 1)
        {
            return [];
        }

        var stay = new HashSet<DraftPiece>();
        for (var i = Array.IndexOf(length, longest); i >= 0; i = before[i])
        {
            stay.Add(kept[i]);
        }

        return stay;
    }
}
