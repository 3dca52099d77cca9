namespace BarrierNode.Sim;

/// <summary>Does in an exercise what was written down.</summary>
/// <param name="run">The exercise.</param>
/// <param name="answers">What is done; without steps nothing.</param>
public sealed class ScriptedTrainee(ExerciseRun run, ExerciseAnswers answers)
{
    private int _next;
    private long _readyUs;
    private long? _waitsSinceUs;

    /// <summary>Runs the exercise to its end.</summary>
    public void Finish()
    {
        while (!run.IsOver)
        {
            Act();
            run.Advance(ExerciseRun.LookEveryUs);
        }
    }

    /// <summary>Does what is to be done at this moment.</summary>
    public void Act()
    {
        while (_next < answers.Steps.Count && IsDue(answers.Steps[_next].Step, out bool gaveUp))
        {
            (ExerciseRole role, ScenarioStep step) = answers.Steps[_next++];
            if (!gaveUp && step.Act is { } act and not WaitAct)
            {
                run.Act(role, act);
            }

            _readyUs = run.NowUs + (step.Act is WaitAct wait ? wait.Us : 0);
            _waitsSinceUs = null;
        }
    }

    // A trainee who has waited too long for something goes on.
    private bool IsDue(ScenarioStep step, out bool gaveUp)
    {
        gaveUp = false;
        if (run.NowUs < Math.Max(step.AtUs ?? 0, _readyUs + step.AfterUs))
        {
            return false;
        }

        _waitsSinceUs ??= run.NowUs;
        gaveUp = step.When.Any(f => !f.Holds(run.View));
        return !gaveUp || run.NowUs - _waitsSinceUs >= step.PatienceUs;
    }
}
