namespace DraftDiff.Formats;

/// <summary>How the tracked changes of a Word file are read.</summary>
public enum TrackedChanges
{
    /// <summary>As if all had been accepted.</summary>
    Accept,

    /// <summary>As if all had been rejected.</summary>
    Reject,
}
