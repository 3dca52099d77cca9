using nanoFramework.Runtime.Events;

namespace System.Device.Gpio;

/// <summary>A pin has changed.</summary>
/// <param name="changeType">Direction of the change.</param>
/// <param name="pinNumber">GPIO number.</param>
public class PinValueChangedEventArgs(PinEventTypes changeType, int pinNumber) : BaseEvent
{
    /// <summary>Direction of the change.</summary>
    public PinEventTypes ChangeType { get; } = changeType;

    /// <summary>GPIO number.</summary>
    public int PinNumber { get; } = pinNumber;
}
