using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Sim.Fuzz;

/// <summary>What the laws of a lane are about, read from the site and not from the table that the gate runs: masks of outputs and of conditions.</summary>
internal sealed class LaneMasks
{
    public LaneMasks(SiteModel site, SiteTable table, int number)
    {
        Lane = site.Lanes[number];
        Raise = Outputs(Lane.RaisePins);
        Lower = Outputs(Lane.LowerPins);
        Hold = Outputs(Lane.HoldPins);
        Green = Lane.GreenPin is { } green ? Outputs([green]) : 0;
        Valve = Outputs([.. Lane.Outputs.Where(o => o.Role == OutputRole.EfoValve).Select(o => o.Pin)]);
        Detectors = Conditions(Lane.Loops);
        Up = Conditions(Lane.UpLimits);
        Down = Conditions(Lane.DownLimits);
        RefusesRaise = Acting(InputRole.EgressRequest, InputRole.Obstruction, InputRole.SafetyEdge, InputRole.ManualRelease);
        RefusesLower = Acting(InputRole.ManualRelease);
        RaiseButton = Acting(InputRole.RaiseButton);
        LowerButton = Acting(InputRole.LowerButton);
        Keys = Acting(InputRole.LocalKey, InputRole.MaintenanceKey);
        MaintenanceKey = Acting(InputRole.MaintenanceKey);
        RedCurrent = Acting(InputRole.RedCurrent);
        Red = Lane.RedPin is { } red ? Outputs([red]) : 0;
        Warning = Outputs(Lane.WarningPins);
        Held = Raise | Lower | Hold | Green | Valve | Outputs([.. Lane.Outputs.Where(o => o.Role == OutputRole.Supply).Select(o => o.Pin)]);
        ConflictShift = Lane.UpLimits.Count == Lane.DownLimits.Count && Lane.UpLimits.Count > 0 ? Index(Lane.DownLimits[0]) - Index(Lane.UpLimits[0]) : null;

        int Index(InputModel input) => Array.IndexOf(table.InputNames, input.Name);
        int Outputs(IReadOnlyList<int> pins) => pins.Aggregate(0, (mask, pin) => mask | (1 << Array.IndexOf(table.OutputPins, pin)));
        long Conditions(IEnumerable<InputModel> inputs) => inputs.Aggregate(0L, (mask, i) => mask | (1L << Array.IndexOf(table.InputNames, i.Name)));
        long Acting(params InputRole[] roles) => Conditions(site.Inputs.Concat(Lane.Inputs).Where(i => roles.Contains(i.Role)));
    }

    public LaneModel Lane { get; }

    public int Raise { get; }

    public int Lower { get; }

    public int Hold { get; }

    public int Valve { get; }

    public int Green { get; }

    public long Detectors { get; }

    public long Up { get; }

    public long Down { get; }

    public long RefusesRaise { get; }

    public long RefusesLower { get; }

    public long RaiseButton { get; }

    public long LowerButton { get; }

    public long Keys { get; }

    public long MaintenanceKey { get; }

    public long RedCurrent { get; }

    public int Red { get; }

    public int Warning { get; }

    /// <summary>What a trip of the lane holds off.</summary>
    public int Held { get; }

    private int? ConflictShift { get; }

    /// <summary>Some barrier is reported at both ends at once.</summary>
    public bool IsConflict(long conditions)
    {
        if (ConflictShift is not { } shift)
        {
            return (conditions & Up) != 0 && (conditions & Down) != 0;
        }

        long down = shift >= 0 ? (conditions & Down) >> shift : (conditions & Down) << -shift;
        return (conditions & Up & down) != 0;
    }

    /// <summary>The switches prove every barrier up, and contradict nowhere.</summary>
    public bool IsUp(long conditions) => (conditions & Up) == Up && (conditions & Down) == 0;

    /// <summary>The switches prove every barrier down, and contradict nowhere.</summary>
    public bool IsDown(long conditions) => (conditions & Down) == Down && (conditions & Up) == 0;
}
