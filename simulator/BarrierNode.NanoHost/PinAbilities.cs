using System.Device.Gpio;

namespace BarrierNode.NanoHost;

/// <summary>What the pins of a chip can do.</summary>
internal static class PinAbilities
{
    internal static int Count(ChipFamily family) => family == ChipFamily.Esp32S3 ? VirtualPins.Count : 40;

    internal static bool Supports(ChipFamily family, int pin, PinMode mode)
    {
        bool flash = family == ChipFamily.Esp32S3 ? pin is >= 26 and <= 32 : pin is >= 6 and <= 11;
        bool inputOnly = family == ChipFamily.Esp32 && pin >= 34;
        return Exists(family, pin) && !flash && mode switch
        {
            PinMode.Input => true,
            PinMode.InputPullUp or PinMode.InputPullDown or PinMode.Output or PinMode.OutputOpenDrain => !inputOnly,
            _ => false,
        };
    }

    internal static bool Exists(ChipFamily family, int pin)
    {
        bool hole = family == ChipFamily.Esp32S3 ? pin is >= 22 and <= 25 : pin is 20 or 24 or (>= 28 and <= 31);
        return pin >= 0 && pin < Count(family) && !hole;
    }
}
