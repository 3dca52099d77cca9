using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace BarrierNode.Benchmarks;

/// <summary>The long form: BenchmarkDotNet decides how many passes it needs.</summary>
internal static class LongMeasurement
{
    private const int IterationMs = 1;
    private const int Iterations = 1000;

    /// <summary>Measures.</summary>
    /// <param name="names">What is measured.</param>
    /// <param name="folder">Where BenchmarkDotNet writes its log and its reports.</param>
    /// <exception cref="InvalidOperationException">A benchmark has failed; the log says why.</exception>
    public static ScanFigures Measure(IReadOnlyList<string> names, string folder)
    {
        // In this process: the projects that BenchmarkDotNet would generate know nothing of this repository's build rules. Many short iterations: one
        // of a millisecond is mostly not interrupted, whatever else the machine does.
        Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(IterationMs))
            .WithIterationCount(Iterations)
            .WithGcForce(false);
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(folder);
        Summary summary = BenchmarkRunner.Run<ScanBenchmarks>(config);
        var figures = new ScanFigures(names);
        for (int r = 0; r < ScanRuns.Count; r++)
        {
            BenchmarkReport report = summary.Reports.SingleOrDefault(b => (int)b.BenchmarkCase.Parameters[nameof(ScanBenchmarks.Run)] == r)
                ?? throw new InvalidOperationException($"There is no report of: {names[r]}.");
            double nanoseconds = report.ResultStatistics?.Median
                ?? throw new InvalidOperationException($"Could not be measured: {names[r]}.");
            figures.Set(r, nanoseconds, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? double.NaN);
        }

        return figures;
    }
}
