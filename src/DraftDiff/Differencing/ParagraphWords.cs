using System.Collections.Immutable;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>Compares the words of paragraphs that are known to be the same one.</summary>
public static class ParagraphWords
{
    /// <summary>What became of the words: joined over equal and delete the old text, over equal and insert the new one.</summary>
    public static ImmutableArray<WordEdit> Compare(string old, string @new, DraftingConventions conventions)
    {
        var vocabulary = new Vocabulary(conventions);
        var (oldPhrase, newPhrase) = (Read(old), Read(@new));
        var edits = new Readability(vocabulary).Improve(
            new WordDiffer(vocabulary, new Cost()).Compare(oldPhrase.Tokens, newPhrase.Tokens), oldPhrase.Tokens, newPhrase.Tokens, _ => false);
        return WordEdits.Of(oldPhrase, newPhrase, edits, new Consequence?[edits.Count]);

        Phrase Read(string text) =>
            Phrase.Of([new Unit(0, -1, Section.Operative, "", null, text.AsMemory(), [], default)], [vocabulary.Tokenize(text)]);
    }
}
