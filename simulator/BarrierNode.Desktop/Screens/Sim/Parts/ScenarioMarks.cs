using BarrierNode.Sim;

namespace BarrierNode.Desktop.Screens.Sim.Parts;

/// <summary>The marks before steps and goals.</summary>
internal static class ScenarioMarks
{
    /// <summary>The mark of a state.</summary>
    /// <param name="state">The state.</param>
    public static string Sign(StepState state) => state switch
    {
        StepState.Met => "✓",
        StepState.Failed => "✗",
        StepState.Running => "▶",
        _ => "○",
    };
}
