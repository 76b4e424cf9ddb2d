using CsCheck;

namespace DraftDiff.Versioning.Tests;

/// <summary>Generators that the tests share.</summary>
internal static class Generate
{
    /// <summary>One of several values.</summary>
    public static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
