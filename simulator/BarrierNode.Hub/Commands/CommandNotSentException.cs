namespace BarrierNode.Hub;

/// <summary>A command was not sent; nothing happens. The message is a sentence for the operator.</summary>
public sealed class CommandNotSentException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Why not, and what to do.</param>
    /// <param name="cause">What was found.</param>
    public CommandNotSentException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
