namespace BarrierNode.Street;

/// <summary>What happened between steel, vehicles and people.</summary>
public enum IncidentKind
{
    /// <summary>A barrier pushed up against a vehicle over it.</summary>
    StrikeOnVehicle,

    /// <summary>A barrier pushed up under a person.</summary>
    StrikeOnPerson,

    /// <summary>A vehicle drove into a barrier.</summary>
    Collision,

    /// <summary>A vehicle drove into a barrier on purpose: <see cref="DriverHabit.Rams"/>.</summary>
    Rammed,

    /// <summary>A vehicle ran over a person.</summary>
    PersonHit,
}
