using BarrierNode.NanoHost;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The chip's microsecond timer.</summary>
public class HighResTimer
{
    private HighResTimer()
    {
    }

    /// <summary>Microseconds since the chip started; never runs backwards.</summary>
    /// <returns>Microseconds.</returns>
    public static ulong GetCurrent() => ChipRun.Require().NowUs;
}
