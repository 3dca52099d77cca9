using BarrierNode.Control;

namespace BarrierNode.Hub;

/// <summary>How far a command has come at the node. The id is empty when the node believed nothing of it.</summary>
internal sealed record AckMessage(string Id, string Stage, string? Reason, IReadOnlyList<string> BlockedBy)
{
    private static readonly string[] s_stages = [.. Enum.GetValues<AckStage>().Select(Names.Of)];

    public static AckMessage Read(byte[] payload) => MessageFields.Read(payload, fields =>
    {
        string? reason = fields.OptionalText("reason");
        return new AckMessage(
            fields.Text("id"),
            fields.OneOf("stage", s_stages),
            reason == Names.Of(RefusalReason.None) ? null : reason,
            fields.OptionalTexts("blockedBy"));
    });
}
