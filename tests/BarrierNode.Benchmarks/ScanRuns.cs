namespace BarrierNode.Benchmarks;

/// <summary>What is measured: the floor, the gate with three tables, the whole scan.</summary>
internal sealed class ScanRuns
{
    /// <summary>Names of the runs; the first one is the floor.</summary>
    public static readonly string[] Names =
    [
        "Floor: inputs in, requests out, no rules",
        "Gate, small table (minimal: 4 inputs, 3 outputs)",
        "Gate, typical table (promenade: 12 inputs, 8 outputs)",
        "Gate, largest table (32 inputs, 64 conditions, 16 outputs, every rule)",
        "Whole scan of the firmware (promenade)",
    ];

    private readonly ScanRun[] _runs;

    /// <summary>Records what the runs go through, and proves that each does in it what it did then.</summary>
    /// <param name="root">Folder of the repository.</param>
    public ScanRuns(string root)
    {
        var minimal = new StreetRecording(root, "minimal.yaml");
        var promenade = new StreetRecording(root, "promenade.yaml");
        _runs =
        [
            new FloorRun(promenade.Gate.Scans),
            new GateRun(minimal.Gate),
            new GateRun(promenade.Gate),
            new GateRun(LargestRecording.Record()),
            new ControllerRun(promenade),
        ];
    }

    /// <summary>A run.</summary>
    /// <param name="number">Its place in <see cref="Names"/>.</param>
    public ScanRun this[int number] => _runs[number];
}
