namespace BarrierNode.Interlock.Tests.Specification;

/// <summary>What the rules need to know of the scans so far. Never changes: every scan makes the next one.</summary>
internal sealed record Past(InputPast[] Inputs, OutputPast[] Outputs, PairPast[] Pairs, long[] FeedbackAgreedUs)
{
    /// <summary>Sum of all steps.</summary>
    public long NowUs { get; init; }

    /// <summary>Sum of the steps that were not late.</summary>
    public long EarnedUs { get; init; }

    public bool Late { get; init; }

    public bool Armed { get; init; }

    /// <summary>Scans in a row that count towards arming.</summary>
    public int GoodInARow { get; init; }

    public bool HadFirstHalf { get; init; }

    public bool HadAScan { get; init; }

    /// <summary>The inputs whose condition is 1.</summary>
    public Numbers InputConditions { get; init; }

    /// <summary>The fault conditions of the pairs that wait.</summary>
    public Numbers PairFaults { get; init; }

    public Numbers Image { get; init; }

    public Numbers Latched { get; init; }

    public Numbers Permitted { get; init; }

    public Numbers NeedFreshRequest { get; init; }
}

/// <summary>What one input remembers.</summary>
/// <param name="Condition">The conditioned level.</param>
/// <param name="DueUs">When the condition follows the contact, on the clock of what is earned; null when nothing is pending.</param>
internal readonly record struct InputPast(bool Condition, long? DueUs);

/// <summary>What one output remembers.</summary>
/// <param name="LastOnEarnedUs">Earned time of the last scan that began with the output permitted.</param>
/// <param name="RestedUs">Time of the last scan in which it had rested.</param>
/// <param name="RenewedUs">Time of its last renewal, if any.</param>
internal readonly record struct OutputPast(long LastOnEarnedUs, long RestedUs, long? RenewedUs);

/// <summary>What one pair of channels remembers.</summary>
/// <param name="AgreedUs">Time of the last scan in which the channels agreed.</param>
/// <param name="Waits">True while it waits for both channels to be off.</param>
internal readonly record struct PairPast(long AgreedUs, bool Waits);
