using BarrierNode.Control;

namespace BarrierNode.Street;

/// <summary>The street at one moment, for screens and tests; nothing in it changes afterwards.</summary>
/// <param name="NowUs">Virtual time in microseconds.</param>
/// <param name="Lanes">The equipment, lane by lane.</param>
/// <param name="Cars">The cars.</param>
/// <param name="EmergencyStopPressed">The red mushroom button.</param>
/// <param name="PermissionAlive">The permission chain is pulsed; without it no drive has power.</param>
/// <param name="Strikes">How often a barrier moved against a car (the fault of the controller).</param>
/// <param name="Collisions">How often a car drove into a barrier (the fault of its driver).</param>
public sealed record StreetSnapshot(
    long NowUs,
    IReadOnlyList<LaneSnapshot> Lanes,
    IReadOnlyList<CarSnapshot> Cars,
    bool EmergencyStopPressed,
    bool PermissionAlive,
    int Strikes,
    int Collisions)
{
    /// <summary>The people on foot, by number.</summary>
    public IReadOnlyList<PersonSnapshot> People { get; init; } = [];

    /// <summary>Incidents since the street began: strikes, collisions, people hit.</summary>
    public int IncidentCount { get; init; }

    /// <summary>The cabinet has power.</summary>
    public bool CabinetOn { get; init; } = true;

    /// <summary>Mains voltage.</summary>
    public double MainsV { get; init; } = PlantConditions.NominalV;
}

/// <summary>The equipment of one lane.</summary>
/// <param name="Id">Id of the lane.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Barriers">How far each barrier is up (closed): 0 down to 1 up, as measured in the street.</param>
/// <param name="Loops">Which loops are occupied, in the order of the lane's loops.</param>
/// <param name="Red">The red lamp is lit.</param>
/// <param name="Green">The green lamp is lit.</param>
/// <param name="Warning">Buzzer and beacon are on.</param>
public sealed record LaneSnapshot(
    string Id, LaneKind Kind, IReadOnlyList<double> Barriers, IReadOnlyList<bool> Loops, bool Red, bool Green, bool Warning);

/// <summary>One car.</summary>
/// <param name="Id">Number of the car.</param>
/// <param name="Lane">Its lane.</param>
/// <param name="FrontM">x of its front bumper in metres.</param>
/// <param name="LengthM">Its length in metres.</param>
/// <param name="CentreM">y of its centre line in metres.</param>
/// <param name="SpeedMs">Its speed in metres a second.</param>
/// <param name="Waiting">It waits for the lane to open.</param>
public sealed record CarSnapshot(int Id, string Lane, double FrontM, double LengthM, double CentreM, double SpeedMs, bool Waiting)
{
    /// <summary>What it is.</summary>
    public VehicleKind Kind { get; init; } = VehicleKind.Car;

    /// <summary>It came from the far end: its front is at the smaller x.</summary>
    public bool WrongWay { get; init; }
}

/// <summary>One person on foot.</summary>
/// <param name="Id">Number of the person.</param>
/// <param name="Lane">Id of the lane.</param>
/// <param name="XM">x in metres.</param>
/// <param name="YM">y in metres.</param>
/// <param name="OnBarrier">The barrier on which the person stands, from 0, or -1.</param>
/// <param name="Walks">On the way, or waiting at the kerb.</param>
public sealed record PersonSnapshot(int Id, string Lane, double XM, double YM, int OnBarrier, bool Walks);
