namespace BarrierNode.Hub;

/// <summary>The stages of a command and their order.</summary>
internal static class CommandStages
{
    /// <summary>The hub sent it.</summary>
    public const string Sent = "sent";

    /// <summary>The node has not answered in time; it still may.</summary>
    public const string NoAnswer = "noAnswer";

    /// <summary>The link broke before it was out.</summary>
    public const string NotSent = "notSent";

    /// <summary>Height of a stage: a command only climbs. What does not climb is an old answer that came again.</summary>
    public static int Height(string stage) => stage switch
    {
        Sent or NoAnswer or NotSent => 0,
        "accepted" => 1,
        "moving" => 2,
        _ => 3,
    };
}
