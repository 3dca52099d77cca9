using System.Globalization;
using BarrierNode.Control;

namespace BarrierNode.Site;

/// <summary>Reads the calendar of a lane: <c>timetable</c> and <c>closures</c>.</summary>
internal static class CalendarReader
{
    private const int DayMinutes = 1440;
    private const int WeekMinutes = 7 * DayMinutes;
    private const int MaxName = 24;
    private const string DaysForm = "days such as mon, mon-fri or [mon, wed, sat-sun]";
    private const string TimeForm = "a time from 00:00 to 24:00";
    private const string MomentForm = "a date and time such as 2027-02-13 14:00, from 2024 to 2038";

    private static readonly string[] s_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The calendar of a lane; empty when it has none.</summary>
    public static CalendarModel Read(Section lane)
    {
        var openings = new List<OpeningModel>();
        var taken = new bool[WeekMinutes];
        foreach (Section row in Rows(lane, "timetable"))
        {
            if (ReadOpening(row) is { } opening)
            {
                Take(row, taken, opening);
                openings.Add(opening);
            }
        }

        var closures = new List<ClosureModel>();
        foreach (Section row in Rows(lane, "closures"))
        {
            if (ReadClosure(row) is { } closure)
            {
                if (closures.Find(c => c.FromMinutes < closure.ToMinutes && closure.FromMinutes < c.ToMinutes) is { } other)
                {
                    row.Problems.Add(row.Line, $"the closure '{closure.Name}' overlaps '{other.Name}'", "times that no other closure has");
                }

                closures.Add(closure);
            }
        }

        return new CalendarModel(openings, closures);
    }

    private static IEnumerable<Section> Rows(Section lane, string key)
    {
        if (!lane.Has(key))
        {
            lane.Optional(key);
            yield break;
        }

        YamlList? list = lane.List(key, "a list of rows");
        if (list?.Items.Count > LaneTable.MaxCalendarRows)
        {
            lane.Problems.Add(list.Line, $"'lane.{key}' has {list.Items.Count} rows", $"at most {LaneTable.MaxCalendarRows}");
        }

        foreach (YamlItem item in list?.Items ?? [])
        {
            if (item is YamlMap map)
            {
                yield return new Section(lane.Problems, map, key == "closures" ? "closure" : "opening");
            }
            else
            {
                lane.Problems.Add(item.Line, $"this is {Section.Kind(item)}", "the keys of a row");
            }
        }
    }

    private static OpeningModel? ReadOpening(Section row)
    {
        int? days = Days(row);
        int? from = Time(row, "from");
        int? to = Time(row, "to");
        row.Word("do", "open");
        row.Done();
        if (days is null || from is null || to is null)
        {
            return null;
        }

        if (from == DayMinutes || to == 0)
        {
            row.Problems.Add(row.LineOf(to == 0 ? "to" : "from"), "an opening time begins at 24:00 or ends at 00:00", "00:00 to begin, 24:00 to end");
            return null;
        }

        if (from == to)
        {
            row.Problems.Add(row.LineOf("to"), "an opening time begins and ends at the same minute", "another time; a whole day is 00:00 to 24:00");
            return null;
        }

        return new OpeningModel(days.Value, from.Value, to.Value);
    }

    private static ClosureModel? ReadClosure(Section row)
    {
        string? name = row.Text("name", "a name");
        int? from = Moment(row, "from");
        int? to = Moment(row, "to");
        row.Done();
        if (name?.Length > MaxName)
        {
            row.Problems.Add(row.LineOf("name"), $"'closure.name' has {name.Length} characters", $"at most {MaxName}");
        }

        if (from >= to)
        {
            row.Problems.Add(row.LineOf("to"), $"the closure '{name}' ends before it begins", "a later time");
            return null;
        }

        return name is null || from is null || to is null ? null : new ClosureModel(name, from.Value, to.Value);
    }

    // Two rows for one minute would say twice when it ends.
    private static void Take(Section row, bool[] taken, OpeningModel opening)
    {
        int length = ((opening.ToMinute - opening.FromMinute) + DayMinutes) % DayMinutes;
        length = length == 0 ? DayMinutes : length;
        for (int day = 0; day < s_days.Length; day++)
        {
            for (int m = 0; ((opening.Days >> day) & 1) != 0 && m < length; m++)
            {
                int at = ((day * DayMinutes) + opening.FromMinute + m) % WeekMinutes;
                if (taken[at])
                {
                    row.Problems.Add(row.Line, $"this opening time overlaps another on {s_days[at / DayMinutes]}", "times that no other row has");
                    return;
                }

                taken[at] = true;
            }
        }
    }

    private static int? Days(Section row)
    {
        YamlItem? item = row.Required("days", DaysForm);
        YamlItem[] words = item switch
        {
            null => [],
            YamlList list => [.. list.Items],
            _ => [item],
        };
        int mask = 0;
        foreach (YamlItem word in words)
        {
            int days = word is YamlScalar s ? Range(s.Text) : 0;
            if (days == 0)
            {
                row.Problems.Add(word.Line, $"'opening.days' has {Section.Kind(word)}", DaysForm);
                return null;
            }

            mask |= days;
        }

        if (item is not null && mask == 0)
        {
            row.Problems.Add(item.Line, "'opening.days' names no day", DaysForm);
        }

        return mask == 0 ? null : mask;
    }

    // "fri-mon" goes over the end of the week.
    private static int Range(string text)
    {
        string[] ends = text.Split('-');
        int first = Array.IndexOf(s_days, ends[0]);
        int last = Array.IndexOf(s_days, ends[^1]);
        if (ends.Length > 2 || first < 0 || last < 0)
        {
            return 0;
        }

        int mask = 1 << first;
        for (int day = first; day != last; mask |= 1 << day)
        {
            day = (day + 1) % s_days.Length;
        }

        return mask;
    }

    private static int? Time(Section row, string key)
    {
        string? text = row.Text(key, TimeForm);
        if (text is null)
        {
            return null;
        }

        if (text == "24:00")
        {
            return DayMinutes;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
        {
            return (time.Hour * 60) + time.Minute;
        }

        row.Problems.Add(row.LineOf(key), $"'opening.{key}' is '{text}'", TimeForm);
        return null;
    }

    private static int? Moment(Section row, string key)
    {
        string? text = row.Text(key, MomentForm);
        if (text is null)
        {
            return null;
        }

        if (LocalTime.Read(text) is { } minutes)
        {
            return minutes;
        }

        row.Problems.Add(row.LineOf(key), $"'closure.{key}' is '{text}'", MomentForm);
        return null;
    }
}
