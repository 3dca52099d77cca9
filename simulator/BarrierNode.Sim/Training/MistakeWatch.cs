namespace BarrierNode.Sim;

/// <summary>A mistake of an exercise that is run.</summary>
internal sealed class MistakeWatch(ExerciseMistake mistake, ScenarioView view)
{
    private bool _watches;

    public ExerciseMistake Mistake => mistake;

    /// <summary>It was made.</summary>
    public bool Made { get; private set; }

    /// <summary>Looks whether it is made now.</summary>
    /// <param name="counts">It counts at this time.</param>
    /// <returns>True when it has just been made.</returns>
    public bool Look(bool counts)
    {
        if (counts && !_watches)
        {
            view.Mark();
        }

        _watches = counts;
        if (Made || !counts || !mistake.Is.All(f => f.Holds(view)))
        {
            return false;
        }

        return Made = true;
    }
}
