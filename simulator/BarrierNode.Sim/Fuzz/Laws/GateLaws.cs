using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Sim.Fuzz.Laws;

/// <summary>What the gate must never permit, judged by the site and not by the table that the gate runs.</summary>
internal sealed class GateLaws : LawBook
{
    private const int StillScans = 5;
    private const int SlackMs = 200;

    private readonly long _emergencyStop;
    private readonly long[] _raisedUs;
    private readonly long[] _loweredUs;
    private readonly long[] _strokeUs;
    private readonly long[] _redDarkUs;
    private readonly int[] _beside;
    private bool _lateBefore;

    // In the scan before: a gap may begin by a wrong clock and end by a right one.
    private bool _untimed;

    public GateLaws(FuzzWatch watch)
        : base(watch)
    {
        SiteTable table = watch.Station.Table;
        _emergencyStop = Bit(SiteNames.EmergencyStop) | Bit(SiteNames.EmergencyStop2);
        _raisedUs = new long[Lanes.Length];
        _loweredUs = new long[Lanes.Length];
        _strokeUs = new long[Lanes.Length];
        _redDarkUs = new long[Lanes.Length];
        _beside = [.. Lanes.Select(l => Array.FindIndex(Lanes, other => other.Lane.Id == l.Lane.SallyPort))];
        Restart();

        long Bit(string input) => Array.IndexOf(table.InputNames, input) is >= 0 and int bit ? 1L << bit : 0;
    }

    public override void Restart()
    {
        _lateBefore = false;
        Array.Fill(_raisedUs, long.MinValue / 2);
        Array.Fill(_loweredUs, long.MinValue / 2);
        Array.Clear(_strokeUs);
        Array.Clear(_redDarkUs);
    }

    public override void Scan()
    {
        bool late = Watch.Late && !_untimed && !Watch.Doubts.IsUntimed;
        if ((Watch.Outputs & Watch.Motion) != 0)
        {
            LookAtMotion(late);
        }

        _lateBefore = late;
        _untimed = Watch.Doubts.IsUntimed;
        for (int l = 0; l < Lanes.Length; l++)
        {
            LookAtDrives(l, Lanes[l]);
            LookAtLamps(l, Lanes[l]);
        }
    }

    private void LookAtMotion(bool late)
    {
        if (Watch.Scans <= StillScans)
        {
            Watch.Break(FuzzLaw.MoveAfterStart, -1, $"moves something in scan {Watch.Scans}");
        }
        else if (late || _lateBefore)
        {
            Watch.Break(FuzzLaw.MoveAfterLateScan, -1, $"moves something after a scan that came {Watch.StepUs / 1000} ms after the one before");
        }
        else if ((Watch.Conditions & _emergencyStop) != 0)
        {
            Watch.Break(FuzzLaw.MoveDuringEmergencyStop, -1, "moves something although the emergency stop is pressed");
        }
        else if ((Watch.Conditions & (1L << ConditionBit.Quiet)) != 0)
        {
            Watch.Break(FuzzLaw.MoveInQuietWindow, -1, "moves something in a quiet window");
        }
    }

    private void LookAtDrives(int number, LaneMasks lane)
    {
        int on = Watch.Outputs;
        long conditions = Watch.Conditions;
        bool raises = (on & (lane.Raise | lane.Valve)) != 0;
        bool lowers = (on & lane.Lower) != 0;
        if (raises && (conditions & (lane.Detectors | lane.RefusesRaise)) != 0)
        {
            Watch.Break(FuzzLaw.RaisePastSensor, number, $"is raised past {Names(conditions & (lane.Detectors | lane.RefusesRaise))}");
        }

        if ((lowers || (on & lane.Hold) != 0) && (conditions & lane.RefusesLower) != 0)
        {
            Watch.Break(FuzzLaw.LowerPastSensor, number, $"is lowered or held although {Names(conditions & lane.RefusesLower)} acts");
        }

        if (raises && lowers)
        {
            Watch.Break(FuzzLaw.BothWays, number, "is driven both ways");
        }

        LookAtSallyPort(number, lowers);
        LookAtTimes(number, lane, raises, lowers);
    }

    private void LookAtSallyPort(int number, bool lowers)
    {
        if (lowers && _beside[number] >= 0)
        {
            LaneMasks beside = Lanes[_beside[number]];
            if (!beside.IsUp(Watch.Conditions) || (Watch.Outputs & beside.Lower) != 0)
            {
                Watch.Break(FuzzLaw.SallyPort, number, $"is lowered although {beside.Lane.Id} is not proven closed");
            }
        }
    }

    // An output that is off in this scan was on until now.
    private void LookAtTimes(int number, LaneMasks lane, bool raises, bool lowers)
    {
        bool raised = (Watch.OutputsBefore & (lane.Raise | lane.Valve)) != 0;
        bool lowered = (Watch.OutputsBefore & lane.Lower) != 0;
        _raisedUs[number] = raised ? Watch.NowUs : _raisedUs[number];
        _loweredUs[number] = lowered ? Watch.NowUs : _loweredUs[number];
        if (Watch.Doubts.IsUntimed)
        {
            return;
        }

        long offUs = raises ? Watch.NowUs - _loweredUs[number] : lowers ? Watch.NowUs - _raisedUs[number] : long.MaxValue;
        if (offUs < 1000L * lane.Lane.DeadTimeMs)
        {
            Watch.Break(FuzzLaw.DeadTime, number, $"changes its direction after {offUs / 1000} ms, the dead time is {lane.Lane.DeadTimeMs} ms");
        }

        _strokeUs[number] = (raises && raised) || (lowers && lowered) ? _strokeUs[number] + Watch.StepUs : 0;
        int limitMs = Math.Min(lane.Lane.MaxRunMs, raises ? lane.Lane.RaiseTimeoutMs : lane.Lane.LowerTimeoutMs) + SlackMs;
        if (_strokeUs[number] > 1000L * limitMs)
        {
            Watch.Break(FuzzLaw.StrokeTooLong, number, $"is driven for {_strokeUs[number] / 1000} ms");
        }
    }

    private void LookAtLamps(int number, LaneMasks lane)
    {
        if (lane.Green == 0)
        {
            return;
        }

        bool green = (Watch.Outputs & lane.Green) != 0;
        bool red = (Watch.Outputs & lane.Red) != 0;
        if (green && (!lane.IsDown(Watch.Conditions) || red || (Watch.Outputs & (lane.Raise | lane.Lower)) != 0))
        {
            Watch.Break(FuzzLaw.Green, number, red ? "shows red and green" : "shows green although it is not proven open and still");
        }

        bool stuck = !red && (Watch.Conditions & lane.RedCurrent) != 0;
        _redDarkUs[number] = stuck ? _redDarkUs[number] + (Watch.Late ? 0 : Watch.StepUs) : 0;
        if (green && _redDarkUs[number] > 2_000_000 + (1000L * lane.Lane.Setting(LaneSetting.LampCheckMs)))
        {
            Watch.Break(FuzzLaw.LampConflict, number, "shows green beside a red lamp that does not go out");
        }
    }

    private string Names(long conditions)
    {
        SiteTable table = Watch.Station.Table;
        return string.Join(", ", Enumerable.Range(0, 64).Where(b => ((conditions >> b) & 1) != 0).Select(b => ConditionBit.Name(table, b)));
    }
}
