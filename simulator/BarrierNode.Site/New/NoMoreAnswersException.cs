namespace BarrierNode.Site.New;

/// <summary>The person who was asked has ended the conversation (Ctrl-D), or the file with the answers was too short.</summary>
public sealed class NoMoreAnswersException : Exception
{
    /// <summary>Makes the exception.</summary>
    public NoMoreAnswersException()
        : base("The answers ended before the last question.")
    {
    }
}
