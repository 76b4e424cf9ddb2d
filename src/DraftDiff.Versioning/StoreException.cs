namespace DraftDiff.Versioning;

/// <summary>Something that keeps a repository from being read or written, in one sentence without a full stop that says what to do where something can be done.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public StoreException()
    {
    }

    /// <summary>Makes one with its sentence.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its sentence and what it follows from.</summary>
    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
