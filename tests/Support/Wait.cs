using System.Diagnostics;

namespace BarrierNode.Tests;

/// <summary>Waits for what must come, with a limit far beyond the usual.</summary>
internal static class Wait
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    public static void Until(Func<bool> condition, string what, Func<string>? found = null)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!condition())
        {
            if (waited.Elapsed > Limit)
            {
                Assert.Fail($"Did not happen within {Limit.TotalSeconds} s: {what}. {found?.Invoke()}");
            }

            Thread.Sleep(5);
        }
    }

    public static T For<T>(Func<T?> get, string what, Func<string>? found = null)
        where T : class
    {
        T? result = null;
        Until(() => (result = get()) is not null, what, found);
        return result!;
    }
}
