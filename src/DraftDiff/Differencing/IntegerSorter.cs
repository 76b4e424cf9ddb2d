using System.Numerics;

namespace DraftDiff.Differencing;

/// <summary>
/// Sorts numbers that are not negative, by their digits (Knuth, The Art of Computer Programming, volume 3, 5.2.5), few ones by
/// insertion. Under native AOT the sort of .NET calls a delegate for each comparison, and took a twentieth of a comparison.
/// </summary>
internal sealed class IntegerSorter
{
    private const int Few = 48;
    private const int MostBitsOfDigit = 9;

    private readonly int[] _ends = new int[1 << MostBitsOfDigit];
    private int[] _other = [];

    /// <summary>Sorts numbers, the smallest first.</summary>
    public void Sort(Span<int> numbers)
    {
        if (numbers.Length <= Few)
        {
            Insert(numbers);
            return;
        }

        var largest = 0;
        foreach (var number in numbers)
        {
            largest = Math.Max(largest, number);
        }

        if (_other.Length < numbers.Length)
        {
            _other = new int[Math.Max(numbers.Length, _other.Length * 2)];
        }

        var from = numbers;
        var to = _other.AsSpan(0, numbers.Length);
        var isInOther = false;
        var bits = BitOperations.Log2((uint)largest) + 1;
        var digits = (bits + MostBitsOfDigit - 1) / MostBitsOfDigit;
        var bitsOfDigit = (bits + digits - 1) / digits;
        for (var digit = 0; digit < digits; digit++)
        {
            Distribute(from, to, digit * bitsOfDigit, bitsOfDigit);
            var swapped = from;
            from = to;
            to = swapped;
            isInOther = !isInOther;
        }

        if (isInOther)
        {
            from.CopyTo(numbers);
        }
    }

    /// <summary>Copies numbers in the order of one of their digits, those of equal digits in the order they have.</summary>
    private void Distribute(ReadOnlySpan<int> from, Span<int> to, int shift, int bits)
    {
        var ends = _ends.AsSpan(0, 1 << bits);
        ends.Clear();
        foreach (var number in from)
        {
            ends[DigitOf(number)]++;
        }

        for (var digit = 1; digit < ends.Length; digit++)
        {
            ends[digit] += ends[digit - 1];
        }

        for (var i = from.Length - 1; i >= 0; i--)
        {
            to[--ends[DigitOf(from[i])]] = from[i];
        }

        int DigitOf(int number) => (number >> shift) & ((1 << bits) - 1);
    }

    private static void Insert(Span<int> numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            var number = numbers[i];
            var place = i;
            for (; place > 0 && numbers[place - 1] > number; place--)
            {
                numbers[place] = numbers[place - 1];
            }

            numbers[place] = number;
        }
    }
}
