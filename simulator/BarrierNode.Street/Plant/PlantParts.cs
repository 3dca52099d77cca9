namespace BarrierNode.Street;

/// <summary>Of what quality the relays, contactors, switches and detectors of a street are.</summary>
public enum PlantParts
{
    /// <summary>All are exactly as their data sheet says, and no contact bounces: what a test of times wants.</summary>
    Nominal,

    /// <summary>Each has its own times and place, drawn from the seed of the street, and its contacts bounce for 2 to 10 ms: what a cabinet is made of.</summary>
    Drawn,
}
