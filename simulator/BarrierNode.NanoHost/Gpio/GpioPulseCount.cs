namespace System.Device.Gpio;

/// <summary>What a counter has counted, and in which time.</summary>
public struct GpioPulseCount
{
    /// <summary>Pulses since the start.</summary>
    public long Count;

    /// <summary>Time since the start, taken together with the count.</summary>
    public TimeSpan RelativeTime;
}
