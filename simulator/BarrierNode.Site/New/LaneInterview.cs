namespace BarrierNode.Site.New;

/// <summary>Asks everything about one lane.</summary>
internal sealed class LaneInterview(Dialogue dialogue, PinBook pins, PinQuestions ask, IReadOnlyList<LaneAnswers> others)
{
    /// <summary>Outputs of the smallest lane that shares the warning of another: raise, lower.</summary>
    public const int LeastOutputs = 2;

    /// <summary>Inputs of the smallest lane: both ends and a loop.</summary>
    public const int LeastInputs = 3;

    private const int MaxLoops = 4;
    private const int MaxTimeMs = 600000;

    /// <summary>Speaks for the pins of the smallest lane.</summary>
    public static void ReserveLane(PinBook pins, bool ownWarning) => pins.Reserve(LeastOutputs + (ownWarning ? 1 : 0), LeastInputs);

    /// <summary>Holds the interview; the pins of the smallest lane are spoken for.</summary>
    public LaneAnswers Hold()
    {
        dialogue.Head($"Lane {others.Count + 1}");
        string id = Id();
        string word = dialogue.Word("What stands there?", LaneKindWords.All[0].Kind, [.. LaneKindWords.All.Select(k => k.Kind)]);
        LaneKindWords kind = LaneKindWords.All.First(k => k.Kind == word);
        int barriers = kind.MostBarriers == 1 ? 1 : dialogue.Number($"How many {kind.Barrier}s move together", 1, kind.MostBarriers, 1);

        int drives = OneOrEach("drive (hydraulic unit or motor)", outputs: 2, inputs: 0);
        int[] raisePins = Each(drives, i => ask.Output($"drive that {kind.Raises}{Of(kind, i, drives)}", $"{id} {kind.Raises}{Of(kind, i, drives)}"));
        int[] lowerPins = Each(drives, i => ask.Output($"drive that {kind.Lowers}{Of(kind, i, drives)}", $"{id} {kind.Lowers}{Of(kind, i, drives)}"));
        bool feedback = Optional(0, 2 * drives, "Have the contactors or valves mirror contacts that say whether they obey?", false);
        int[] raiseFeedback = Each(feedback ? drives : 0, i => ask.Input($"mirror contact of the drive that {kind.Raises}{Of(kind, i, drives)}"));
        int[] lowerFeedback = Each(feedback ? drives : 0, i => ask.Input($"mirror contact of the drive that {kind.Lowers}{Of(kind, i, drives)}"));

        int upSwitches = OneOrEach($"limit switch at the {kind.Up} end", outputs: 0, inputs: 1);
        int[] upPins = Each(
            upSwitches, i => ask.Input($"limit switch at the {kind.Up} end{Of(kind, i, upSwitches)}, a normally open contact", $"{id} {kind.Up} end"));
        int downSwitches = OneOrEach($"limit switch at the {kind.Down} end", outputs: 0, inputs: 1);
        int[] downPins = Each(
            downSwitches, i => ask.Input($"limit switch at the {kind.Down} end{Of(kind, i, downSwitches)}, a normally open contact", $"{id} {kind.Down} end"));

        LaneTimes times = Times(kind);
        int warning = Warning(id);
        int? red = Lamp("red", id);
        int? green = red is null ? null : Lamp("green", id);
        return new LaneAnswers
        {
            Id = id,
            Kind = kind.Kind,
            Barriers = barriers,
            RaisePins = raisePins,
            LowerPins = lowerPins,
            RaiseFeedbackPins = raiseFeedback,
            LowerFeedbackPins = lowerFeedback,
            UpPins = upPins,
            DownPins = downPins,
            Times = times,
            WarningPin = warning,
            RedPin = red,
            GreenPin = green,
            Loops = Loops(),
            Inputs = new RoleInterview(dialogue, pins, ask).Hold(id, kind.HasPit, red is not null, green is not null),
        };

        // One for all barriers, or one for each where the board has room.
        int OneOrEach(string what, int outputs, int inputs)
        {
            int more = barriers - 1;
            if (more == 0 || !pins.HasRoom(outputs * more, inputs * more)
                || dialogue.Word($"One {what} for all {kind.Barrier}s, or one for each?", "all", "all", "each") == "all")
            {
                return 1;
            }

            pins.Reserve(outputs * more, inputs * more);
            return barriers;
        }
    }

    private static int[] Each(int count, Func<int, int> question) => [.. Enumerable.Range(0, count).Select(question)];

    private static string Of(LaneKindWords kind, int index, int count) => count == 1 ? "" : $", {kind.Barrier} {index + 1} of {count}";

