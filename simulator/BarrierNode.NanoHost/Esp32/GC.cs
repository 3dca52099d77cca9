using BarrierNode.NanoHost;

namespace nanoFramework.Runtime.Native;

/// <summary>The chip's garbage collector. Its heap is not simulated: nothing is collected here.</summary>
public static class GC
{
    /// <summary>Would collect on the chip.</summary>
    /// <param name="compactHeap">Would compact as well.</param>
    /// <returns>Free memory in bytes on the chip; here 0 for unknown.</returns>
    public static uint Run(bool compactHeap)
    {
        ChipRun.Require();
        return 0;
    }
}
