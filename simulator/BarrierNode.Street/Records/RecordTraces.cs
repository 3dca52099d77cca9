using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Street.Records;

/// <summary>
/// A flight record signal by signal. Contacts, derived conditions, requests and outputs are what the node recorded; conditioned inputs, trips and
/// positions are not in a record and come from its replay.
/// </summary>
public sealed class RecordTraces
{
    private readonly List<RecordSignal> _signals = [];

    internal RecordTraces(SiteTable site, IReadOnlyList<ReplayedScan> replay)
    {
        ElapsedUs = [.. replay.Select(s => s.Recorded.ElapsedUs)];
        Pulse = [.. replay.Select(s => s.Recorded.Pulse)];
        Positions = [.. site.Lanes.Select((_, lane) => replay.Select(s => s.Positions[lane]).ToArray())];
        for (int i = 0; i < site.InputNames.Length; i++)
        {
            Add(SignalGroup.Input, site.InputNames[i], i, s => Image(site, s.Recorded));
        }

        for (int c = 0; c < GateTable.MaxConditions; c++)
        {
            if (IsUsed(site, c))
            {
                Add(SignalGroup.Condition, ConditionBit.Name(site, c), c, s => s.Inputs | s.Recorded.Derived);
            }
        }

        for (int o = 0; o < site.OutputNames.Length; o++)
        {
            Add(SignalGroup.Request, site.OutputNames[o], o, s => s.Recorded.Requests);
            Add(SignalGroup.Output, site.OutputNames[o], o, s => s.Recorded.Permitted);
        }

        for (int c = 0; c < GateTable.MaxConditions; c++)
        {
            if (((site.Gate.TripConditions >> c) & 1) != 0)
            {
                Add(SignalGroup.Trip, ConditionBit.Name(site, c), c, s => s.Trips);
            }
        }

        _signals = [.. _signals.OrderBy(s => s.Group)];

        void Add(SignalGroup group, string name, int bit, Func<ReplayedScan, long> mask) =>
            _signals.Add(new(group, name, [.. replay.Select(s => ((mask(s) >> bit) & 1) != 0)]));
    }

    /// <summary>By scan: the gap before it in microseconds, -1 for a negative one.</summary>
    public IReadOnlyList<long> ElapsedUs { get; }

    /// <summary>By scan: the permission pulse was given.</summary>
    public IReadOnlyList<bool> Pulse { get; }

    /// <summary>By lane and scan: where the controller took the lane to be.</summary>
    public IReadOnlyList<IReadOnlyList<LanePosition>> Positions { get; }

    /// <summary>Every bit that the site has, group by group, in the order of the site table.</summary>
    public IReadOnlyList<RecordSignal> Signals => _signals;

    /// <summary>The value of a bit in a scan; false when the site has no such bit.</summary>
    /// <param name="group">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="scan">Number of the scan, from 0.</param>
    public bool Is(SignalGroup group, string name, int scan) =>
        _signals.Find(s => s.Group == group && s.Name == name) is { } signal && signal.Values[scan];

    /// <summary>The contacts and the derived conditions of a scan, a mask.</summary>
    internal static long Image(SiteTable site, RecordEntry scan)
    {
        int used = (int)((1L << site.InputNames.Length) - 1);
        return Gate.Inputs((scan.Pins ^ (int)site.Gate.Words[GateTable.InvertedInputsAt]) & used) | scan.Derived;
    }

    /// <summary>Name of an output, also of one that the site does not have.</summary>
    internal static string OutputName(SiteTable site, int output) =>
        output < site.OutputNames.Length ? site.OutputNames[output] : $"output{output}";

    // A bit without a name of its own is none of this site.
    private static bool IsUsed(SiteTable site, int condition) =>
        condition < site.InputNames.Length
        || (condition >= GateTable.MaxInputs && ConditionBit.Name(site, condition) != "condition" + condition);
}
