using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>Off, whatever should be: no power, cut, dead. Or on.</summary>
internal sealed class ConstantSignal(bool always) : ISignalFault
{
    public bool Step(bool level, long nowUs) => always;
}
