using System.Diagnostics;

namespace BarrierNode.NanoHost.Tests;

/// <summary>Waiting for something to become true, with a generous limit.</summary>
internal static class Wait
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static void Until(Func<bool> condition, string what)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!condition())
        {
            if (waited.Elapsed > Limit)
            {
                Assert.Fail($"Did not happen within {Limit.TotalSeconds} s: {what}");
            }
            Thread.Sleep(5);
        }
    }
}
