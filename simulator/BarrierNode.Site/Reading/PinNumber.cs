namespace BarrierNode.Site;

/// <summary>The numbers of the chip's pins.</summary>
internal static class PinNumber
{
    /// <summary>Highest GPIO number of the chips: 39 on the ESP32, 48 on the ESP32-S3.</summary>
    public const int Last = 48;
}
