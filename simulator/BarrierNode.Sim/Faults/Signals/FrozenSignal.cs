using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>It stays as it is when it breaks.</summary>
internal sealed class FrozenSignal : ISignalFault
{
    private bool? _level;

    public bool Step(bool level, long nowUs) => _level ??= level;
}
