using BarrierNode.Control;

namespace BarrierNode.Hub;

/// <summary>State of a lane.</summary>
internal sealed record StateMessage(
    long Seq, string Boot, string Position, string Mode, bool Protected, IReadOnlyList<string> BlockedBy,
    IReadOnlyList<string> LowerBlockedBy, IReadOnlyList<string> Trips, string Signal, bool Warning,
    IReadOnlyList<string> Holds)
{
    private static readonly string[] s_positions = [.. Enum.GetValues<LanePosition>().Select(Names.Of)];
    private static readonly string[] s_modes = [.. Enum.GetValues<LaneMode>().Select(Names.Of)];
    private static readonly string[] s_signals = [.. Enum.GetValues<LaneSignal>().Select(Names.Of)];

    public static StateMessage Read(byte[] payload) => MessageFields.Read(payload, fields =>
    {
        StateMessage state = new(
            fields.Number("seq"),
            fields.Boot("boot"),
            fields.OneOf("position", s_positions),
            fields.OneOf("mode", s_modes),
            fields.Flag("protected"),
            fields.Texts("blockedBy"),
            fields.Texts("lowerBlockedBy"),
            fields.Texts("trips"),
            fields.OneOf("signal", s_signals),
            fields.Flag("warning"),
            fields.OptionalTexts("holds"));
        return state.Protected && state.Position != "up"
            ? throw new MessageException($"says protected at position {state.Position}: only up is protected")
            : state;
    });
}
