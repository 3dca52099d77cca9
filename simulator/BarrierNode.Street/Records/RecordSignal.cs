namespace BarrierNode.Street.Records;

/// <summary>One bit of a flight record over all its scans.</summary>
/// <param name="Group">What kind of bit it is.</param>
/// <param name="Name">Its name at the site.</param>
/// <param name="Values">Its value in each scan, the oldest first.</param>
public sealed record RecordSignal(SignalGroup Group, string Name, IReadOnlyList<bool> Values)
{
    /// <summary>It has both values.</summary>
    public bool Changes { get; } = Values.Contains(true) && Values.Contains(false);
}

/// <summary>The kinds of bits in a flight record, in the order in which they are shown.</summary>
public enum SignalGroup
{
    /// <summary>A contact, 1 while it acts, before any debouncing.</summary>
    Input,

    /// <summary>A condition that the gate looks at: an input after conditioning, or one that the controller derives.</summary>
    Condition,

    /// <summary>An output that the sequences ask for.</summary>
    Request,

    /// <summary>An output that the gate permits.</summary>
    Output,

    /// <summary>A trip condition that is latched.</summary>
    Trip,
}
