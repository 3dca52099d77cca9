namespace BarrierNode.Site;

/// <summary>How the inputs and outputs of a site are called in messages, and which outputs a site has.</summary>
public static class SiteNames
{
    /// <summary>Name of the emergency stop input.</summary>
    public const string EmergencyStop = "emergencyStop";

    /// <summary>Name of the input of its second channel.</summary>
    public const string EmergencyStop2 = "emergencyStop2";

    /// <summary>Name of the input of the reset button in the cabinet.</summary>
    public const string Reset = "reset";

    /// <summary>
    /// Every output once, in the order of the site table: first the drives with feedback contacts, by lane raise and lower or hold; then by lane
    /// the other drives, red, green, warning, and the outputs with a role.
    /// </summary>
    /// <param name="lanes">The lanes in file order.</param>
    public static IReadOnlyList<OutputModel> Outputs(IReadOnlyList<LaneModel> lanes)
    {
        Dictionary<int, string> shared = SharedWarnings(lanes);
        var outputs = new List<OutputModel>();
        foreach (LaneModel lane in lanes.Where(l => l.Feedback is not null))
        {
            AddDrives(lane);
        }

        foreach (LaneModel lane in lanes)
        {
            if (lane.Feedback is null)
            {
                AddDrives(lane);
            }

            AddLamp(lane.RedPin, $"{lane.Id}.red");
            AddLamp(lane.GreenPin, $"{lane.Id}.green");
            int[] own = [.. lane.WarningPins.Where(p => !shared.ContainsKey(p))];
            foreach (int pin in lane.WarningPins)
            {
                string name = shared.GetValueOrDefault(pin) ?? Numbered($"{lane.Id}.warning", Array.IndexOf(own, pin), own.Length);
                if (!outputs.Exists(o => o.Pin == pin))
                {
                    outputs.Add(new OutputModel(name, pin));
                }
            }

            outputs.AddRange(lane.Outputs.Select(o => new OutputModel(o.Name, o.Pin)));
        }

        return outputs;

        void AddDrives(LaneModel lane)
        {
            AddDrive(lane.RaisePins, $"{lane.Id}.raise");
            AddDrive(lane.LowerPins, $"{lane.Id}.lower");
            AddDrive(lane.HoldPins, $"{lane.Id}.hold");
        }

        void AddDrive(IReadOnlyList<int> pins, string name) =>
            outputs.AddRange(pins.Select((pin, i) => new OutputModel(Numbered(name, i, pins.Count), pin)));

        void AddLamp(int? pin, string name)
        {
            if (pin is { } p)
            {
                outputs.Add(new OutputModel(name, p));
            }
        }
    }

    /// <summary>Name of the feedback contact of a drive.</summary>
    /// <param name="lane">Id of the lane.</param>
    /// <param name="direction"><c>raise</c> or <c>lower</c>.</param>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="count">How many there are of that direction.</param>
    public static string Feedback(string lane, string direction, int index, int count) =>
        Numbered($"{lane}.{direction}Aux", index, count);

    /// <summary>Name of one of several: the plain name when there is only one, otherwise with its number from 1.</summary>
    /// <param name="name">The plain name.</param>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="count">How many there are.</param>
    public static string Numbered(string name, int index, int count) => count == 1 ? name : $"{name}{index + 1}";

    // A warning that several lanes share belongs to none of them.
    private static Dictionary<int, string> SharedWarnings(IReadOnlyList<LaneModel> lanes)
    {
        int[] pins = [.. lanes.SelectMany(l => l.WarningPins.Distinct()).GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key)];
        return pins.Select((pin, i) => (pin, name: Numbered("warning", i, pins.Length))).ToDictionary(x => x.pin, x => x.name);
    }
}

/// <summary>One output of a site.</summary>
/// <param name="Name">Name in messages, 1 to 32 characters.</param>
/// <param name="Pin">GPIO number.</param>
public sealed record OutputModel(string Name, int Pin);
