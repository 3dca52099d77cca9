using BarrierNode.Control;
using BarrierNode.Site;
using Names = BarrierNode.Control.Names;

namespace BarrierNode.Sim;

/// <summary>
/// A run of an exercise in a city of its own, in slices of any length: a screen or a <see cref="ScriptedTrainee"/> acts in between. The same exercise
/// and the same acts at the same times give the same run. Not thread-safe: the owner locks.
/// </summary>
public sealed class ExerciseRun
{
    /// <summary>Incidents, goals and mistakes are looked at so often, in microseconds.</summary>
    public const long LookEveryUs = ScenarioRun.LookEveryUs;

    // What every passage and every move tells; the positions say it better.
    private static readonly EventCode[] s_usual =
    [
        EventCode.CommandAccepted, EventCode.MoveStarted, EventCode.MoveDone, EventCode.Detected, EventCode.Cleared, EventCode.StrokeMeasured,
        EventCode.ClockSet,
    ];

    private readonly ScenarioStage _stage;
    private readonly Witness _witness;
    private readonly GoalProgress[] _goals;
    private readonly MistakeWatch[] _mistakes;
    private readonly Dictionary<string, long> _happened = [];
    private readonly long?[] _dueUs;
    private readonly bool[] _done;
    private readonly List<DebriefEntry> _debrief = [];
    private readonly List<AnswerStep> _acts = [];

    /// <summary>Builds the city, and lets it settle.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="site">Its site.</param>
    /// <param name="seed">Another seed than its own, or null.</param>
    public ExerciseRun(Exercise exercise, SiteModel site, int? seed = null)
    {
        Exercise = exercise;
        City = new City([site], new CityOptions(seed ?? exercise.Seed, exercise.Barriers));
        _stage = new ScenarioStage(City);
        _witness = new Witness(_stage.Station);
        View = NewView();
        _goals = [.. exercise.Goals.Select(g => new GoalProgress(g, NewView()))];
        _mistakes = [.. exercise.Mistakes.Select(m => new MistakeWatch(m, NewView()))];
        _dueUs = new long?[exercise.Incidents.Count];
        _done = new bool[exercise.Incidents.Count];
        City.Advance(ScenarioGiven.UsualSettleUs);
        View.Mark();
        _witness.Heard += Hear;
        _witness.Moved += (lane, position) => _debrief.Add(new(NowUs, DebriefKind.Position, Names.Of(position)) { Lane = lane });
        Look();
    }

    /// <summary>The exercise.</summary>
    public Exercise Exercise { get; }

    /// <summary>Where it runs. Let time pass by <see cref="Advance"/> alone.</summary>
    public City City { get; }

    /// <summary>Time of the exercise in microseconds.</summary>
    public long NowUs => City.NowUs - ScenarioGiven.UsualSettleUs;

    /// <summary>The exercise has ended.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What happened, was done, and was right or wrong, in its order.</summary>
    public IReadOnlyList<DebriefEntry> Debrief => _debrief;

    /// <summary>What the trainees did, each thing at its time: answers that give the same debrief. What a role may not do is not in it.</summary>
    public ExerciseAnswers Answers => new(Exercise.Id, [.. _acts]);

    /// <summary>People inside the counting lines.</summary>
    public int PeopleInside => _stage.PeopleInside;

    /// <summary>The goals and how they stand.</summary>
    public IReadOnlyList<GoalProgress> Goals => _goals;

    /// <summary>The points of goals reached less those of mistakes made, never below 0.</summary>
    public int Points =>
        Math.Max(0, _goals.Where(g => g.State == StepState.Met).Sum(g => g.Goal.Points) - _mistakes.Where(m => m.Made).Sum(m => m.Mistake.Minus));

    /// <summary>It is over, with enough points.</summary>
    public bool Passed => IsOver && Points * 100 >= Exercise.PassPercent * Exercise.MaxPoints;

    /// <summary>What a trainee can see from the beginning of the exercise on.</summary>
    internal ScenarioView View { get; }

