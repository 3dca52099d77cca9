using System.Diagnostics;
using BarrierNode.Control;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>How long a command takes from the hub to the first edge of an output, through database, broker, TLS and scan.</summary>
[TestClass]
[DoNotParallelize]
public class LatencyTests
{
    private const int Commands = 40;
    private const int MaxSeries = 3;

    // One scan and 5 ms.
    private const double MaxMedianMs = 25;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Command_ToTheFirstOutput_TakesAScanAndFiveMilliseconds()
    {
        using LiveStreet street = new();
        street.Must(CommandOp.Lower);
        Probe warning = new(street.Running.Node.Pins, street.Lane.WarningPins);
        int seed = RandomSeed.Of();
        Random random = new(seed);

        // The machine has other work too, and it can only make things slower: the best of a few series tells what the program does.
        double best = double.MaxValue;
        for (int series = 0; series < MaxSeries && best > MaxMedianMs; series++)
        {
            double[] ms = [.. Enumerable.Range(0, Commands).Select(_ => RaiseAndStop(street, warning, random)).Order()];
            best = Math.Min(best, ms[Commands / 2]);
            string figures = $"p50 {ms[Commands / 2]:0.0} ms, p95 {ms[Commands * 95 / 100]:0.0} ms, max {ms[^1]:0.0} ms";
            TestContext.WriteLine($"Command to output over {Commands}: {figures}");
        }

        Assert.IsLessThanOrEqualTo(MaxMedianMs, best, "p50 in ms");
    }

    // The warning comes on in the scan that takes the command; the stop comes before the barrier has moved.
    private static double RaiseAndStop(LiveStreet street, Probe warning, Random random)
    {
        Wait.Until(() => warning.AllLow, "the warning is off");
        Thread.Sleep(random.Next(60));
        long sent = Stopwatch.GetTimestamp();
        street.Send(CommandOp.Raise);
        long? edge = null;
        Wait.Until(() => (edge = warning.FirstRiseAfter(sent)) is not null, "the warning comes on");
        street.Must(CommandOp.Stop);
        return (edge!.Value - sent) * 1000.0 / Stopwatch.Frequency;
    }
}
