namespace BarrierNode.Hub;

/// <summary>Something that the hub could not use, in a sentence.</summary>
/// <param name="At">When it was noticed.</param>
/// <param name="Text">What is wrong, where, and what was expected.</param>
public sealed record HubProblem(DateTimeOffset At, string Text);
