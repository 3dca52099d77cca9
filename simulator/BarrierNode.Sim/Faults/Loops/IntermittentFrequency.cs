using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The oscillator works, and stands by turns.</summary>
/// <param name="failures">When it stands.</param>
internal sealed class IntermittentFrequency(Blink failures) : IFrequencyFault
{
    private double _nowUs;

    public double Step(double hz, double us)
    {
        _nowUs += us;
        return failures.Fails((long)_nowUs) ? 0 : hz;
    }
}
