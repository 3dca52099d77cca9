namespace System.Device.Gpio;

/// <summary>What a pin is used for.</summary>
public enum PinMode
{
    /// <summary>Input without a pull resistor.</summary>
    Input = 0,

    /// <summary>Input with a pull-down resistor.</summary>
    InputPullDown = 1,

    /// <summary>Input with a pull-up resistor.</summary>
    InputPullUp = 2,

    /// <summary>Push-pull output.</summary>
    Output = 3,

    /// <summary>Open-drain output.</summary>
    OutputOpenDrain = 4,

    /// <summary>Open-drain output with a pull-up resistor; not on this chip.</summary>
    OutputOpenDrainPullUp = 5,

    /// <summary>Open-source output; not on this chip.</summary>
    OutputOpenSource = 6,

    /// <summary>Open-source output with a pull-down resistor; not on this chip.</summary>
    OutputOpenSourcePullDown = 7,
}
