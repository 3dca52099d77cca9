namespace BarrierNode.Sim;

/// <summary>Something that can fail.</summary>
/// <param name="Name">Its name at the site.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="Kinds">How it can fail.</param>
public sealed record FaultPoint(string Name, string What, IReadOnlyList<FaultKind> Kinds);
