namespace BarrierNode.Hub;

/// <summary>The hub's database cannot be used. The message is a sentence for people: which file, what is wrong, what to do.</summary>
public sealed class HubStoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="cause">What was found.</param>
    public HubStoreException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
