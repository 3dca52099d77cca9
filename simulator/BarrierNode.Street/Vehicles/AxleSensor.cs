namespace BarrierNode.Street;

/// <summary>A treadle across the carriageway, in the middle of the lane's second detector: it acts while a wheel is on it.</summary>
internal sealed class AxleSensor(StreetLane lane, double atM) : IContact
{
    /// <inheritdoc/>
    public bool Acting => lane.HasAxleAt(atM);
}
