namespace BarrierNode.Sim;

/// <summary>Something that happened while a scenario was run.</summary>
/// <param name="AtUs">When, in microseconds of the scenario.</param>
/// <param name="What">What, for people.</param>
public sealed record TimeLineEntry(long AtUs, string What);
