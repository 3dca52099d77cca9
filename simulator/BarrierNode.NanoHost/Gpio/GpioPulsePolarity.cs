namespace System.Device.Gpio;

/// <summary>Which edges a counter counts.</summary>
public enum GpioPulsePolarity
{
    /// <summary>Every edge.</summary>
    Both,

    /// <summary>Falling edges.</summary>
    Falling,

    /// <summary>Rising edges.</summary>
    Rising,
}
