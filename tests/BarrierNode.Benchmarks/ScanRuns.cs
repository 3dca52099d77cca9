namespace BarrierNode.Benchmarks;

/// <summary>What is measured: the floor, the gate with three tables, the whole scan of two sites, a whole city.</summary>
internal sealed class ScanRuns
{
    /// <summary>Number of runs.</summary>
    public const int Count = 7;

    private readonly ScanRun[] _runs;

    /// <summary>Records what the runs go through, and proves that each does in it what it did then.</summary>
    /// <param name="root">Folder of the repository.</param>
    public ScanRuns(string root)
    {
        var minimal = new StreetRecording(root, "minimal.yaml");
        var promenade = new StreetRecording(root, "promenade.yaml");
        var largestSite = new StreetRecording(root, "largest.yaml");
        Recording largest = LargestRecording.Record();
        Names =
        [
            "floor: the same loop without rules",
            $"gate, minimal: {Size(minimal.Gate)}",
            $"gate, promenade: {Size(promenade.Gate)}",
            $"gate, largest: {Size(largest)}, 64 conditions, every rule",
            $"whole scan of the firmware, promenade: {promenade.Table.Lanes.Length} lanes",
            $"whole scan of the firmware, largest site: {largestSite.Table.Lanes.Length} lanes",
            $"whole city at rest, promenade: street, node and hub, {promenade.Table.Lanes.Length} lanes",
        ];
        _runs =
        [
            new FloorRun(promenade.Gate.Scans),
            new GateRun(minimal.Gate),
            new GateRun(promenade.Gate),
            new GateRun(largest),
            new ControllerRun(promenade),
            new ControllerRun(largestSite),
            new CityRun(promenade.Site),
        ];
    }

    /// <summary>Names of the runs; the first one is the floor.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>A run.</summary>
    /// <param name="number">Its place in <see cref="Names"/>.</param>
    public ScanRun this[int number] => _runs[number];

    private static string Size(Recording recording) => $"{recording.Table.InputCount} inputs, {recording.Table.OutputCount} outputs";
}
