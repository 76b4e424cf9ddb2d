namespace DraftDiff.Versioning;

/// <summary>The days that git can hold.</summary>
internal static class GitTime
{
    /// <summary>What stands before the date of an older text in the message of its commit.</summary>
    public const string DateTrailer = "Date: ";

    /// <summary>The first of them.</summary>
    public static DateOnly FirstDay { get; } = DateOnly.FromDateTime(DateTime.UnixEpoch);
}
