namespace BarrierNode.Street;

/// <summary>One incident as the street saw it, with what tells whose fault it was.</summary>
/// <param name="AtUs">When, in microseconds of the street.</param>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Barrier">Which barrier, from 0; -1 when none had a part in it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Vehicle">Number of the vehicle, or 0.</param>
/// <param name="Person">Number of the person, or 0; 0 also for somebody of whom the street knows no more than <see cref="Obstacle.Person"/>.</param>
/// <param name="RaiseOrdered">The node had the raise output of the barrier on.</param>
/// <param name="RaiseDriven">The raise drive of the barrier had power: a drive that is on and was not ordered is a weld, a drop-out time, or a hand.</param>
/// <param name="BarrierPosition">Where the barrier was, 0 down to 1 up.</param>
/// <param name="BarrierSpeedPerS">How fast it moved, in strokes a second, up positive.</param>
/// <param name="VehicleSpeedMs">How fast the vehicle was, in metres a second.</param>
public readonly record struct Incident(
    long AtUs,
    string Lane,
    int Barrier,
    IncidentKind Kind,
    int Vehicle,
    int Person,
    bool RaiseOrdered,
    bool RaiseDriven,
    double BarrierPosition,
    double BarrierSpeedPerS,
    double VehicleSpeedMs);
