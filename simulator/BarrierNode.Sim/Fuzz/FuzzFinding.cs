namespace BarrierNode.Sim.Fuzz;

/// <summary>A law that was broken.</summary>
/// <param name="Law">Which.</param>
/// <param name="AtUs">When, in microseconds of the city.</param>
/// <param name="What">What happened.</param>
/// <param name="LastEvents">The last events before it, one a line.</param>
public sealed record FuzzFinding(FuzzLaw Law, long AtUs, string What, IReadOnlyList<string> LastEvents);
