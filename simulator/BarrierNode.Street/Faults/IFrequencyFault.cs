namespace BarrierNode.Street;

/// <summary>What a broken oscillator, or what disturbs it, makes of the frequency of a loop.</summary>
public interface IFrequencyFault
{
    /// <summary>Lets time pass.</summary>
    /// <param name="hz">The frequency that a good loop would have now, in Hz.</param>
    /// <param name="us">How long it has it, in microseconds.</param>
    /// <returns>The frequency that is counted, in Hz, at least 0.</returns>
    double Step(double hz, double us);
}
