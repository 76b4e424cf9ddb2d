using System.Collections.Immutable;
using System.Text;
using DraftDiff.Diagnostics;

namespace DraftDiff.Text;

/// <summary>A text as it came: its name, every character of it, and where its lines begin.</summary>
public sealed partial class SourceText
{
    private ImmutableArray<int> _lineStarts;

    private SourceText(string name, string content, Encoding encoding, ImmutableArray<Diagnostic> diagnostics)
    {
        Name = name;
        Content = content;
        Encoding = encoding;
        Diagnostics = diagnostics;
    }

    /// <summary>What the text is called in messages: a file's name, <c>-</c> for standard input.</summary>
    public string Name { get; }

    /// <summary>Every character of the text, after decoding, nothing added and nothing left out.</summary>
    public string Content { get; }

    /// <summary>The number of UTF-16 code units.</summary>
    public int Length => Content.Length;

    /// <summary>What the text was encoded in; with a preamble where it began with a byte order mark.</summary>
    public Encoding Encoding { get; }

    /// <summary>What decoding has to say, by position.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Makes a text of characters.</summary>
    public static SourceText From(string content, string name = "") => new(name, content, Utf8Unmarked, Suspicions(content));

    /// <summary>Makes a text of characters that another format than plain text holds.</summary>
    /// <param name="content">The characters.</param>
    /// <param name="name">What the text is called in messages.</param>
    /// <param name="diagnostics">What reading the format has to say, by position.</param>
    public static SourceText From(string content, string name, ImmutableArray<Diagnostic> diagnostics) =>
        new(name, content, Utf8Unmarked, [.. Suspicions(content), .. diagnostics]);

    /// <summary>The line and column, both from 0, of a position from 0 to <see cref="Length"/>.</summary>
    public LinePosition GetLinePosition(int position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)position, (uint)Length, nameof(position));
        if (_lineStarts.IsDefault)
        {
            _lineStarts = FindLineStarts(Content);
        }

        var line = _lineStarts.BinarySearch(position);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new LinePosition(line, position - _lineStarts[line]);
    }

    /// <summary>The characters of a span.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Content.AsSpan(span.Start, span.Length);

    private static ImmutableArray<int> FindLineStarts(string content)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var position = 0; position < content.Length; position++)
        {
            var c = content[position];
            if (c == '\n' || (c == '\r' && (position + 1 == content.Length || content[position + 1] != '\n')))
            {
                starts.Add(position + 1);
            }
        }

        return starts.ToImmutable();
    }
}
