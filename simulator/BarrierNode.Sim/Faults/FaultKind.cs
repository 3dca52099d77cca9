namespace BarrierNode.Sim;

/// <summary>How something fails: one vocabulary for sensors, actuators, wires, links, clocks, flash and processes.</summary>
public enum FaultKind
{
    /// <summary>It does nothing: no power, cut, gone.</summary>
    Off,

    /// <summary>It stays as it is, whatever happens.</summary>
    Stuck,

    /// <summary>It gives nonsense at random.</summary>
    Garbage,

    /// <summary>It gives the opposite or a plausible false value.</summary>
    Wrong,

    /// <summary>It takes longer than it should.</summary>
    Slow,

    /// <summary>What it gives comes later, as it was.</summary>
    Delayed,

    /// <summary>It works and fails by turns, at random.</summary>
    Intermittent,
}
