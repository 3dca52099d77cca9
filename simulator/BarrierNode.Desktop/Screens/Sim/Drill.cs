using BarrierNode.Sim;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>
/// An exercise in the window: it stands until somebody begins it, runs in whole looks, and stands when it is over. So everything is done at the moment of a
/// look, and the answers that are saved give the same run.
/// </summary>
/// <param name="run">The exercise.</param>
/// <param name="texts">The language; it has passed <see cref="ExerciseTexts.Need"/>.</param>
/// <param name="open">Fields of the button that opens the same exercise once more.</param>
public sealed class Drill(ExerciseRun run, ExerciseTexts texts, string open)
{
    private readonly List<(string Name, long UntilUs)> _presses = [];
    private long _owedUs;

    /// <summary>The exercise.</summary>
    public ExerciseRun Run => run;

    /// <summary>The language.</summary>
    public ExerciseTexts Texts => texts;

    /// <summary>Fields of the button that opens the same exercise once more.</summary>
    public string Open => open;

    /// <summary>It was begun.</summary>
    public bool Begun { get; private set; }

    /// <summary>Its time stands: it was not begun, or is over.</summary>
    public bool Stands => !Begun || run.IsOver;

    /// <summary>Begins it.</summary>
    public void Begin() => Begun = true;

    /// <summary>Lets time pass.</summary>
    /// <param name="us">How long, in microseconds; what is left of a look comes with the next one.</param>
    public void Advance(long us)
    {
        for (_owedUs += us; _owedUs >= ExerciseRun.LookEveryUs; _owedUs -= ExerciseRun.LookEveryUs)
        {
            if (Stands)
            {
                _owedUs = 0;
                return;
            }

            run.Advance(ExerciseRun.LookEveryUs);
            Release();
        }
    }

    /// <summary>A trainee does something, in the first of the roles that may.</summary>
    /// <param name="act">What.</param>
    /// <returns>What was done, and by whom.</returns>
    /// <exception cref="DeskException">The exercise does not run, none of its roles may, or it cannot be done.</exception>
    public string Do(ScenarioAct act)
    {
        if (Stands)
        {
            throw new DeskException(texts[Begun ? "common.over" : "common.notBegun"]);
        }

        foreach (ExerciseRole role in run.Exercise.Roles.Where(r => ExerciseRoles.May(r, act)))
        {
            string done = $"{texts[$"common.role.{ExerciseRoles.Word(role)}"]}: {act}";
            return run.Act(role, act) is not { } why ? done : throw new DeskException($"{done} - {texts["common.notPossible"]} ({why})");
        }

        throw new DeskException(texts["common.notYours"]);
    }

    /// <summary>A trainee presses a button for a moment.</summary>
    /// <param name="name">Its name at the site.</param>
    /// <inheritdoc cref="Do"/>
    public string Press(string name)
    {
        string done = Do(new ContactAct(name, true));
        _presses.Add((name, run.NowUs + Contacts.PressUs));
        return done;
    }

    private void Release()
    {
        for (int i = _presses.Count - 1; i >= 0; i--)
        {
            if (_presses[i].UntilUs <= run.NowUs && !run.IsOver)
            {
                Do(new ContactAct(_presses[i].Name, false));
                _presses.RemoveAt(i);
            }
        }
    }
}
