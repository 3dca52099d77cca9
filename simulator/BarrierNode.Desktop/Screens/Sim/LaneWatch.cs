using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Sim;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>What the node last said of a lane: its state, and why it does not move. It hears the reports as the node makes them, link or no link.</summary>
public sealed class LaneWatch
{
    private readonly SiteTable _table;
    private readonly int _lane;
    private readonly HashSet<string> _brokenLoops = [];
    private int _state;
    private long _trips;
    private (long Conditions, int Holds) _raise;
    private (long Conditions, int Holds) _lower;

    /// <summary>Starts to listen.</summary>
    /// <param name="station">The site.</param>
    /// <param name="lane">Number of the lane.</param>
    public LaneWatch(Station station, int lane)
    {
        _table = station.Table;
        _lane = lane;
        station.Node.Reported += Hear;

        // The city may have run before: the node tells everything again, as it does after a connect.
        station.Node.Controller.ReportAllStates();
    }

    /// <summary>The node has said something since its start.</summary>
    public bool Known { get; private set; }

    /// <summary>Where the lane is.</summary>
    public LanePosition Position => LaneState.Position(_state);

    /// <summary>How it is operated.</summary>
    public LaneMode Mode => LaneState.Mode(_state);

    /// <summary>Proven closed to vehicles.</summary>
    public bool IsProtected => LaneState.IsProtected(_state);

    /// <summary>The trips that hold the lane, by the names of the protocol.</summary>
    public IEnumerable<string> Trips => Bits(_trips, GateTable.MaxConditions).Select(bit => Names.Of(_table.Gate.TripCode(bit))).Distinct();

    /// <summary>What forbids to raise, beside trips.</summary>
    public IEnumerable<Block> AgainstRaise => Against(_raise);

    /// <summary>What forbids to lower, beside trips.</summary>
    public IEnumerable<Block> AgainstLower => Against(_lower);

    /// <summary>The loops that the node has found to be broken.</summary>
    public IReadOnlySet<string> BrokenLoops => _brokenLoops;

    /// <summary>The node lost its power: what it said is void.</summary>
    public void Forget()
    {
        Known = false;
        _brokenLoops.Clear();
    }

    private IEnumerable<Block> Against((long Conditions, int Holds) why) =>
    [
        .. Bits(why.Conditions, GateTable.MaxConditions).Select(bit => new Block(ConditionBit.Name(_table, bit), Clearing.Of(_table, bit))),
        .. Bits(why.Holds, LaneHolds.Count).Select(hold => new Block(LaneHolds.Name((LaneHold)hold), Clearing.Of((LaneHold)hold))),
    ];

    private static IEnumerable<int> Bits(long mask, int count) => Enumerable.Range(0, count).Where(bit => ((mask >> bit) & 1) != 0);

    private void Hear(NodeReport told)
    {
        if (told.Kind == ReportKind.Event && (EventCode)told.Code is EventCode.LoopFault or EventCode.LoopFaultEnded)
        {
            HearOfLoop(ConditionBit.Name(_table, told.A), (EventCode)told.Code == EventCode.LoopFault);
        }

        if (told.Lane != _lane)
        {
            return;
        }

        if (told.Kind == ReportKind.State)
        {
            Known = true;
            _state = told.A;
            _trips = told.Trips;
        }
        else if (told.Kind == ReportKind.Why)
        {
            _raise = (told.B, told.A);
            _lower = (told.C, told.Code);
        }
    }

    private void HearOfLoop(string name, bool broken)
    {
        if (broken)
        {
            _brokenLoops.Add(name);
        }
        else
        {
            _brokenLoops.Remove(name);
        }
    }
}

/// <summary>Something that forbids a move.</summary>
/// <param name="Name">Its name in the protocol.</param>
/// <param name="Who">Who can clear it, a name of <see cref="Clearing"/>.</param>
public sealed record Block(string Name, string Who);
