namespace BarrierNode.Street;

/// <summary>A part of a vehicle from the side.</summary>
/// <param name="FromM">Where it begins, in metres behind the front of the vehicle.</param>
/// <param name="ToM">Where it ends.</param>
/// <param name="BottomM">Height of its underside over the road in metres.</param>
/// <param name="TopM">Height of its upper side.</param>
/// <param name="SeenByLoop">It has metal enough, low enough, for a loop at its usual sensitivity.</param>
public readonly record struct BodyPart(double FromM, double ToM, double BottomM, double TopM, bool SeenByLoop);
