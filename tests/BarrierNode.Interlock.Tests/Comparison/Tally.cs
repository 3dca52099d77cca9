using System.Numerics;
using BarrierNode.Interlock.Tests.Specification;

namespace BarrierNode.Interlock.Tests.Comparison;

/// <summary>Counts what a comparison has really exercised.</summary>
internal sealed class Tally
{
    private readonly long[] _refusals = new long[Enum.GetValues<Refusal>().Length];
    private long _requested;
    private long _permitted;
    private long _pulses;
    private ulong _everPermitted;

    public long Scans { get; private set; }

    /// <summary>The outputs that were permitted at least once.</summary>
    public Numbers EverPermitted => new(_everPermitted);

    /// <summary>How often an output was refused for this reason.</summary>
    public long Of(Refusal refusal) => _refusals[(int)refusal];

    public void Count(in Step step, Verdict? verdict)
    {
        if (!step.SecondHalf || verdict is null)
        {
            return;
        }

        Scans++;
        int requests = step.Requests & ((1 << verdict.Refusals.Length) - 1);
        _requested += BitOperations.PopCount((uint)requests);
        _permitted += BitOperations.PopCount(verdict.Permitted.Mask);
        _pulses += verdict.Pulse ? 1 : 0;
        _everPermitted |= verdict.Permitted.Mask;
        foreach (Refusal refusal in verdict.Refusals)
        {
            _refusals[(int)refusal]++;
        }
    }

    /// <summary>Every rule refused, outputs were permitted often, and the pulse was given.</summary>
    public void AssertThatRulesWereUsed()
    {
        foreach (Refusal refusal in Enum.GetValues<Refusal>())
        {
            Assert.AreNotEqual(0, _refusals[(int)refusal], $"{refusal}, {this}");
        }

        Assert.IsGreaterThan(_requested / 10, _permitted, $"permitted too seldom to show anything, {this}");
        Assert.IsGreaterThan(Scans / 10, _pulses, $"pulsed too seldom to show anything, {this}");
    }

    public override string ToString() =>
        $"{Scans} scans, {_requested} requests, {_permitted} permitted, {_pulses} pulses; "
        + string.Join(", ", Enum.GetValues<Refusal>().Select(r => $"{r} {_refusals[(int)r]}"));
}
