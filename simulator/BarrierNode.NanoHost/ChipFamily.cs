namespace BarrierNode.NanoHost;

/// <summary>Which chip it is; the families differ in their pins.</summary>
public enum ChipFamily
{
    /// <summary>ESP32: GPIO 0 to 39.</summary>
    Esp32,

    /// <summary>ESP32-S3: GPIO 0 to 48.</summary>
    Esp32S3,
}
