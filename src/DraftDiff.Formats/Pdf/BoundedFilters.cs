using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DraftDiff.Formats.Pdf;

/// <summary>
/// The filters that compressed streams of a PDF are decoded with, each bounded: a file of some kilobytes may not fill the
/// memory. What is decoded of all streams together is bounded too, and what is damaged is counted: the library keeps of it
/// what it can and says nothing.
/// </summary>
internal sealed class BoundedFilters : IFilterProvider
{
    private const long MostDecoded = 256L * 1024 * 1024;
    private const int LongestLzw = 256 * 1024;
    private const int CopyLength = 64 * 1024;

    private readonly Dictionary<IFilter, IFilter> _bounded = [];
    private long _decoded;

    /// <summary>How many streams that were decoded are not what they were when they were compressed.</summary>
    public int Damaged { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters)
    {
        var bounded = new List<IFilter>(filters.Count);
        foreach (var filter in filters)
        {
            if (!_bounded.TryGetValue(filter, out var known))
            {
                _bounded.Add(filter, known = new BoundedFilter(filter, this));
            }

            bounded.Add(known);
        }

        return bounded;
    }

    private void Count(long length)
    {
        _decoded += length;
        if (_decoded > MostDecoded)
        {
            throw new UnreadableFileException("is a PDF that grows to more than 256 MB when it is opened; print it to a new PDF, or take another one");
        }
    }

    private sealed class BoundedFilter(IFilter filter, BoundedFilters all) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter)
            {
                Measure(input);
            }

            if (filter is LzwFilter && input.Length > LongestLzw)
            {
                all.Count(MostDecoded);
            }

            var decoded = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            all.Count(decoded.Length);
            return decoded;
        }

        /// <summary>Inflates without keeping anything, to see whether the bound is kept.</summary>
        private void Measure(Memory<byte> input)
        {
            var buffer = new byte[CopyLength];
            var length = 0L;
            try
            {
                using var stream = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
                while (stream.Read(buffer) is var read and > 0)
                {
                    length += read;
                    if (all._decoded + length > MostDecoded)
                    {
                        break;
                    }
                }
            }
            catch (InvalidDataException)
            {
                all.Damaged++;
            }

            if (all._decoded + length > MostDecoded)
            {
                all.Count(length);
            }
        }
    }
}
