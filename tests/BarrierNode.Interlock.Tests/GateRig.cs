namespace BarrierNode.Interlock.Tests;

/// <summary>
/// A gate with four outputs: 0 raise and 1 lower (one exclusion group, motion), 2 red lamp, 3 free motion output. Condition 0 must be 1 and
/// condition 1 must be 0 for raise; condition 8 trips the node, condition 9 trips outputs 0 and 1.
/// </summary>
internal sealed class GateRig
{
    public const int Raise = 1;
    public const int Lower = 2;
    public const int Red = 4;
    public const int Free = 8;
    public const long Go = 1;
    public const long Vehicle = 2;
    public const long NodeTrip = 1L << 8;
    public const long LaneTrip = 1L << 9;
    public const int PeriodUs = 20_000;

    public GateRig(Action<GateTable>? change = null, int latched = 0)
    {
        Table = new GateTable(4, 1, 2) { MotionOutputs = Raise | Lower | Free, NodeWideTrips = 1 };
        Table.MustBeOne[0] = Go;
        Table.MustBeZero[0] = Vehicle;
        Table.Group[0] = 0;
        Table.Group[1] = 0;
        Table.DeadTimeMs[0] = 300;
        Table.MaxOnMs[3] = 1000;
        Table.RestMs[3] = 500;
        Table.LeaseMs[3] = 60;
        Table.TripCondition[0] = 8;
        Table.TripLevel[0] = 1;
        Table.TripCodes[0] = (int)TripCode.EmergencyStop;
        Table.TripOutputs[0] = Raise | Lower | Free;
        Table.TripCondition[1] = 9;
        Table.TripLevel[1] = 1;
        Table.TripCodes[1] = (int)TripCode.StrokeOverrun;
        Table.TripOutputs[1] = Raise | Lower;
        change?.Invoke(Table);
        Assert.IsNull(Table.Fault());
        Gate = new Gate(Table, latched);
    }

    public GateTable Table { get; }

    public Gate Gate { get; }

    /// <summary>One scan on time, every request renewed.</summary>
    public int Scan(long conditions, int requests, long elapsedUs = PeriodUs) => Gate.Scan(conditions, requests, requests, elapsedUs);

    /// <summary>Scans until the gate is armed and the dead time after the start is over.</summary>
    public GateRig Ready()
    {
        Idle(400);
        return this;
    }

    public void Idle(int timeMs)
    {
        for (int ms = 0; ms < timeMs; ms += PeriodUs / 1000)
        {
            Scan(Go, 0);
        }
    }
}
