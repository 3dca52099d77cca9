using BarrierNode.Control;

namespace BarrierNode.Site;

/// <summary>Reads the lanes of a site file.</summary>
internal sealed class LaneReader(ProblemList problems, PinPlan pins)
{
    private const int MaxBarriers = 8;
    private const int MaxTimeMs = 600000;
    private const int MaxStrokeMs = 300000;
    private const int MinRaiseWarningMs = 500;
    private const int LimitOnDelayMs = 40;

    private static readonly Dictionary<string, LaneKind> Kinds = new()
    {
        ["bollard-group"] = LaneKind.BollardGroup,
        ["sliding-gate"] = LaneKind.SlidingGate,
        ["swing-gate"] = LaneKind.SwingGate,
        ["barrier-arm"] = LaneKind.BarrierArm,
        ["passive-barrier"] = LaneKind.PassiveBarrier,
    };

    private readonly DriveReader _drives = new(problems, pins);
    private readonly LoopReader _loops = new(problems, pins);
    private readonly RoleReader _roles = new(problems, pins);
    private readonly List<(int Pin, int LaneLine)> _warnings = [];
    private readonly List<(string Lane, int Line)> _sallyPorts = [];

    public List<LaneModel> ReadAll(Section root)
    {
        var lanes = new List<LaneModel>();
        YamlList? list = root.List("lanes", "a list of 1 to 4 lanes");
        if (list is { Items.Count: 0 })
        {
            problems.Add(list.Line, "there is no lane", "a list of 1 to 4 lanes");
        }

        foreach (YamlItem item in list?.Items ?? [])
        {
            if (item is not YamlMap map)
            {
                problems.Add(item.Line, $"this lane is {Section.Kind(item)}", "the keys of a lane");
                continue;
            }

            LaneModel lane = Read(new Section(problems, map, "lane"));
            if (lanes.Exists(l => l.Id == lane.Id && l.Id.Length > 0))
            {
                problems.Add(map.Line, $"a second lane is called '{lane.Id}'", "a name of its own");
            }

            lanes.Add(lane);
        }

        CheckSallyPorts(lanes);
        return lanes;
    }

    private LaneModel Read(Section lane)
    {
        string id = ReadId(lane);
        LaneKind kind = Kinds.GetValueOrDefault(lane.Word("kind", [.. Kinds.Keys]) ?? "", LaneKind.BollardGroup);
        bool driven = kind != LaneKind.PassiveBarrier;
        int barriers = kind == LaneKind.BollardGroup
            ? lane.Int("barriers", 1, MaxBarriers) ?? 0
            : lane.OptionalInt("barriers", 1, Most(kind)) ?? 1;

        DriveKeys drive = _drives.Read(driven ? lane.Sub("drive") : null, id, barriers);
        Section? limits = lane.Sub("limits");
        int? debounceMs = limits?.OptionalInt("debounceMs", 20, 200);
        List<InputModel> up = ReadLimits(limits, "up", id, barriers, debounceMs);
        List<InputModel> down = ReadLimits(limits, "down", id, barriers, debounceMs);
        limits?.Done();
        Stroke stroke = ReadStroke(driven ? lane.Sub("stroke") : null);
        CheckMaxRun(lane, drive, stroke);
        Warning warning = ReadWarning(driven ? lane.Sub("warning") : null, id, lane.Line);
        (int? red, int? green) = ReadSignal(driven ? lane.OptionalSub("signal") : null, id);
        List<InputModel> loops = driven || lane.Has("loops") ? _loops.Read(lane, id) : [];
        List<InputModel> inputs = _roles.Inputs(lane, id);
        List<RoleOutputModel> outputs = driven ? _roles.Outputs(lane, id) : [];
        Section? numbers = lane.OptionalSub("settings");
        int[] settings = SettingReader.Read(numbers);
        CheckBackup(numbers, settings[(int)LaneSetting.EndBackupMs], stroke);
        string? sallyPort = ReadSallyPort(lane, id, driven && drive.Hold.Count == 0);
        CalendarModel calendar = driven ? CalendarReader.Read(lane) : CalendarModel.Empty;
        lane.Done();

        return new LaneModel(
            id, kind, barriers, drive.Raise, drive.Lower, drive.DeadTimeMs, drive.MaxRunMs, drive.RestMs, up, down,
            stroke.RaiseMs, stroke.LowerMs, stroke.RaiseTimeoutMs, stroke.LowerTimeoutMs,
            warning.RaiseMs, warning.LowerMs, warning.Pins, red, green, loops)
        {
            HoldPins = drive.Hold, Feedback = drive.Feedback, Inputs = inputs, Outputs = outputs, Settings = settings, SallyPort = sallyPort, Calendar = calendar,
        };
    }

