namespace BarrierNode.NanoHost;

/// <summary>The chip that this thread belongs to has lost its power: the thread has to end.</summary>
/// <param name="chip">Name of the chip.</param>
public sealed class ChipHaltedException(string chip) : Exception($"Chip {chip} has no power.");
