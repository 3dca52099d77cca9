using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Street.Records;

/// <summary>A flight record told in the names of its site, scan by scan, with the verdict of its replay.</summary>
public sealed class RecordStory
{
    private readonly SiteTable _site;
    private readonly List<RecordedScan> _scans = [];

    /// <summary>Replays a record.</summary>
    /// <param name="site">The site table that the node ran.</param>
    /// <param name="record">The record.</param>
    /// <exception cref="InvalidDataException">The record was made with another site table or another interlock, or is damaged.</exception>
    public RecordStory(SiteTable site, FlightRecord record)
    {
        _site = site;
        Trip = record.Trigger < 0 ? "asked" : Control.Names.Of(site.TripCode(record.Trigger));
        Condition = record.Trigger < 0 ? null : ConditionBit.Name(site, record.Trigger);
        IReadOnlyList<ReplayedScan> replay = RecordReplay.Run(site, record);
        long us = -TriggerUs(replay);
        for (int i = 0; i < replay.Count; i++)
        {
            us += i == 0 ? 0 : StepUs(replay[i]);
            _scans.Add(Tell(us, replay[i], i == 0 ? null : replay[i - 1]));
        }

        Traces = new RecordTraces(site, replay);
    }

    /// <summary>Name of the trip that was the trigger, or <c>asked</c>.</summary>
    public string Trip { get; }

    /// <summary>The trip condition that was the trigger; null when the record was asked for.</summary>
    public string? Condition { get; }

    /// <summary>The scans, the oldest first.</summary>
    public IReadOnlyList<RecordedScan> Scans => _scans;

    /// <summary>The same scans, signal by signal.</summary>
    public RecordTraces Traces { get; }

    /// <summary>Number of scans that the replay did otherwise.</summary>
    public int Different => _scans.Count(s => s.Replayed is not null);

    // The scan of the trigger is the first of those that still follow it; in a flood of commands it may be older than the record.
    private static long TriggerUs(IReadOnlyList<ReplayedScan> replay) =>
        replay.Take(Math.Max(0, replay.Count - FlightRecorder.EntriesAfterTrigger) + 1).Skip(1).Sum(StepUs);

    private static long StepUs(ReplayedScan scan) => Math.Max(0, scan.Recorded.ElapsedUs);

    private static List<T> Each<T>(long mask, Func<int, T> of)
    {
        List<T> found = [];
        for (int i = 0; i < GateTable.MaxConditions; i++)
        {
            if (((mask >> i) & 1) != 0)
            {
                found.Add(of(i));
            }
        }

        return found;
    }

    private RecordedScan Tell(long us, ReplayedScan scan, ReplayedScan? before)
    {
        RecordEntry recorded = scan.Recorded;
        long now = RecordTraces.Image(_site, recorded);
        long then = before is null ? 0 : RecordTraces.Image(_site, before.Recorded);
        List<RecordedRefusal> refused = Told(scan.Refusals);
        bool late = recorded.ElapsedUs < 0 || recorded.ElapsedUs > _site.Gate.Words[GateTable.LateLimitUsAt];
        bool changed = before is null || late || now != then || recorded.D != before.Recorded.D || recorded.Pulse != before.Recorded.Pulse
            || scan.Commands.Count > 0 || !scan.IsSame || !scan.Refusals.SequenceEqual(before.Refusals);
        return new(
            us, recorded.ElapsedUs, late, Changes(now, then, ~GateTable.DerivedConditions), Changes(now, then, GateTable.DerivedConditions),
            [.. scan.Commands.Select(c => new RecordedCommand(Control.Names.Of(c.Op), _site.Lanes[c.Lane].Id))],
            Outputs(recorded.Requests), Outputs(recorded.Permitted), refused, recorded.Pulse, scan.IsSame ? null : Other(scan), changed)
        {
            Trips = Conditions(scan.Trips),
            Blocked = Told(scan.Blocked),
        };
    }

    private List<RecordedRefusal> Told(IEnumerable<Refusal> refusals) =>
        [.. refusals.Select(r => new RecordedRefusal(OutputName(r.Output), RuleName(r.Rule), Conditions(r.Conditions)))];

    private OtherReplay Other(ReplayedScan scan) =>
        new(Conditions(scan.Derived ^ scan.Recorded.Derived), Outputs(scan.Requests), Outputs(scan.Permitted), scan.Pulse);

    private List<string> Conditions(long mask) => Each(mask, bit => ConditionBit.Name(_site, bit));

    private Changes Changes(long now, long then, long among) => new(Conditions(now & ~then & among), Conditions(then & ~now & among));

    private List<string> Outputs(long mask) => Each(mask, OutputName);

    private string OutputName(int output) => RecordTraces.OutputName(_site, output);

    private static string RuleName(GateRule rule) => rule.ToString().ToLowerInvariant();
}
