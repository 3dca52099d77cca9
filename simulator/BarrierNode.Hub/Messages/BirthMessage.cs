namespace BarrierNode.Hub;

/// <summary>What a node is.</summary>
internal sealed record BirthMessage(string Boot, string Firmware, IReadOnlyList<string> Lanes)
{
    /// <summary>The version of the protocol that this hub speaks.</summary>
    public const long Schema = 1;

    public static BirthMessage Read(byte[] payload) => MessageFields.Read(payload, fields =>
    {
        long schema = fields.Number("schema");
        if (schema != Schema)
        {
            throw new MessageException($"has \"schema\":{schema}, expected {Schema}: the node and this hub need the same protocol");
        }

        IReadOnlyList<string> lanes = fields.Texts("lanes");
        if (lanes.Distinct().Count() != lanes.Count)
        {
            throw new MessageException("names a lane twice");
        }

        return new BirthMessage(fields.Boot("boot"), fields.Text("fw"), lanes);
    });
}