    // A sliding gate has one wing; swing gates and arms come in pairs, too.
    private static int Most(LaneKind kind) => kind switch
    {
        LaneKind.SlidingGate => 1,
        LaneKind.SwingGate or LaneKind.BarrierArm => 2,
        _ => MaxBarriers,
    };

    // A back-up that comes before the stroke is over would stop every raise; one after the time-out would never act.
    private void CheckBackup(Section? settings, int backupMs, Stroke stroke)
    {
        if (backupMs > 0 && (backupMs <= stroke.RaiseMs || backupMs >= stroke.RaiseTimeoutMs))
        {
            problems.Add(
                settings!.LineOf("endBackupMs"),
                $"'lane.settings.endBackupMs' is {backupMs}, the stroke takes {stroke.RaiseMs} and its time-out is {stroke.RaiseTimeoutMs}",
                "0, or a time between the two");
        }
    }

    private string? ReadSallyPort(Section lane, string id, bool lowers)
    {
        string? other = lane.OptionalText("sallyPort", Names.LaneForm);
        if (other is not null && !lowers)
        {
            problems.Add(lane.LineOf("sallyPort"), $"lane '{id}' has no drive that lowers", "a line that opens only when it is driven");
        }

        if (other is not null)
        {
            _sallyPorts.Add((id, lane.LineOf("sallyPort")));
        }

        return other;
    }

    // Two lines that are never open together: each names the other.
    private void CheckSallyPorts(List<LaneModel> lanes)
    {
        foreach ((string id, int line) in _sallyPorts)
        {
            string other = lanes.First(l => l.Id == id && l.SallyPort is not null).SallyPort!;
            if (other == id || !lanes.Exists(l => l.Id == other))
            {
                problems.Add(line, $"'lane.sallyPort' of lane '{id}' is '{other}'", "the other line, a lane of this site");
            }
            else if (lanes.First(l => l.Id == other).SallyPort is var back && back != id)
            {
                problems.Add(line, $"lane '{id}' names '{other}', and '{other}' names {(back is null ? "none" : $"'{back}'")}", $"'sallyPort: {id}' in lane '{other}'");
            }
        }
    }

    private static string ReadId(Section lane)
    {
        string? id = lane.Text("id", Names.LaneForm);
        if (id is not null && !Names.IsLane(id))
        {
            lane.Problems.Add(lane.LineOf("id"), $"'lane.id' is '{id}'", Names.LaneForm);
        }

        return id ?? "";
    }

    private List<InputModel> ReadLimits(Section? limits, string key, string lane, int barriers, int? debounceMs)
    {
        YamlItem? item = limits?.Required(key, PinList.OneOr(barriers));
        bool normallyClosed = false;
        if (item is YamlMap map)
        {
            var section = new Section(problems, map, $"lane.limits.{key}");
            normallyClosed = section.OptionalWord("contact", "normally-open", "normally-closed") == "normally-closed";
            item = section.Required("pins", PinList.OneOr(barriers));
            section.Done();
        }

        List<(int Gpio, int Line)> list = PinList.Read(problems, item, $"lane.limits.{key}");
        if (limits is not null)
        {
            PinList.CheckCount(limits, key, list.Count, barriers, $"{lane}.{key}");
        }

        var inputs = new List<InputModel>();
        for (int i = 0; i < list.Count; i++)
        {
            string name = SiteNames.Numbered($"{lane}.{key}", i, list.Count);
            pins.TakeInput(list[i].Gpio, name, list[i].Line);
            inputs.Add(new InputModel(name, list[i].Gpio, normallyClosed, debounceMs ?? LimitOnDelayMs, debounceMs ?? 0));
        }

        return inputs;
    }

