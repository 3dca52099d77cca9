using System.Globalization;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>Words of the window that the other screens do not need.</summary>
public static class SimWords
{
    /// <summary>A kind of vehicle.</summary>
    /// <param name="kind">The kind.</param>
    public static string Vehicle(VehicleKind kind) => kind switch
    {
        VehicleKind.TruckTrailer => "Truck with trailer",
        VehicleKind.HighBed => "High-bed truck",
        _ => kind.ToString(),
    };

    /// <summary>A moment of the city.</summary>
    /// <param name="us">In microseconds.</param>
    public static string Time(long us) => TimeSpan.FromMicroseconds(us).ToString(us >= 86_400_000_000 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
