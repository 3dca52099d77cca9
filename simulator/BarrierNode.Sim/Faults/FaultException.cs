namespace BarrierNode.Sim;

/// <summary>A fault that is not to be had; the message says which are.</summary>
public sealed class FaultException(string message) : Exception(message);
