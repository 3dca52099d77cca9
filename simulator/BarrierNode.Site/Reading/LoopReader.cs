namespace BarrierNode.Site;

/// <summary>Reads the loops of the lanes; a loop may serve several lanes when it is written the same in each.</summary>
internal sealed class LoopReader(ProblemList problems, PinPlan pins)
{
    // Above the bonnet of a car and below the bed of a truck: what loops lose, a beam here sees.
    private const int BeamHeightMm = 1000;

    private readonly List<(InputModel Loop, string Lane, int Line)> _seen = [];

    public List<InputModel> Read(Section lane, string laneId)
    {
        var loops = new List<InputModel>();
        YamlItem? item = lane.Optional("loops");
        if (item is null or YamlList { Items.Count: 0 })
        {
            problems.Add(
                item?.Line ?? lane.Line,
                $"lane '{laneId}' has no loop",
                "at least one: without presence detection nothing may be raised");
            return loops;
        }

        foreach (YamlItem entry in lane.List("loops", "a list of loops")?.Items ?? [])
        {
            if (entry is not YamlMap map)
            {
                problems.Add(entry.Line, $"this loop is {Section.Kind(entry)}", "name, pin, holdMs");
            }
            else if (ReadLoop(new Section(problems, map, "loop"), laneId) is { } loop)
            {
                loops.Add(loop);
            }
        }

        return loops;
    }

    private InputModel? ReadLoop(Section section, string lane)
    {
        string? name = section.Text("name", Names.LoopForm);
        int? pin = section.Int("pin", 0, PinNumber.Last);
        int? holdMs = section.Int("holdMs", 500, 10000);
        string? kind = section.OptionalWord("kind", "relay", "frequency", "beam", "radar");
        LoopFrequencyModel? frequency = null;
        if (kind == "frequency")
        {
            frequency = LoopFrequencyReader.Read(section, problems);
        }
        else
        {
            LoopFrequencyReader.Refuse(section, problems);
        }

        string? contact = section.OptionalWord("contact", "normally-open", "normally-closed");
        int testPulseMs = TestPulse.Read(section);
        int? heightMm = section.OptionalInt("heightMm", 200, 2500);
        section.Done();
        foreach (string key in new[] { "contact", "testPulseMs" })
        {
            if (kind == "frequency" && section.Optional(key) is not null)
            {
                problems.Add(section.LineOf(key), $"'loop.{key}' stands at a loop that has no contact", "kind: relay");
            }
        }

        if (heightMm is not null && kind != "beam")
        {
            problems.Add(section.LineOf("heightMm"), "'loop.heightMm' stands at a detector that is no beam", "kind: beam");
        }

        if (testPulseMs > 0 && contact == "normally-open")
        {
            problems.Add(
                section.LineOf("testPulseMs"),
                "'loop.testPulseMs' stands at a normally open contact",
                "no test pulses there: holdMs bridges them");
        }

        int line = section.LineOf("name");
        if (name is not null && !Names.IsLoop(name))
        {
            problems.Add(line, $"'loop.name' is '{name}'", Names.LoopForm);
        }
        else if (name is not null && Names.IsReserved(name))
        {
            problems.Add(line, $"'loop.name' is '{name}', which messages use for something else", "another name");
        }

        if (name is null)
        {
            return null;
        }

        var loop = new InputModel(name, pin ?? 0, contact != "normally-open", testPulseMs, holdMs ?? 0)
        {
            Kind = KindOf(kind),
            Frequency = frequency,
            HeightMm = kind == "beam" ? heightMm ?? BeamHeightMm : 0,
        };
        if (pin is not null)
        {
            Enter(loop, lane, line, section.LineOf("pin"));
        }

        return loop;
    }

    private static DetectorKind KindOf(string? word) => word switch
    {
        "beam" => DetectorKind.Beam,
        "radar" => DetectorKind.Radar,
        _ => DetectorKind.Relay,
    };

    private void Enter(InputModel loop, string lane, int line, int pinLine)
    {
        int same = _seen.FindIndex(s => string.Equals(s.Loop.Name, loop.Name, StringComparison.OrdinalIgnoreCase));
        if (same < 0)
        {
            pins.TakeInput(loop.Pin, loop.Name, pinLine);
            _seen.Add((loop, lane, line));
            return;
        }

        (InputModel other, string otherLane, int otherLine) = _seen[same];
        if (otherLane == lane || other.Name != loop.Name || other.Pin != loop.Pin)
        {
            problems.Add(
                line,
                $"a second loop is called '{loop.Name}' (first on line {otherLine})",
                "a name of its own, or the same pin in another lane for a loop that serves both");
        }
        else if (other != loop)
        {
            problems.Add(
                line,
                $"loop '{loop.Name}' differs from the one on line {otherLine}",
                "the same kind, holdMs, contact and testPulseMs in every lane that it serves");
        }
    }
}
