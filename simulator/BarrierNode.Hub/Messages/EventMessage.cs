namespace BarrierNode.Hub;

/// <summary>A numbered event. Its code may be any: an event that the hub does not understand is still kept.</summary>
internal sealed record EventMessage(long Number, long Boot, long UptimeMs, string Code, string? Lane, bool Historical)
{
    public static EventMessage Read(byte[] payload) => MessageFields.Read(payload, fields => new EventMessage(
        fields.Number("n"),
        fields.Number("boot"),
        fields.Number("upMs"),
        fields.Text("code"),
        fields.OptionalText("lane"),
        fields.Flag("hist")));
}
