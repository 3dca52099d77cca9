namespace BarrierNode.Site;

/// <summary>How a vehicle detector sees. Every kind forbids to raise while it sees something.</summary>
public enum DetectorKind
{
    /// <summary>An inductive loop whose detector card has a relay.</summary>
    Relay,

    /// <summary>An inductive loop that the node measures itself.</summary>
    Frequency,

    /// <summary>A light beam across the lane at one height.</summary>
    Beam,

    /// <summary>A radar that watches a zone.</summary>
    Radar,
}
