namespace BarrierNode.Sim;

/// <summary>Something that a scenario does: to the street, to the equipment, or from the control room.</summary>
public abstract record ScenarioAct
{
    /// <summary>The key of the step.</summary>
    public abstract string Verb { get; }

    /// <summary>The value of the key as it stands in a file, on one line.</summary>
    public abstract string Value { get; }

    /// <summary>As people read it.</summary>
    public sealed override string ToString() => $"{Verb}: {Value}";

    /// <summary>Does it.</summary>
    /// <exception cref="ScenarioActException">It cannot be done; the message says why.</exception>
    internal abstract void Do(ScenarioStage stage);
}
