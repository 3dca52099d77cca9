namespace BarrierNode.Hub;

/// <summary>A numbered event. Its code may be any: an event that the hub does not understand is still kept.</summary>
/// <remarks><c>After</c> names the event before it where the node has none of the numbers in between.</remarks>
internal sealed record EventMessage(long Number, long? After, long Boot, long UptimeMs, string Code, string? Lane, bool Historical)
{
    public static EventMessage Read(byte[] payload) => MessageFields.Read(payload, fields => new EventMessage(
        fields.Number("n"),
        fields.OptionalNumber("after"),
        fields.Number("boot"),
        fields.Number("upMs"),
        fields.Text("code"),
        fields.OptionalText("lane"),
        fields.Flag("hist")));
}
