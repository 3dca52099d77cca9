using BarrierNode.Control;
using BarrierNode.Site;
using Names = BarrierNode.Control.Names;

namespace BarrierNode.Sim;

/// <summary>
/// A run of a scenario in a city of its own, in slices of any length, so that a screen can show it. The same scenario, site and seed give the same
/// run, message by message. Not thread-safe: the owner locks.
/// </summary>
public sealed class ScenarioRun
{
    /// <summary>Every fact is looked at so often, in microseconds: twice a scan.</summary>
    public const long LookEveryUs = 10_000;

    private const int TimeLineLength = 200;

    private readonly ScenarioStage _stage;
    private readonly Witness _witness;
    private readonly ScenarioView _view;
    private readonly ScenarioView _whole;
    private readonly StepProgress[] _steps;
    private readonly StepProgress[] _watches;
    private readonly Queue<TimeLineEntry> _timeLine = new();
    private readonly List<int> _answers = [];
    private readonly long _startUs;
    private int _current;
    private long _stepReadyUs;
    private long? _expectingUs;
    private bool _acted;

    /// <summary>Builds the city, and lets it settle as the scenario says.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="site">Its site.</param>
    /// <param name="seed">Another seed than its own, or null.</param>
    public ScenarioRun(Scenario scenario, SiteModel site, int? seed = null)
    {
        Scenario = scenario;
        Seed = seed ?? scenario.Seed;
        City = new City([site], Options(scenario, Seed));
        _stage = new ScenarioStage(City);
        if (AsksForLaws(scenario))
        {
            // From the first scan on, not from the first look.
            _ = _stage.Laws;
        }

        _witness = new Witness(_stage.Station);
        _view = new ScenarioView(_stage, _witness);
        _whole = new ScenarioView(_stage, _witness);
        _steps = [.. scenario.Steps.Select(s => new StepProgress(s, ScenarioWriter.Line(s)))];
        _watches = [.. Watches(scenario).Select(s => new StepProgress(s, ScenarioWriter.Line(s)) { State = StepState.Running, BeganUs = 0 })];
        _startUs = scenario.Given.SettleUs;
        _witness.Heard += told => Note(told.AtUs - _startUs, told.ToString());
        _witness.Moved += (lane, position) => Note(NowUs, $"{lane} is {Names.Of(position)}");
        Settle();
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The seed of this run.</summary>
    public int Seed { get; }

    /// <summary>Where it runs. Let time pass by <see cref="Advance"/> alone.</summary>
    public City City { get; }

    /// <summary>Time of the scenario in microseconds: 0 when its first step begins.</summary>
    public long NowUs => City.NowUs - _startUs;

    /// <summary>The steps, then what must be so all the time.</summary>
    public IReadOnlyList<StepProgress> Steps => [.. _steps, .. _watches];

    /// <summary>What happened, the latest two hundred.</summary>
    public IReadOnlyCollection<TimeLineEntry> TimeLine => _timeLine;

    /// <summary>Every step was met, or one has failed.</summary>
    public bool IsOver => _current >= _steps.Length || Failure is not null;

    /// <summary>It is over, and every step was met.</summary>
    public bool Passed => IsOver && Failure is null;

    /// <summary>The step that has failed, or null.</summary>
    public StepProgress? Failure { get; private set; }

    /// <summary>Lets time pass, until the scenario is over.</summary>
    /// <param name="us">How long, in microseconds.</param>
    public void Advance(long us)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(us);
        long endUs = City.NowUs + us;
        Look();
        while (City.NowUs < endUs && !IsOver)
        {
            City.Advance(Math.Min(endUs, NextLookUs()) - City.NowUs);
            Look();
        }
    }

    /// <summary>Runs to the end.</summary>
    public void Finish()
    {
        while (!IsOver)
        {
            Advance(1_000_000);
        }
    }

    private static bool AsksForLaws(Scenario scenario) =>
        scenario.Steps.SelectMany(s => s.When.Concat<ScenarioFact>(s.Expect?.Facts ?? [])).Concat(scenario.Always).Concat(scenario.Never.SelectMany(f => f))
            .OfType<CountFact>().Any(c => c.Key == CountFact.LawsBroken);

    private static CityOptions Options(Scenario scenario, int seed)
    {
        CityOptions options = new(seed, scenario.Given.Barriers);
        return scenario.Given.ClockMinutes is { } minutes ? options with { ClockMinutes = minutes - (int)(scenario.Given.SettleUs / 60_000_000) } : options;
    }

    private static IEnumerable<ScenarioStep> Watches(Scenario scenario)
    {
        if (scenario.Always.Count > 0)
        {
            yield return new ScenarioStep { Expect = new ScenarioExpectation(scenario.Always) { ThroughoutUs = long.MaxValue } };
        }

        foreach (IReadOnlyList<ScenarioFact> never in scenario.Never)
        {
            yield return new ScenarioStep { Expect = new ScenarioExpectation(never) { ThroughoutUs = long.MaxValue, Never = true } };
        }
    }

