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

    /// <summary>What is in the way of a barrier.</summary>
    /// <param name="what">What.</param>
    public static string InTheWay(Obstacle what) => what switch
    {
        Obstacle.Person => "somebody stands on it",
        Obstacle.Jam => "jammed, moves neither way",
        Obstacle.Ice => "frozen in",
        Obstacle.Debris => "sand or leaves in its guide",
        _ => "nothing in its way",
    };

    /// <summary>What happened between steel, vehicles and people.</summary>
    /// <param name="kind">What.</param>
    public static string Mishap(IncidentKind kind) => kind switch
    {
        IncidentKind.StrikeOnVehicle => "vehicle lifted",
        IncidentKind.StrikeOnPerson => "person lifted",
        IncidentKind.Collision => "drove into a barrier",
        IncidentKind.Rammed => "barrier rammed",
        _ => "person run over",
    };

    /// <summary>A moment of the city.</summary>
    /// <param name="us">In microseconds.</param>
    public static string Time(long us) => TimeSpan.FromMicroseconds(us).ToString(us >= 86_400_000_000 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
