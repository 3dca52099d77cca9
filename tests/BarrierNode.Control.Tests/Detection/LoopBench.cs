namespace BarrierNode.Control.Tests.Detection;

/// <summary>A loop on the bench: an oscillator that a test detunes, and the detector that counts its edges every 20 ms.</summary>
internal sealed class LoopBench
{
    public const int ScanUs = 20_000;

    private double _edges;

    public LoopBench(int nominalHz = 100_000, int sensitivityPpm = 600, int? keptMilliHz = null, double phase = 0, int driftPpmPerMinute = 10_000)
    {
        Table = new() { NominalHz = nominalHz, SensitivityPpm = sensitivityPpm, MaxDriftPpmPerMinute = driftPpmPerMinute };
        Loop = new(Table, keptMilliHz ?? 1000 * nominalHz);
        _edges = phase;
    }

    public LoopTable Table { get; }

    public FrequencyLoop Loop { get; }

    /// <summary>What a vehicle makes: ΔL/L in ppm.</summary>
    public double VehiclePpm { get; set; }

    /// <summary>What the weather makes.</summary>
    public double WeatherPpm { get; set; }

    /// <summary>How weather moves it.</summary>
    public double DriftPpmPerMinute { get; set; }

    /// <summary>Times the frequency: 0 for a cut wire.</summary>
    public double Factor { get; set; } = 1;

    public int Read(int us = ScanUs)
    {
        long before = (long)_edges;
        WeatherPpm += DriftPpmPerMinute * us / 60e6;
        _edges += 2 * Table.NominalHz * Factor * us * 1e-6 / Math.Sqrt(1 - ((VehiclePpm + WeatherPpm) * 1e-6));
        return (int)((long)_edges - before);
    }

    public void Scan(int scans = 1)
    {
        for (int i = 0; i < scans; i++)
        {
            Loop.Scan(Read(), ScanUs);
        }
    }

    public void Seconds(double seconds) => Scan((int)(seconds * 50));

    /// <summary>Scans until the loop says what is wanted.</summary>
    /// <returns>How many scans that took.</returns>
    public int Until(bool occupied, int limit)
    {
        for (int scans = 1; scans <= limit; scans++)
        {
            Scan();
            if (Loop.IsOccupied == occupied)
            {
                return scans;
            }
        }

        Assert.Fail($"not {(occupied ? "occupied" : "clear")} after {limit} scans: {Loop.State}, {Loop.DeltaPpm} ppm");
        return 0;
    }

    /// <summary>A loop that is clear and knows its weather.</summary>
    public LoopBench Settled()
    {
        Seconds(1);
        Assert.AreEqual(LoopState.Clear, Loop.State);
        return this;
    }
}