    private void Settle()
    {
        foreach (string input in Scenario.Given.Acting)
        {
            new ContactAct(input, true).Do(_stage);
        }

        try
        {
            foreach (string fault in Scenario.Given.Faults)
            {
                _stage.Break(fault);
            }
        }
        catch (ScenarioActException wrong)
        {
            Fail(_steps[0], wrong.Message);
        }

        City.Advance(_startUs);

        _view.Mark();
        _whole.Mark();
    }

    private long NextLookUs() => (City.NowUs / LookEveryUs * LookEveryUs) + LookEveryUs;

    private void Look()
    {
        if (IsOver)
        {
            return;
        }

        if (!_stage.Station.Node.HasPower)
        {
            _witness.ForgetStates();
        }

        _stage.Step();
        NoteAnswers();
        while (!IsOver && StepOn(_steps[_current]))
        {
            _current++;
            _stepReadyUs = NowUs;
            _expectingUs = null;
            _acted = false;
        }

        WatchAll();
        if (IsOver)
        {
            _witness.Leave();
        }
    }

    // True when the step is met.
    private bool StepOn(StepProgress progress)
    {
        ScenarioStep step = progress.Step;
        if (progress.State == StepState.Pending && step.AtUs is { } atUs && atUs < NowUs)
        {
            return Fail(progress, $"{DurationText.Write(atUs)} is over: the step before ended at {DurationText.Write(NowUs)}");
        }

        progress.State = StepState.Running;
        if (NowUs < (step.AtUs ?? (_stepReadyUs + step.AfterUs)))
        {
            return false;
        }

        progress.BeganUs ??= NowUs;
        if (_expectingUs is null)
        {
            ScenarioFact[] missing = [.. step.When.Where(f => !f.Holds(_view))];
            if (missing.Length > 0)
            {
                return NowUs - progress.BeganUs >= step.PatienceUs
                    && Fail(progress, $"after {DurationText.Write(step.PatienceUs)}: {string.Join(", ", missing.Select(f => f.Seen(_view)))}");
            }

            _expectingUs = NowUs;
        }

        if (step.Act is not null && !_acted && !Do(progress, step.Act))
        {
            return false;
        }

        if (step.Act is WaitAct wait && NowUs - _expectingUs < wait.Us)
        {
            return false;
        }

        if (step.Expect is not null)
        {
            StepState state = StepWatch.Judge(step.Expect, _view, NowUs - _expectingUs.Value, out string seen);
            if (state != StepState.Met)
            {
                return state == StepState.Failed && Fail(progress, seen);
            }
        }

        progress.State = StepState.Met;
        progress.EndedUs = NowUs;
        return true;
    }

    private bool Do(StepProgress progress, ScenarioAct act)
    {
        _acted = true;
        if (act is WaitAct)
        {
            return true;
        }

        Note(NowUs, act.ToString());
        _view.Mark();
        try
        {
            act.Do(_stage);
            return true;
        }
        catch (ScenarioActException wrong)
        {
            return Fail(progress, wrong.Message);
        }
    }

    private void WatchAll()
    {
        foreach (StepProgress watch in _watches)
        {
            StepState state = StepWatch.Judge(watch.Step.Expect!, _whole, NowUs, out string seen);
            if (state == StepState.Failed && Failure is null)
            {
                Fail(watch, seen);
            }
            else if (_current >= _steps.Length && Failure is null)
            {
                watch.State = StepState.Met;
                watch.EndedUs = NowUs;
            }
        }
    }

    // Always false: the step is not met.
    private bool Fail(StepProgress progress, string seen)
    {
        progress.State = StepState.Failed;
        progress.EndedUs = NowUs;
        progress.Seen = seen;
        Failure = progress;
        return false;
    }

    private void NoteAnswers()
    {
        IReadOnlyList<HubCommand> commands = City.Hub.Commands;
        for (int i = 0; i < commands.Count; i++)
        {
            if (i == _answers.Count)
            {
                _answers.Add(0);
            }

            for (; _answers[i] < commands[i].Answers.Count; _answers[i]++)
            {
                HubAnswer answer = commands[i].Answers[_answers[i]];
                Note(answer.AtUs - _startUs, $"{Names.Of(commands[i].Op)} {commands[i].Lane}: {new AnswerFact(answer.Stage, answer.Reason, answer.BlockedBy)}");
            }
        }
    }

    private void Note(long atUs, string what)
    {
        _timeLine.Enqueue(new TimeLineEntry(atUs, what));
        if (_timeLine.Count > TimeLineLength)
        {
            _timeLine.Dequeue();
        }
    }
}
