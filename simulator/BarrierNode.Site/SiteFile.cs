using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site;

/// <summary>Reads a site file and checks everything in it; docs/site-file.md tells its keys.</summary>
public static class SiteFile
{
    private const int FormatVersion = 1;

    private const int ResetDelayMs = 60;

    /// <summary>Reads a site file.</summary>
    /// <param name="path">Path of the site file; problems name it as given here.</param>
    /// <param name="boardsFolder">Folder of the board files, <c>hardware/boards</c>.</param>
    /// <returns>The site; every check passed.</returns>
    /// <exception cref="SiteFileException">The site file or a board file has problems; it carries all that were found.</exception>
    public static SiteModel Load(string path, string boardsFolder)
    {
        byte[] bytes = TextFile.Bytes(path);
        return Read(path, bytes, BoardFile.LoadAll(boardsFolder));
    }

    /// <summary>Reads a site file that is already in memory.</summary>
    /// <param name="path">What to call the file in problems.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="boards">The boards that a site may name.</param>
    /// <returns>The site; every check passed.</returns>
    /// <exception cref="SiteFileException">The content has problems; it carries all that were found.</exception>
    public static SiteModel Read(string path, byte[] bytes, IReadOnlyList<BoardModel> boards)
    {
        string text = TextFile.Text(path, bytes);
        var problems = new ProblemList(path);
        var root = new Section(problems, YamlTree.Read(path, problems, text), "");

        root.Int("version", FormatVersion, FormatVersion);
        string city = Place(root, "city");
        string site = Place(root, "site");
        string node = Place(root, "node");
        BoardModel? board = Board(root, boards);

        var pins = new PinPlan(problems, board);
        int permit = PermitPin(root, pins);
        (InputModel? emergencyStop, SecondChannelModel? secondChannel) = EmergencyStopReader.Read(root.Sub("emergencyStop"), pins);
        InputModel? reset = ResetButton(root.OptionalSub("resetButton"), pins);
        ScanModel scan = ScanReader.Read(root.OptionalSub("scan"));
        List<InputModel> inputs = new RoleReader(problems, pins).Inputs(root, lane: null);
        List<LaneModel> lanes = new LaneReader(problems, pins).ReadAll(root);
        StreetLayout? street = root.Sub("street") is { } s ? new StreetReader(problems, lanes).Read(s) : null;
        CheckSize(root, lanes, besides: 1 + inputs.Count + (secondChannel is null ? 0 : 1) + (reset is null ? 0 : 1));
        root.Done();

        problems.ThrowIfAny();
        return new SiteModel(path, city, site, node, board!, permit, emergencyStop!, reset, lanes, street!)
        {
            SecondChannel = secondChannel,
            Inputs = inputs,
            Scan = scan,
        };
    }

    private static string Place(Section root, string key)
    {
        string? name = root.Text(key, Names.PlaceForm);
        if (name is not null && !Names.IsPlace(name))
        {
            root.Problems.Add(root.LineOf(key), $"'{key}' is '{name}'", Names.PlaceForm);
        }

        return name ?? "";
    }

    private static BoardModel? Board(Section root, IReadOnlyList<BoardModel> boards)
    {
        string known = $"one of {string.Join(", ", boards.Select(b => b.Name))}";
        string? name = root.Text("board", known);
        BoardModel? board = boards.FirstOrDefault(b => b.Name == name);
        if (name is not null && board is null)
        {
            root.Problems.Add(root.LineOf("board"), $"the board '{name}' is not known", known);
        }

        return board;
    }

    private static int PermitPin(Section root, PinPlan pins)
    {
        Section? section = root.Sub("permit");
        int? pin = section?.Int("pin", 0, PinNumber.Last);
        if (pin is { } p)
        {
            pins.TakeOutput(p, "permit", section!.LineOf("pin"));
        }

        section?.Done();
        return pin ?? 0;
    }

    private static InputModel? ResetButton(Section? section, PinPlan pins)
    {
        int? pin = section?.Int("pin", 0, PinNumber.Last);
        section?.Done();
        if (pin is not { } p)
        {
            return null;
        }

        pins.TakeInput(p, SiteNames.Reset, section!.LineOf("pin"));
        return new InputModel(SiteNames.Reset, p, NormallyClosed: false, ResetDelayMs, ResetDelayMs);
    }

    private static void CheckSize(Section root, List<LaneModel> lanes, int besides)
    {
        int outputs = SiteNames.Outputs(lanes).Count;
        if (outputs > GateTable.MaxOutputs)
        {
            root.Problems.Add(root.LineOf("lanes"), $"the lanes need {outputs} outputs", $"at most {GateTable.MaxOutputs} for one node");
        }

        int inputs = besides
            + lanes.Sum(l => l.Inputs.Count + l.UpLimits.Count + l.DownLimits.Count + (l.Feedback?.Raise.Count ?? 0) + (l.Feedback?.Lower.Count ?? 0))
            + lanes.SelectMany(l => l.Loops).Select(l => l.Name).Distinct().Count();
        if (inputs > GateTable.MaxInputs)
        {
            root.Problems.Add(root.LineOf("lanes"), $"the site needs {inputs} inputs", $"at most {GateTable.MaxInputs} for one node");
        }

        int measured = lanes.SelectMany(l => l.Loops).Where(l => l.Frequency is not null).Select(l => l.Name).Distinct().Count();
        if (measured > LoopBank.MaxLoops)
        {
            root.Problems.Add(root.LineOf("lanes"), $"the node measures {measured} loops", $"at most {LoopBank.MaxLoops} of kind frequency for one node");
        }

        if (lanes.Count > SiteTable.MaxLanes)
        {
            root.Problems.Add(root.LineOf("lanes"), $"there are {lanes.Count} lanes", $"at most {SiteTable.MaxLanes} for one node");
        }
    }
}
