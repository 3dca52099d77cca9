using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>
/// A gate with four outputs: 0 raise and 1 lower (exclude each other, motion), 2 red lamp, 3 free motion output with a lease and a longest
/// time on. Input 0 must be 1 and input 1 must be 0 for raise; condition 40 trips the node, condition 41 trips outputs 0 and 1.
/// </summary>
internal sealed class GateRig
{
    public const int Raise = 1;
    public const int Lower = 2;
    public const int Red = 4;
    public const int Free = 8;
    public const int Motion = Raise | Lower | Free;
    public const long Go = 1;
    public const long Vehicle = 2;
    public const long NodeTrip = 1L << 40;
    public const long LaneTrip = 1L << 41;
    public const int PeriodUs = 20_000;
    public const long DeadTimeUs = 300_000;
    public const long MaxOnUs = 1_000_000;
    public const long RestUs = 500_000;
    public const long LeaseUs = 60_000;

    public GateRig(Func<TableBuilder, TableBuilder>? change = null, long latched = 0, int inputs = 2)
    {
        TableBuilder table = Table(inputs);
        Words = (change?.Invoke(table) ?? table).Words();
        Assert.IsNull(GateTableCheck.Fault(Words));
        Gate = new Gate(new GateTable(Words), latched);
    }

    /// <summary>The words that the gate works with.</summary>
    public long[] Words { get; }

    public Gate Gate { get; }

    public static TableBuilder Table(int inputs = 2) => new TableBuilder(inputs, 4)
        .Motion(0, 1, 3)
        .MustBeOne(0, 0)
        .MustBeZero(0, 1, 40, 41)
        .MustBeZero(1, 40, 41)
        .MustBeZero(3, 40)
        .Exclude(0, 1)
        .DeadTime(0, DeadTimeUs)
        .DeadTime(1, DeadTimeUs)
        .MaxOn(3, MaxOnUs, RestUs)
        .Lease(3, LeaseUs)
        .NodeTrip(40, TripCode.EmergencyStop)
        .Trip(41, TripCode.StrokeOverrun);

    /// <summary>One scan, every request renewed. The low half of the conditions are the pins.</summary>
    public int Scan(long conditions, int requests, long elapsedUs = PeriodUs) => Scan(conditions, requests, requests, elapsedUs);

    public int Scan(long conditions, int requests, int renewed, long elapsedUs)
    {
        Gate.Condition((int)conditions, elapsedUs);
        return Gate.Scan(conditions, requests, renewed);
    }

    /// <summary>Scans until the gate is armed and the dead time after the start is over.</summary>
    public GateRig Ready()
    {
        Idle(400_000);
        return this;
    }

    public void Idle(long timeUs)
    {
        for (long us = 0; us < timeUs; us += PeriodUs)
        {
            Scan(Go, 0);
        }
    }

    /// <summary>Asks for outputs until they are on.</summary>
    /// <returns>How long they were refused, in microseconds.</returns>
    public long RefusedForUs(int requests)
    {
        long us = 0;
        while (Scan(Go, requests) == 0)
        {
            us += PeriodUs;
            Assert.IsLessThan(GateTable.MaxTimeUs, us);
        }

        return us;
    }
}
