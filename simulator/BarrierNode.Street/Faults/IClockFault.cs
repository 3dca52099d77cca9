namespace BarrierNode.Street;

/// <summary>What a broken clock of the chip counts.</summary>
public interface IClockFault
{
    /// <summary>Lets time pass.</summary>
    /// <param name="us">How much has passed, in microseconds.</param>
    /// <returns>How much the clock has counted, in microseconds, at least 0.</returns>
    long Step(long us);
}
