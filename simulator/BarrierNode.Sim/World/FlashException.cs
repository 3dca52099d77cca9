namespace BarrierNode.Sim;

/// <summary>The flash of a simulated chip could not be written.</summary>
internal sealed class FlashException(string message) : Exception(message);