    private Stroke ReadStroke(Section? stroke)
    {
        if (stroke is null)
        {
            return new Stroke(0, 0, 0, 0);
        }

        int? raiseMs = stroke.Int("raiseMs", 200, MaxStrokeMs);
        int? lowerMs = stroke.Int("lowerMs", 200, MaxStrokeMs);
        int? raiseTimeoutMs = Timeout(stroke, "raiseTimeoutMs", raiseMs);
        int? lowerTimeoutMs = Timeout(stroke, "lowerTimeoutMs", lowerMs);
        stroke.Done();
        return new Stroke(raiseMs ?? 0, lowerMs ?? 0, raiseTimeoutMs ?? 0, lowerTimeoutMs ?? 0);
    }

    // A time-out without a margin would trip on the first cold morning.
    private int? Timeout(Section stroke, string key, int? strokeMs)
    {
        int? timeoutMs = stroke.Int(key, 1, MaxTimeMs);
        int leastMs = ((strokeMs ?? 0) * 6 + 4) / 5;
        if (timeoutMs < leastMs)
        {
            problems.Add(
                stroke.LineOf(key),
                $"'lane.stroke.{key}' is {timeoutMs}, the stroke is {strokeMs}",
                $"at least {leastMs}, 1.2 times the stroke");
        }

        return timeoutMs;
    }

    private void CheckMaxRun(Section lane, DriveKeys drive, Stroke stroke)
    {
        int timeoutMs = Math.Max(stroke.RaiseTimeoutMs, stroke.LowerTimeoutMs);
        if (drive.MaxRunMs > 0 && drive.MaxRunMs < timeoutMs)
        {
            lane.Problems.Add(
                drive.MaxRunLine,
                $"'lane.drive.maxRunMs' is {drive.MaxRunMs}, the longest stroke time-out is {timeoutMs}",
                $"at least {timeoutMs}, so that the time-out trips first");
        }
    }

    private Warning ReadWarning(Section? warning, string lane, int laneLine)
    {
        if (warning is null)
        {
            return new Warning(0, 0, []);
        }

        int? raiseMs = warning.Int("raiseMs", MinRaiseWarningMs, 60000);
        int? lowerMs = warning.Int("lowerMs", 0, 60000);
        List<(int Gpio, int Line)> list = PinList.Read(problems, warning.Required("pins", "a list of 1 pin or more"), "lane.warning.pins");
        foreach ((int gpio, int line) in list)
        {
            // Several lanes may share a buzzer; one lane names it once.
            if (_warnings.Exists(w => w.Pin == gpio && w.LaneLine != laneLine))
            {
                continue;
            }

            _warnings.Add((gpio, laneLine));
            pins.TakeOutput(gpio, $"{lane}.warning", line);
        }

        warning.Done();
        return new Warning(raiseMs ?? 0, lowerMs ?? 0, [.. list.Select(p => p.Gpio)]);
    }

    private (int? Red, int? Green) ReadSignal(Section? signal, string lane)
    {
        int? red = signal?.Int("red", 0, PinNumber.Last);
        int? green = signal?.OptionalInt("green", 0, PinNumber.Last);
        signal?.Done();
        if (red is { } r)
        {
            pins.TakeOutput(r, $"{lane}.red", signal!.LineOf("red"));
        }

        if (green is { } g)
        {
            pins.TakeOutput(g, $"{lane}.green", signal!.LineOf("green"));
        }

        return (red, green);
    }

    private sealed record Stroke(int RaiseMs, int LowerMs, int RaiseTimeoutMs, int LowerTimeoutMs);

    private sealed record Warning(int RaiseMs, int LowerMs, List<int> Pins);
}
