namespace BarrierNode.Street;

/// <summary>Something in the street with one contact.</summary>
internal interface IContact
{
    /// <summary>True while it acts: a button is pressed, a limit is reached, a detector sees a vehicle.</summary>
    bool Acting { get; }
}
