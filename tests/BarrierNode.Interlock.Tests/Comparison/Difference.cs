using BarrierNode.Interlock.Tests.Specification;

namespace BarrierNode.Interlock.Tests.Comparison;

/// <summary>Compares what gate and specification say, number by number.</summary>
internal static class Difference
{
    private static readonly GateRule[] s_rules =
        [.. Enum.GetValues<Refusal>().Select(r => r == Refusal.NodeTrip ? GateRule.Trip : Enum.Parse<GateRule>(r.ToString()))];

    /// <summary>The rule of the gate that a refusal is.</summary>
    public static GateRule Rule(Refusal refusal) => s_rules[(int)refusal];

    /// <summary>After a first half: null, or what differs.</summary>
    public static string? AfterFirstHalf(int conditions, Gate gate, Past past) =>
        conditions != (int)past.InputConditions.Mask ? $"input conditions: gate {Numbers.Of((uint)conditions)}, specification {past.InputConditions}"
        : gate.Late != past.Late ? $"late: gate {gate.Late}"
        : gate.Armed != past.Armed ? $"armed: gate {gate.Armed}"
        : null;

    /// <summary>After a second half: null, or what differs.</summary>
    public static string? AfterSecondHalf(int permitted, Gate gate, Verdict verdict)
    {
        string? difference =
            Masks("permitted", permitted, verdict.Permitted) ?? Masks("permitted", gate.Permitted, verdict.Permitted)
            ?? Masks("image", gate.Conditions, verdict.Image) ?? Masks("latched", gate.Latched, verdict.Latched);
        if (difference is null && gate.MayPulse != verdict.Pulse)
        {
            difference = $"pulse: gate {gate.MayPulse}, specification {verdict.Pulse}";
        }

        for (int o = 0; difference is null && o < verdict.Refusals.Length; o++)
        {
            difference = gate.RefusedBy(o) != Rule(verdict.Refusals[o])
                ? $"rule that refuses output {o}: gate {gate.RefusedBy(o)}, specification {verdict.Refusals[o]}"
                : Masks("blocking an output", gate.Blocking(o), verdict.Blocking[o]) ?? Masks("holding an output", gate.TripsHolding(o), verdict.Holding[o]);
        }

        return difference;
    }

    /// <summary>After a reset: null, or what differs.</summary>
    public static string? AfterReset(long staying, long trips, Gate gate, Past past) =>
        Masks("latched after reset", gate.Latched, past.Latched) ?? Masks("staying latched", staying, past.Latched.Both(Numbers.Of(trips)));

    private static string? Masks(string what, long gate, Numbers specification) =>
        (ulong)gate == specification.Mask ? null : $"{what}: gate {Numbers.Of(gate)}, specification {specification}";
}
