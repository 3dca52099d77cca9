using System.Device.Gpio;

namespace BarrierNode.NanoHost;

/// <summary>What the pins of an ESP32 can do.</summary>
internal static class PinAbilities
{
    internal static bool Supports(int pin, PinMode mode)
    {
        bool exists = pin is >= 0 and < VirtualPins.Count and not (20 or 24 or (>= 28 and <= 31));
        bool flash = pin is >= 6 and <= 11;
        bool inputOnly = pin >= 34;
        return exists && !flash && mode switch
        {
            PinMode.Input => true,
            PinMode.InputPullUp or PinMode.InputPullDown or PinMode.Output or PinMode.OutputOpenDrain => !inputOnly,
            _ => false,
        };
    }
}
