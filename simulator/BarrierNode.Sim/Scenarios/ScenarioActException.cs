namespace BarrierNode.Sim;

/// <summary>A scenario wants to do what cannot be done at this moment.</summary>
internal sealed class ScenarioActException(string message) : Exception(message);
