namespace BarrierNode.Site;

/// <summary>The numbers of the chip's pins.</summary>
internal static class PinNumber
{
    /// <summary>Highest GPIO number of the ESP32.</summary>
    public const int Last = 39;
}
