namespace BarrierNode.Sim;

/// <summary>What a step of a scenario expects to see, and when. Times count from the moment in which the step began to expect.</summary>
/// <param name="Facts">What is to be so, all of it at the same moment.</param>
public sealed record ScenarioExpectation(IReadOnlyList<ScenarioFact> Facts)
{
    /// <summary>The facts must not be so, all of them at the same moment. Together with <see cref="ThroughoutUs"/> only.</summary>
    public bool Never { get; init; }

    /// <summary>It is so at some moment up to this one, in microseconds; 0: now.</summary>
    public long WithinUs { get; init; }

    /// <summary>It is not so before this moment, in microseconds; 0: it may be so from the beginning.</summary>
    public long NotBeforeUs { get; init; }

    /// <summary>It is so in every scan for so long, in microseconds; 0: once is enough.</summary>
    public long ThroughoutUs { get; init; }
}
