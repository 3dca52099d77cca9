using BarrierNode.Control;

namespace BarrierNode.Site;

/// <summary>Reads the inputs and outputs that have a role: buttons, keys, sensors, valves, lights.</summary>
internal sealed class RoleReader(ProblemList problems, PinPlan pins)
{
    private const int MaxDebounceMs = 5000;

    private static readonly string[] InputWords = [.. Roles.Inputs.Select(r => r.Word)];
    private static readonly string[] OutputWords = [.. Roles.Outputs.Select(r => r.Word)];

    /// <summary>The list <c>inputs</c> of a lane, or of the node when <paramref name="lane"/> is null.</summary>
    public List<InputModel> Inputs(Section section, string? lane) =>
        [.. Entries(section, "inputs").Select(s => Input(s, lane)).OfType<InputModel>().GroupBy(i => i.Role).SelectMany(Number)];

    /// <summary>The list <c>outputs</c> of a lane.</summary>
    public List<RoleOutputModel> Outputs(Section section, string lane)
    {
        var outputs = new List<RoleOutputModel>();
        foreach (Section entry in Entries(section, "outputs"))
        {
            string? word = entry.Word("role", OutputWords);
            int? pin = entry.Int("pin", 0, PinNumber.Last);
            entry.Done();
            if (Array.IndexOf(OutputWords, word) is int i and >= 0 && pin is { } p)
            {
                OutputRoleInfo role = Roles.Outputs[i];
                string name = $"{lane}.{role.Name}";
                if (outputs.Exists(o => o.Role == role.Role))
                {
                    problems.Add(entry.LineOf("role"), $"lane '{lane}' has a second output '{word}'", "one of each role");
                }

                pins.TakeOutput(p, name, entry.LineOf("pin"));
                outputs.Add(new RoleOutputModel(name, p, role.Role));
            }
        }

        return outputs;
    }

    private IEnumerable<Section> Entries(Section section, string key)
    {
        if (!section.Has(key))
        {
            section.Optional(key);
            yield break;
        }

        foreach (YamlItem item in section.List(key, "a list of role and pin")?.Items ?? [])
        {
            if (item is YamlMap map)
            {
                yield return new Section(problems, map, key == "inputs" ? "input" : "output");
            }
            else
            {
                problems.Add(item.Line, $"this is {Section.Kind(item)}", "role and pin");
            }
        }
    }

    private InputModel? Input(Section entry, string? lane)
    {
        string? word = entry.Word("role", InputWords);
        int? pin = entry.Int("pin", 0, PinNumber.Last);
        string? contact = entry.OptionalWord("contact", "normally-open", "normally-closed");
        int? debounceMs = entry.OptionalInt("debounceMs", 0, MaxDebounceMs);
        entry.Done();
        if (Array.IndexOf(InputWords, word) is not (int i and >= 0) || pin is not { } p)
        {
            return null;
        }

        InputRoleInfo role = Roles.Inputs[i];
        string name = lane is null ? role.Name : $"{lane}.{role.Name}";
        pins.TakeInput(p, name, entry.LineOf("pin"));
        bool normallyClosed = contact is null ? role.NormallyClosed : contact == "normally-closed";
        return new InputModel(name, p, normallyClosed, debounceMs ?? role.OnDelayMs, debounceMs ?? role.OffDelayMs) { Role = role.Role };
    }

    // Several of one role are numbered, like limit switches.
    private static IEnumerable<InputModel> Number(IGrouping<InputRole, InputModel> same)
    {
        InputModel[] all = [.. same];
        return all.Select((input, i) => input with { Name = SiteNames.Numbered(input.Name, i, all.Length) });
    }
}
