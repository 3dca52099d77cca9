using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The opposite: the wrong contact of the relay is wired.</summary>
internal sealed class InvertedSignal : ISignalFault
{
    public bool Step(bool level, long nowUs) => !level;
}
