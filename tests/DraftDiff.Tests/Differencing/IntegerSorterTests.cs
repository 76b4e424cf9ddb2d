using CsCheck;
using DraftDiff.Differencing;
using Xunit;

namespace DraftDiff.Tests.Differencing;

public sealed class IntegerSorterTests
{
    [Fact]
    public void Numbers_come_out_in_order_whatever_their_size_and_number()
    {
        Gen.Select(Gen.Int[0, 31], Gen.Int[0, 400]).SelectMany((bits, count) => Gen.Int[0, (int)((1L << bits) - 1)].Array[count]).Sample(numbers =>
        {
            var expected = numbers.Order().ToArray();
            var sorter = new IntegerSorter();
            var (sorted, again) = (numbers.ToArray(), numbers.ToArray());

            sorter.Sort(sorted);
            sorter.Sort(again);

            Assert.Equal(expected, sorted);
            Assert.Equal(expected, again);
        });
    }
}
