namespace BarrierNode.Hub;

/// <summary>A page of a flight record.</summary>
/// <remarks><c>Length</c> is that of the whole record, <c>At</c> the place of the page in it; the page lies within the record.</remarks>
internal sealed record RecordPage(string Boot, int Record, string Trip, long UptimeMs, long Missed, int Length, int At, byte[] Data)
{
    /// <summary>Longest record that a hub takes, in bytes.</summary>
    public const int MaxRecordLength = 65_536;

    public static RecordPage Read(byte[] payload) => MessageFields.Read(payload, fields =>
    {
        RecordPage page = new(
            fields.Boot("boot"),
            fields.Number("record", 1, int.MaxValue),
            fields.Name("trip"),
            fields.Number("upMs"),
            fields.Number("missed"),
            fields.Number("length", 1, MaxRecordLength),
            fields.Number("at", 0, MaxRecordLength),
            fields.Bytes("data"));
        return page.At + page.Data.Length <= page.Length
            ? page
            : throw new MessageException($"has {page.Data.Length} bytes at {page.At}, expected them within \"length\":{page.Length}");
    });
}
