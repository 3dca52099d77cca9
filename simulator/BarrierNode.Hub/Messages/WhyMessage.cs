namespace BarrierNode.Hub;

/// <summary>What holds a lane, since when, and who can clear it.</summary>
internal sealed record WhyMessage(long Seq, string Boot, WhyView View)
{
    public static WhyMessage Read(byte[] payload) => MessageFields.Read(payload, fields => new WhyMessage(
        fields.Number("seq"),
        fields.Boot("boot"),
        new WhyView(Blocks(fields, "raise"), Blocks(fields, "lower"), Blocks(fields, "automatic"), fields.Flag("whole"))));

    private static IReadOnlyList<BlockView> Blocks(MessageFields fields, string name) =>
        fields.Items(name, item => new BlockView(item.Text("name"), item.Number("sinceS"), item.Text("who")));
}
