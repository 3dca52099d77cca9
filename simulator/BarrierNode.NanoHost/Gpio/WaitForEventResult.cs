namespace System.Device.Gpio;

/// <summary>How a wait for a pin ended.</summary>
public struct WaitForEventResult
{
    /// <summary>What happened.</summary>
    public PinEventTypes EventTypes;

    /// <summary>Nothing happened in time.</summary>
    public bool TimedOut;
}
