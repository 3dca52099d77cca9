namespace BarrierNode.Sim;

/// <summary>One step of a scenario while it is run.</summary>
public sealed class StepProgress
{
    internal StepProgress(ScenarioStep step, string text)
    {
        Step = step;
        Text = text;
    }

    /// <summary>The step.</summary>
    public ScenarioStep Step { get; }

    /// <summary>The step as people read it.</summary>
    public string Text { get; }

    /// <summary>How far it is.</summary>
    public StepState State { get; internal set; }

    /// <summary>When it began, in microseconds of the scenario; null before.</summary>
    public long? BeganUs { get; internal set; }

    /// <summary>When it ended, in microseconds of the scenario; null before.</summary>
    public long? EndedUs { get; internal set; }

    /// <summary>What was seen instead of what was expected, when it has failed.</summary>
    public string Seen { get; internal set; } = "";
}
