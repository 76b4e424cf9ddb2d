using System.Globalization;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Formats.Tests;

/// <summary>Files that are valid but for what was changed in them: each is read or refused with a sentence, in bounded memory and time.</summary>
internal static class MutatedFiles
{
    private const int Count = 20_000;
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(10);

    /// <summary>Reads 20,000 of them. A failure names the seed of its file.</summary>
    /// <param name="mostBytes">The most that reading one of them may allocate.</param>
    /// <param name="fileOf">The file of a seed.</param>
    /// <param name="read">Reads it; a file is given with its seed.</param>
    /// <param name="checkEvery">Of how many files that are read one is looked at.</param>
    /// <param name="check">What else has to be true of that one.</param>
    public static Task AssertReadOrRefusedAsync(
        long mostBytes, Func<int, byte[]> fileOf, Func<byte[], int, DraftTree> read, int checkEvery = 20, Action<DraftTree>? check = null) =>
        Task.Run(() => Parallel.For(0, Count, seed =>
        {
            var file = fileOf(seed);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var tree = read(file, seed);
                if (seed % checkEvery == 0)
                {
                    Assert.Equal(tree.Source.Content, tree.ToFullString());
                    check?.Invoke(tree);
                }
            }
            catch (UnreadableFileException)
            {
                // Refused with a sentence.
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The file of seed {seed}: {exception}"));
            }

            var taken = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(taken < mostBytes, string.Create(CultureInfo.InvariantCulture, $"The file of seed {seed} took {taken} bytes."));
        })).WaitAsync(Watchdog);
}
