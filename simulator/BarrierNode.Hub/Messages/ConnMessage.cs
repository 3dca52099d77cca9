namespace BarrierNode.Hub;

/// <summary>State of a node's connection.</summary>
internal sealed record ConnMessage(string State, string Boot)
{
    private static readonly string[] s_states = ["ready", "alert", "disconnected", "lost"];

    public bool Up => State is "ready" or "alert";

    public static ConnMessage Read(byte[] payload) =>
        MessageFields.Read(payload, fields => new ConnMessage(fields.OneOf("state", s_states), fields.Boot("boot")));
}
