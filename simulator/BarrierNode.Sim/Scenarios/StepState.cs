namespace BarrierNode.Sim;

/// <summary>How far a step of a scenario is.</summary>
public enum StepState
{
    /// <summary>It has not begun.</summary>
    Pending,

    /// <summary>It waits or watches.</summary>
    Running,

    /// <summary>It was done, or what it expects was so.</summary>
    Met,

    /// <summary>It could not be done, or what it expects was not so.</summary>
    Failed,
}
