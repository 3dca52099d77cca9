namespace BarrierNode.Sim;

/// <summary>The broker of the city.</summary>
internal sealed class BrokerTarget(SimBroker broker) : SwitchedTarget(s_group, "broker", "broker of the city", MeanUs, up => broker.Up = up)
{
    private const long MeanUs = 60_000_000;

    private static readonly FaultGroup s_group = new(
        "broker",
        [
            new(FaultKind.Off, "does not run, and has lost what it had retained"),
            new(FaultKind.Intermittent, "does not run for this part of the time, about once a minute", Forms.Share(20)),
        ]);
}