    private string Id()
    {
        int number = others.Count + 1;
        while (others.Any(o => o.Id == $"lane-{number}"))
        {
            number++;
        }

        return dialogue.Text(
            $"Name of the lane, {Names.LaneForm}",
            $"lane-{number}",
            answer => !Names.IsLane(answer) ? $"Expected {Names.LaneForm}."
                : others.Any(o => o.Id == answer) ? $"There is a lane {answer} already."
                : null);
    }

    private bool Optional(int outputs, int inputs, string question, bool preset)
    {
        bool wanted = pins.HasRoom(outputs, inputs) && dialogue.Yes(question, preset);
        if (wanted)
        {
            pins.Reserve(outputs, inputs);
        }

        return wanted;
    }

    private LaneTimes Times(LaneKindWords kind)
    {
        int raiseMs = dialogue.Number($"How long the drive {kind.Raises}, in ms", 200, 300000, kind.RaiseMs);
        int lowerMs = dialogue.Number($"How long it {kind.Lowers}, in ms", 200, 300000, kind.LowerMs);
        int raiseTimeoutMs = Timeout(kind.Raises, raiseMs);
        int lowerTimeoutMs = Timeout(kind.Lowers, lowerMs);
        int longestMs = Math.Max(raiseTimeoutMs, lowerTimeoutMs);
        return new LaneTimes(
            raiseMs,
            lowerMs,
            raiseTimeoutMs,
            lowerTimeoutMs,
            dialogue.Number("Both directions off before a change of direction, in ms", 100, 10000, kind.DeadTimeMs),
            dialogue.Number("Longest time that a drive may be on, in ms", longestMs, MaxTimeMs, longestMs + 1000),
            dialogue.Number("Time off after which that starts anew, in ms", 100, MaxTimeMs, 1000),
            dialogue.Number($"Light and sound before it {kind.Raises}, in ms", 500, 60000, kind.RaiseWarningMs),
            dialogue.Number($"Light and sound before it {kind.Lowers}, in ms", 0, 60000, kind.LowerWarningMs));
    }

    // A time-out without a margin would trip on the first cold morning.
    private int Timeout(string moves, int strokeMs) =>
        dialogue.Number($"It {moves} for too long after, in ms", ((strokeMs * 6) + 4) / 5, MaxTimeMs, strokeMs * 8 / 5);

    private int Warning(string id)
    {
        if (others.Count == 0)
        {
            return ask.Output("warning light and sounder", $"{id} warning");
        }

        return Optional(1, 0, "Has this lane a warning light and sounder of its own?", false)
            ? ask.Output("warning light and sounder", $"{id} warning")
            : others[0].WarningPin;
    }

    private int? Lamp(string colour, string id) =>
        Optional(1, 0, $"Is there a {colour} lamp for drivers?", true) ? ask.Output($"{colour} lamp", $"{id} {colour}") : null;

    private List<LoopAnswers> Loops()
    {
        int most = Enumerable.Range(1, MaxLoops).Last(n => pins.HasRoom(0, n - 1));
        int count = dialogue.Number("How many loops and radars guard the lane", 1, most, 2);
        pins.Reserve(0, count - 1);
        var loops = new List<LoopAnswers>();
        for (int i = 1; i <= count; i++)
        {
            loops.Add(Detector(i, dialogue.Word($"What is detector {i} in the order of driving? A loop is a relay.", "relay", "relay", "radar"), loops));
        }

        // A beam sees what is at its height: it comes on top of what guards the lane.
        if (Optional(0, 1, "Is there a light beam over the barriers, for high vehicles and drawbars?", false))
        {
            loops.Add(Detector(count + 1, "beam", loops));
        }

        return loops;
    }

    private LoopAnswers Detector(int number, string kind, List<LoopAnswers> before)
    {
        string name = LoopName(number, [.. others.SelectMany(o => o.Loops).Concat(before).Select(l => l.Name)]);
        int pin = ask.Input($"contact of detector {name}", $"detector {name}");
        bool closed = dialogue.Word("Its contact? normally-open takes a cut wire for a free lane.", "normally-closed", "normally-closed", "normally-open")
            == "normally-closed";
        return new LoopAnswers(kind, name, pin, closed, dialogue.Number("Occupied for how long after it cleared, in ms", 500, 10000, 1000));
    }

    private string LoopName(int number, string[] taken)
    {
        bool IsTaken(string name) => taken.Contains(name, StringComparer.OrdinalIgnoreCase);
        int free = taken.Length + 1;
        while (IsTaken($"loop{free}"))
        {
            free++;
        }

        return dialogue.Text(
            $"Name of detector {number}, {Names.LoopForm}",
            $"loop{free}",
            answer => !Names.IsLoop(answer) ? $"Expected {Names.LoopForm}."
                : Names.IsReserved(answer) ? $"Messages use {answer} for something else."
                : IsTaken(answer) ? $"There is a detector {answer} already."
                : null);
    }
}
