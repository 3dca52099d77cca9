namespace BarrierNode.Sim;

/// <summary>What site table commissioning puts into the flash of a node.</summary>
public enum TableChange
{
    /// <summary>Its own, as it was.</summary>
    Own,

    /// <summary>Its own, authenticated with another key.</summary>
    WithAnotherKey,

    /// <summary>That of another node of the site, with the key of this one.</summary>
    OfAnotherNode,
}
