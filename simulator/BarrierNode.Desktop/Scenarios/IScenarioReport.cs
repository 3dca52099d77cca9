using BarrierNode.Sim;

namespace BarrierNode.Desktop.Scenarios;

/// <summary>Tells how scenarios went.</summary>
internal interface IScenarioReport
{
    /// <summary>Tells of one that is over.</summary>
    void Tell(ScenarioRun run);

    /// <summary>Tells of all of them.</summary>
    void Close(IReadOnlyList<ScenarioRun> runs);
}
