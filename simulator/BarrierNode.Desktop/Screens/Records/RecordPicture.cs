using BarrierNode.Control;
using BarrierNode.Desktop.Records;
using BarrierNode.Site;
using BarrierNode.Street;
using BarrierNode.Street.Records;

namespace BarrierNode.Desktop.Screens.Records;

/// <summary>A flight record as its page shows it: the lanes as the node had them at each scan, and the signals in the order of the traces.</summary>
public sealed class RecordPicture
{
    // Between the ends nothing measures a barrier; it is drawn clear of both, so that it never looks proven.
    private const double LowestUnproven = 0.06;
    private const double HighestUnproven = 0.94;

    private readonly LoadedRecord _record;
    private readonly double[][] _heights;

    /// <summary>Makes the picture of a record.</summary>
    /// <param name="record">The record.</param>
    public RecordPicture(LoadedRecord record)
    {
        _record = record;
        _heights = [.. record.Site.Lanes.Select(Heights)];
        // From the effect to its causes: what tripped, what moved, what was asked, what was seen.
        SignalGroup[] order = [SignalGroup.Trip, SignalGroup.Output, SignalGroup.Request, SignalGroup.Input, SignalGroup.Condition];
        RecordSignal[] signals = [.. Story.Traces.Signals.OrderBy(s => Array.IndexOf(order, s.Group))];
        Changing = [.. signals.Where(s => s.Changes)];
        Constant = [.. signals.Where(s => !s.Changes)];
    }

    /// <summary>The site.</summary>
    public SiteModel Site => _record.Site;

    /// <summary>The record.</summary>
    public RecordStory Story => _record.Story;

    /// <summary>The signals that change, group by group.</summary>
    public IReadOnlyList<RecordSignal> Changing { get; }

    /// <summary>The signals that never change, group by group.</summary>
    public IReadOnlyList<RecordSignal> Constant { get; }

    /// <summary>Number of the scan of the trigger, or the nearest.</summary>
    public int TriggerScan => Story.Scans.Index().MinBy(s => Math.Abs(s.Item.Us)).Index;

    /// <summary>Where the controller took a lane to be.</summary>
    /// <param name="lane">Number of the lane.</param>
    /// <param name="scan">Number of the scan.</param>
    public LanePosition Position(int lane, int scan) => Story.Traces.Positions[lane][scan];

    /// <summary>Position of a lane and its drives that are on, in words.</summary>
    /// <param name="lane">Number of the lane.</param>
    /// <param name="scan">Number of the scan.</param>
    public string InWords(int lane, int scan)
    {
        LaneTable table = _record.Table.Lanes[lane];
        string position = Words.Position(Names.Of(Position(lane, scan)), table.Kind);
        IEnumerable<string> drives = new[] { ("raise", table.RaiseOutputs), ("lower", table.LowerOutputs), ("hold", table.HoldOutputs) }
            .Where(d => IsOn(d.Item2, scan)).Select(d => d.Item1);
        return string.Join(", ", drives.Select(d => $"{d} drive on").Prepend(position));
    }

    /// <summary>The street at a scan. There are no vehicles in it: a record has only what the node knew.</summary>
    /// <param name="scan">Number of the scan.</param>
    public StreetSnapshot At(int scan) => new(
        Story.Scans[scan].Us, [.. Site.Lanes.Select((lane, number) => Lane(lane, number, scan))], [],
        Story.Traces.Is(SignalGroup.Input, "emergencyStop", scan), Story.Traces.Pulse[scan], 0, 0);

    private LaneSnapshot Lane(LaneModel lane, int number, int scan)
    {
        LaneTable table = _record.Table.Lanes[number];
        return new(
            lane.Id, lane.Kind, [.. Enumerable.Repeat(_heights[number][scan], lane.Barriers)],
            [.. lane.Loops.Select(loop => Story.Traces.Is(SignalGroup.Condition, loop.Name, scan))],
            IsOn(table.RedOutputs, scan), IsOn(table.GreenOutputs, scan), IsOn(table.WarningOutputs, scan));
    }

    private bool IsOn(int outputs, int scan) =>
        _record.Table.OutputNames.Where((_, o) => (outputs & (1 << o)) != 0).Any(name => Story.Traces.Is(SignalGroup.Output, name, scan));

    // The ends are proven by switches; between them the height is reckoned from the time that a drive was on.
    private double[] Heights(LaneModel lane, int number)
    {
        var heights = new double[Story.Scans.Count];
        double height = 0.5;
        for (int scan = 0; scan < heights.Length; scan++)
        {
            double ms = scan == 0 ? 0 : (Story.Scans[scan].Us - Story.Scans[scan - 1].Us) / 1000.0;
            height = Position(number, scan) switch
            {
                LanePosition.Up => 1,
                LanePosition.Down => 0,
                LanePosition.Raising => Between(height + (ms / Math.Max(1, lane.RaiseMs))),
                LanePosition.Lowering => Between(height - (ms / Math.Max(1, lane.LowerMs))),
                _ => Between(height),
            };
            heights[scan] = height;
        }

        return heights;
    }

    private static double Between(double height) => Math.Clamp(height, LowestUnproven, HighestUnproven);
}
