namespace BarrierNode.Sim;

/// <summary>The power of a simulated chip went in the middle of a write: nothing of its program runs after it.</summary>
internal sealed class PowerCutException() : Exception("The power went in the middle of a write.");
