using BarrierNode.Sim;

namespace BarrierNode.Desktop.Training;

/// <summary>Tells an exercise to people or programs.</summary>
internal interface IExerciseReport
{
    /// <summary>Tells what it is about.</summary>
    void Brief();

    /// <summary>Tells how it went.</summary>
    /// <param name="run">A run that is over.</param>
    void Debrief(ExerciseRun run);
}
