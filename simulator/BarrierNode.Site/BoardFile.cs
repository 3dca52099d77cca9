namespace BarrierNode.Site;

/// <summary>Reads the board files, <c>hardware/boards/*.yaml</c>.</summary>
public static class BoardFile
{
    private const int LastOfEsp32 = 39;

    private static readonly Dictionary<string, PinUse> Uses = new()
    {
        ["input-output"] = PinUse.InputOutput,
        ["input-only"] = PinUse.InputOnly,
        ["strapping"] = PinUse.Strapping,
        ["flash"] = PinUse.Flash,
        ["ethernet"] = PinUse.Ethernet,
        ["psram"] = PinUse.Psram,
        ["serial"] = PinUse.Serial,
        ["board"] = PinUse.Board,
        ["absent"] = PinUse.Absent,
    };

    /// <summary>Reads one board file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="SiteFileException">The file has problems.</exception>
    public static BoardModel Load(string path)
    {
        string text = TextFile.Text(path, TextFile.Bytes(path));
        var problems = new ProblemList(path);
        var root = new Section(problems, YamlTree.Read(path, problems, text), "");
        string? name = root.Text("name", "the name of a nanoFramework target");
        string? title = root.Text("title", "what the board is");
        List<string> preparation = ReadPreparation(root);
        int lastGpio = root.OptionalInt("lastGpio", LastOfEsp32, PinNumber.Last) ?? LastOfEsp32;
        Dictionary<int, BoardPin> pins = ReadPins(root, lastGpio);
        root.Done();
        problems.ThrowIfAny();
        return new BoardModel(name!, title!, pins) { Preparation = preparation };
    }

    /// <summary>Reads every board file of a folder, in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="SiteFileException">The folder has no board file, or one has problems.</exception>
    public static IReadOnlyList<BoardModel> LoadAll(string folder)
    {
        string[] files;
        try
        {
            files = Directory.GetFiles(folder, "*.yaml");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            files = [];
        }

        if (files.Length == 0)
        {
            throw new SiteFileException([new SiteProblem(folder, 1, "there is no board file here", "the folder hardware/boards")]);
        }

        return [.. files.Order(StringComparer.Ordinal).Select(Load)];
    }

    /// <summary>The word for a use in the board files.</summary>
    /// <param name="use">The use.</param>
    public static string WordOf(PinUse use) => Uses.First(u => u.Value == use).Key;

    private static List<string> ReadPreparation(Section root)
    {
        var sentences = new List<string>();
        if (root.Optional("prepare") is null || root.List("prepare", "a list of sentences") is not { } list)
        {
            return sentences;
        }

        foreach (YamlItem item in list.Items)
        {
            if (item is YamlScalar { Text.Length: > 0 } s)
            {
                sentences.Add(s.Text);
            }
            else
            {
                root.Problems.Add(item.Line, $"this is {Section.Kind(item)}", "a sentence");
            }
        }

        return sentences;
    }

    private static Dictionary<int, BoardPin> ReadPins(Section root, int lastGpio)
    {
        var pins = new Dictionary<int, BoardPin>();
        YamlList? list = root.List("pins", $"a list of the pins 0 to {lastGpio}");
        foreach (YamlItem item in list?.Items ?? [])
        {
            if (item is not YamlMap map)
            {
                root.Problems.Add(item.Line, $"this pin is {Section.Kind(item)}", "gpio, use, bootPulse, note");
                continue;
            }

            var section = new Section(root.Problems, map, "pin");
            int? gpio = section.Int("gpio", 0, lastGpio);
            string? use = section.Word("use", [.. Uses.Keys]);
            bool bootPulse = section.OptionalFlag("bootPulse") ?? false;
            string note = section.OptionalText("note", "a sentence") ?? "";
            section.Done();
            if (gpio is { } g && use is not null && !pins.TryAdd(g, new BoardPin(g, Uses[use], bootPulse, note)))
            {
                root.Problems.Add(section.LineOf("gpio"), $"GPIO {g} is here a second time", "every pin once");
            }
        }

        for (int g = 0; list is not null && g <= lastGpio; g++)
        {
            if (!pins.ContainsKey(g))
            {
                root.Problems.Add(list.Line, $"GPIO {g} is missing", $"every pin from 0 to {lastGpio}");
            }
        }

        return pins;
    }
}
