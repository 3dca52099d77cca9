namespace BarrierNode.Sim;

/// <summary>A goal of an exercise that is run.</summary>
public sealed class GoalProgress
{
    private readonly ScenarioView _view;
    private long? _fromUs;

    internal GoalProgress(ExerciseGoal goal, ScenarioView view)
    {
        Goal = goal;
        _view = view;
    }

    /// <summary>The goal.</summary>
    public ExerciseGoal Goal { get; }

    /// <summary>It is pending, running, met or failed.</summary>
    public StepState State { get; private set; }

    /// <summary>Looks at the goal.</summary>
    /// <param name="beganUs">When its incident happened; null when it has not.</param>
    /// <param name="nowUs">Time of the exercise.</param>
    /// <param name="over">The exercise is over.</param>
    /// <returns>True when it has just been decided.</returns>
    internal bool Look(long? beganUs, long nowUs, bool over)
    {
        if (State is StepState.Met or StepState.Failed)
        {
            return false;
        }

        if (_fromUs is null && beganUs is not null)
        {
            _fromUs = beganUs;
            _view.Mark();
            State = StepState.Running;
        }

        bool inTime = _fromUs is { } fromUs && (Goal.WithinUs is { } withinUs ? nowUs - fromUs <= withinUs : over);
        if (inTime && Goal.Expect.All(f => f.Holds(_view)))
        {
            State = StepState.Met;
        }
        else if (over || (_fromUs is not null && Goal.WithinUs is not null && !inTime))
        {
            State = StepState.Failed;
        }

        return State is StepState.Met or StepState.Failed;
    }
}
