using BarrierNode.Interlock.Tests.Specification;

namespace BarrierNode.Interlock.Tests.Comparison;

/// <summary>A gate and the specification over the same table, given the same scans.</summary>
internal sealed class Twin
{
    private readonly InterlockSpecification _specification;

    public Twin(long[] words, long latched)
    {
        Gate = new Gate(new GateTable([.. words]), latched);
        _specification = new InterlockSpecification(Rules.Read(words));
        Past = _specification.Start(Numbers.Of(latched));
    }

    public Gate Gate { get; }

    public Past Past { get; private set; }

    /// <summary>What the last whole scan came to, by the specification.</summary>
    public Verdict? Verdict { get; private set; }

    /// <summary>Gives both a scan.</summary>
    /// <returns>Null, or the first thing in which they differ.</returns>
    public string? Do(in Step step)
    {
        string? difference = null;
        if (step.Reset != 0 && !step.ResetBetween)
        {
            difference = Reset(step.Reset);
        }

        if (step.FirstHalf)
        {
            int conditions = Gate.Condition(step.Pins, step.GapUs);
            Past = _specification.FirstHalf(Past, Numbers.Of((uint)step.Pins), step.GapUs);
            difference ??= Difference.AfterFirstHalf(conditions, Gate, Past);
        }

        if (step.Reset != 0 && step.ResetBetween)
        {
            difference ??= Reset(step.Reset);
        }

        if (step.SecondHalf)
        {
            int permitted = Gate.Scan(step.Derived, step.Requests, step.Renewed);
            (Past, Verdict) = _specification.SecondHalf(
                Past, Numbers.Of(step.Derived), Numbers.Of((uint)step.Requests), Numbers.Of((uint)step.Renewed));
            difference ??= Difference.AfterSecondHalf(permitted, Gate, Verdict);
        }

        return difference;
    }

    private string? Reset(long trips)
    {
        long staying = Gate.Reset(trips);
        Past = _specification.Reset(Past, Numbers.Of(trips));
        return Difference.AfterReset(staying, trips, Gate, Past);
    }
}
