using BarrierNode.Tests;
using BenchmarkDotNet.Attributes;

namespace BarrierNode.Benchmarks;

/// <summary>The long form, by BenchmarkDotNet.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ScanBenchmarks
{
    private ScanRun _run = null!;

    /// <summary>Numbers of the runs.</summary>
    public static IEnumerable<int> Runs => Enumerable.Range(0, ScanRuns.Count);

    /// <summary>What is measured: its place in the list of names.</summary>
    [ParamsSource(nameof(Runs))]
    public int Run { get; set; }

    /// <summary>Records the scans.</summary>
    [GlobalSetup]
    public void Setup() => _run = new ScanRuns(Repository.Root)[Run];

    /// <summary>Goes through the recording once.</summary>
    [Benchmark(OperationsPerInvoke = ScanSequence.Length)]
    public int Scan() => _run.Pass();
}
