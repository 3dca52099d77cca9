using System.Diagnostics;

namespace BarrierNode.Desktop.Tests;

/// <summary>Waits for what must come, with a limit far beyond the usual.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.IsTrue(watch.Elapsed < Limit, $"Waited {Limit.TotalSeconds} s for: {what}.");
            await Task.Delay(20);
        }
    }
}
