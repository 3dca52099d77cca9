namespace System.Device.Gpio;

/// <summary>What a pin number means.</summary>
public enum PinNumberingScheme
{
    /// <summary>The chip's GPIO number.</summary>
    Logical = 0,

    /// <summary>The position on a board; not on this chip.</summary>
    Board = 1,
}
