using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A relay or valve that sticks: once on, and be it later, it stays on.</summary>
internal sealed class StickingSignal : ISignalFault
{
    private bool _stuck;

    public bool Step(bool level, long nowUs) => _stuck |= level;
}
