using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>It works, and is off by turns.</summary>
/// <param name="failures">When it is off.</param>
internal sealed class IntermittentSignal(Blink failures) : ISignalFault
{
    public bool Step(bool level, long nowUs) => !failures.Fails(nowUs) && level;
}
