namespace BarrierNode.Street;

/// <summary>What a broken part makes of a signal that is on or off.</summary>
public interface ISignalFault
{
    /// <summary>Lets time pass.</summary>
    /// <param name="level">The level that a good part would give now.</param>
    /// <param name="nowUs">Virtual time of the street in microseconds; it never goes back.</param>
    /// <returns>The level that the broken part gives.</returns>
    bool Step(bool level, long nowUs);
}
