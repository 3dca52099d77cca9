namespace BarrierNode.Hub;

/// <summary>A sign of life.</summary>
internal sealed record BeatMessage(long Beat, string Boot, long? UptimeMs)
{
    public static BeatMessage Read(byte[] payload) =>
        MessageFields.Read(payload, fields => new BeatMessage(fields.Number("beat"), fields.Boot("boot"), fields.OptionalNumber("upMs")));
}
