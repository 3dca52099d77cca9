using BarrierNode.Sim;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>The time line of a debrief: rows of marks and spans over the time of the exercise.</summary>
public sealed class DebriefChart
{
    private readonly DrillView _view;
    private readonly List<ChartRow> _rows = [];

    /// <summary>Makes it.</summary>
    /// <param name="view">An exercise that is over.</param>
    /// <param name="lanes">Ids of the lanes of its site.</param>
    public DebriefChart(DrillView view, IEnumerable<string> lanes)
    {
        _view = view;
        AddMarks(view.Common("incident"), e => e.Kind == DebriefKind.Incident, _ => "incident");
        foreach (ExerciseRole role in view.Exercise.Roles)
        {
            AddMarks(
                view.Common($"role.{ExerciseRoles.Word(role)}"), e => e.Kind == DebriefKind.Act && e.Role == role, e => e.Detail.Length == 0 ? "act" : "refused");
        }

        foreach (string lane in lanes)
        {
            _rows.Add(new(lane, "", Stays(lane), Marks(e => e.Kind == DebriefKind.Event && e.Lane == lane, _ => "event")));
        }

        AddMarks(view.Common("node"), e => e.Kind == DebriefKind.Event && e.Lane.Length == 0, _ => "event");
        foreach (DebriefEntry decided in view.Debrief.Where(e => e.Kind is DebriefKind.Reached or DebriefKind.Missed))
        {
            AddGoal(decided);
        }

        AddMarks(view.Common("mistake"), e => e.Kind == DebriefKind.Mistake, _ => "mistake");
    }

    /// <summary>The rows, from above.</summary>
    public IReadOnlyList<ChartRow> Rows => _rows;

    // Rows without anything say nothing.
    private void AddMarks(string label, Func<DebriefEntry, bool> which, Func<DebriefEntry, string> look)
    {
        if (Marks(which, look) is { Count: > 0 } marks)
        {
            _rows.Add(new(label, "", [], marks));
        }
    }

    private void AddGoal(DebriefEntry decided)
    {
        ExerciseGoal goal = _view.Exercise.Goals.First(g => g.Id == decided.Id);
        long fromUs = goal.After is { } after ? _view.Debrief.FirstOrDefault(e => e.Kind == DebriefKind.Incident && e.Id == after)?.AtUs ?? decided.AtUs : 0;
        bool met = decided.Kind == DebriefKind.Reached;
        _rows.Add(new(
            met ? $"✓ +{decided.Points}" : "✗ 0", _view.Words.What(decided), [new(fromUs, decided.AtUs, met ? "reached" : "missed", "")],
            [new(decided.AtUs, met ? "reached" : "missed", $"{DebriefWords.Time(decided.AtUs)} {_view.Words.Who(decided)}")]));
    }

    private List<ChartSpan> Stays(string lane)
    {
        List<ChartSpan> stays = [];
        (long sinceUs, string position) = (0, _view.Exercise.Barriers switch
        {
            StreetStart.BarriersUp => "up",
            StreetStart.BarriersDown => "down",
            _ => "unknown",
        });
        foreach (DebriefEntry moved in _view.Debrief.Where(e => e.Kind == DebriefKind.Position && e.Lane == lane))
        {
            stays.Add(new(sinceUs, moved.AtUs, position, _view.Common($"position.{position}")));
            (sinceUs, position) = (moved.AtUs, moved.Id);
        }

        stays.Add(new(sinceUs, _view.Exercise.LastsUs, position, _view.Common($"position.{position}")));
        return stays;
    }

    private List<ChartMark> Marks(Func<DebriefEntry, bool> which, Func<DebriefEntry, string> look) =>
        [.. _view.Debrief.Where(which).Select(e => new ChartMark(e.AtUs, look(e), $"{DebriefWords.Time(e.AtUs)} {_view.Words.What(e)}"))];
}

/// <summary>A row of the time line.</summary>
/// <param name="Label">What stands before it.</param>
/// <param name="Text">What stands over it, or empty.</param>
/// <param name="Spans">What lasts.</param>
/// <param name="Marks">What happens at a moment.</param>
public sealed record ChartRow(string Label, string Text, IReadOnlyList<ChartSpan> Spans, IReadOnlyList<ChartMark> Marks);

/// <summary>Something that lasts.</summary>
/// <param name="FromUs">Its beginning in microseconds of the exercise.</param>
/// <param name="ToUs">Its end.</param>
/// <param name="Look">How it is drawn: a position, <c>reached</c>, <c>missed</c>.</param>
/// <param name="Text">What it is.</param>
public sealed record ChartSpan(long FromUs, long ToUs, string Look, string Text);

/// <summary>Something that happens at a moment.</summary>
/// <param name="AtUs">When, in microseconds of the exercise.</param>
/// <param name="Look">How it is drawn: <c>incident</c>, <c>act</c>, <c>refused</c>, <c>event</c>, <c>reached</c>, <c>missed</c>, <c>mistake</c>.</param>
/// <param name="Text">What it is.</param>
public sealed record ChartMark(long AtUs, string Look, string Text);