    /// <summary>Lets time pass, until the exercise is over.</summary>
    /// <param name="us">How long, in microseconds.</param>
    public void Advance(long us)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(us);
        long endUs = City.NowUs + us;
        while (City.NowUs < endUs && !IsOver)
        {
            long nextUs = Math.Min(endUs, (City.NowUs / LookEveryUs * LookEveryUs) + LookEveryUs);
            City.Advance(Math.Min(nextUs, ScenarioGiven.UsualSettleUs + Exercise.LastsUs) - City.NowUs);
            Look();
        }
    }

    /// <summary>Somebody does something.</summary>
    /// <param name="role">Who.</param>
    /// <param name="act">What.</param>
    /// <returns>Null, or why it cannot be done; it is in the debrief either way.</returns>
    public string? Act(ExerciseRole role, ScenarioAct act)
    {
        string why = "";
        if (!ExerciseRoles.May(role, act))
        {
            why = $"{ExerciseRoles.Word(role)}: {string.Join(", ", ExerciseRoles.Verbs(role))}";
        }
        else
        {
            _acts.Add(new(role, new ScenarioStep { AtUs = NowUs, Act = act }));
            try
            {
                act.Do(_stage);
            }
            catch (ScenarioActException wrong)
            {
                why = wrong.Message;
            }
        }

        _debrief.Add(new(NowUs, DebriefKind.Act, act.ToString()) { Role = role, Detail = why });
        return why.Length == 0 ? null : why;
    }

    private ScenarioView NewView() => new(_stage, _witness);

    private void Look()
    {
        if (!_stage.Station.Node.HasPower)
        {
            _witness.ForgetStates();
        }

        _stage.Step();
        for (int i = 0; i < _done.Length; i++)
        {
            Look(i, Exercise.Incidents[i]);
        }

        bool over = NowUs >= Exercise.LastsUs;
        foreach (MistakeWatch watch in _mistakes)
        {
            if (watch.Look(BeganUs(watch.Mistake.After) is not null && !(watch.Mistake.Until is { } until && _happened.ContainsKey(until))))
            {
                _debrief.Add(new(NowUs, DebriefKind.Mistake, watch.Mistake.Id) { Points = -watch.Mistake.Minus });
            }
        }

        foreach (GoalProgress goal in _goals)
        {
            if (goal.Look(BeganUs(goal.Goal.After), NowUs, over))
            {
                bool met = goal.State == StepState.Met;
                _debrief.Add(new(NowUs, met ? DebriefKind.Reached : DebriefKind.Missed, goal.Goal.Id) { Points = met ? goal.Goal.Points : 0 });
            }
        }

        if (over)
        {
            IsOver = true;
            _witness.Leave();
        }
    }

    private void Look(int number, ExerciseIncident incident)
    {
        if (_done[number])
        {
            return;
        }

        if (_dueUs[number] is null && NowUs >= incident.AtUs && incident.When.All(f => f.Holds(View)))
        {
            _dueUs[number] = NowUs + incident.DelayUs;
        }

        if (_dueUs[number] is not { } dueUs || NowUs < dueUs)
        {
            return;
        }

        _done[number] = true;
        if (incident.Id.Length > 0)
        {
            _happened[incident.Id] = NowUs;
            _debrief.Add(new(NowUs, DebriefKind.Incident, incident.Id));
        }

        try
        {
            incident.Act?.Do(_stage);
        }
        catch (ScenarioActException wrong)
        {
            // A vehicle that a trainee has taken away cannot be driven on: the exercise goes on without.
            _debrief.Add(new(NowUs, DebriefKind.Act, incident.Act!.ToString()) { Role = ExerciseRole.Trainer, Detail = wrong.Message });
        }
    }

    private long? BeganUs(string? incident) => incident is null ? 0 : _happened.TryGetValue(incident, out long us) ? us : null;

    private void Hear(ToldEvent told)
    {
        if (!s_usual.Contains(told.Code))
        {
            string detail = string.Join(", ", told.Fields.Select(f => $"{f.Key}: {f.Value}"));
            _debrief.Add(new(NowUs, DebriefKind.Event, Names.Of(told.Code)) { Lane = told.Lane, Detail = detail });
        }
    }
}
