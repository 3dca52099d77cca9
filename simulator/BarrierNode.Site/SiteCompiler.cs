using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site;

/// <summary>Makes the node's site table of a checked site.</summary>
public static class SiteCompiler
{
    /// <summary>A drive request is renewed in every scan (20 ms); after three missed ones it is off.</summary>
    public const int DriveLeaseMs = 60;

    /// <summary>Compiles a site.</summary>
    /// <param name="site">A site from <see cref="SiteFile"/>.</param>
    /// <returns>A table without <see cref="SiteTableCheck.Fault"/>, with the hash that its node will publish.</returns>
    /// <exception cref="InvalidOperationException">The table has a fault: the site did not come from <see cref="SiteFile"/>.</exception>
    public static SiteTable Compile(SiteModel site)
    {
        InputModel[] inputs = Inputs(site);
        IReadOnlyList<OutputModel> outputs = SiteNames.Outputs(site.Lanes);
        var table = new SiteTable(inputs.Length, outputs.Count, site.Lanes.Count)
        {
            City = site.City,
            Site = site.Site,
            Node = site.Node,
            Board = site.Board.Name,
            PermitPin = site.PermitPin,
            ResetInput = site.ResetButton is null ? -1 : Array.IndexOf(inputs, site.ResetButton),
        };
        SetInputs(table, inputs, site);
        for (int o = 0; o < outputs.Count; o++)
        {
            table.OutputNames[o] = outputs[o].Name;
            table.OutputPins[o] = outputs[o].Pin;
        }

        for (int l = 0; l < site.Lanes.Count; l++)
        {
            table.Lanes[l] = Lane(site, site.Lanes[l], table);
        }

        table.Gate = new GateCompiler(site, table, inputs).Compile();
        table.Hash = SiteTableWriter.HashOf(table);
        string? fault = SiteTableCheck.Fault(table);
        return fault is null ? table : throw new InvalidOperationException($"The site table of {site.File} has a fault: {fault}.");
    }

    /// <summary>Number of an input, by which commands name it.</summary>
    /// <param name="site">A site from <see cref="SiteFile"/>.</param>
    /// <param name="name">Name of the input in messages.</param>
    /// <returns>0 to 31, or -1 when the site has no such input.</returns>
    public static int NumberOf(SiteModel site, string name) => Array.FindIndex(Inputs(site), i => i.Name == name);

    private static InputModel[] Inputs(SiteModel site)
    {
        // The gate wants the channels of pairs first, and the feedback contacts one after the other in the order of their outputs.
        List<InputModel> inputs = [site.EmergencyStop];
        if (site.SecondChannel is not null)
        {
            inputs.Add(site.SecondChannel.Input);
        }

        foreach (LaneModel lane in site.Lanes)
        {
            inputs.AddRange([.. lane.Feedback?.Raise ?? [], .. lane.Feedback?.Lower ?? []]);
        }

        if (site.ResetButton is not null)
        {
            inputs.Add(site.ResetButton);
        }

        foreach (LaneModel lane in site.Lanes)
        {
            inputs.AddRange(lane.UpLimits);
            inputs.AddRange(lane.DownLimits);
            inputs.AddRange(lane.Loops.Where(loop => !inputs.Exists(i => i.Name == loop.Name)));
        }

        inputs.AddRange(site.Inputs);
        inputs.AddRange(site.Lanes.SelectMany(lane => lane.Inputs));
        return [.. inputs];
    }

    private static void SetInputs(SiteTable table, InputModel[] inputs, SiteModel site)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            table.InputNames[i] = inputs[i].Name;
            table.InputPins[i] = inputs[i].Pin;
        }

        foreach (InputModel loop in site.Lanes.SelectMany(l => l.Loops))
        {
            table.DetectorInputs |= 1 << Array.IndexOf(table.InputNames, loop.Name);
        }

        table.Loops = [.. inputs.Where(i => i.Frequency is not null).Select(i => new LoopTable
        {
            Input = Array.IndexOf(inputs, i),
            Pin = i.Pin,
            NominalHz = i.Frequency!.NominalHz,
            SensitivityPpm = i.Frequency.SensitivityPpm,
            MaxDriftPpmPerMinute = i.Frequency.MaxDriftPpmPerMinute,
        })];
    }

    private static LaneTable Lane(SiteModel site, LaneModel lane, SiteTable table)
    {
        var made = new LaneTable
        {
            Id = lane.Id,
            Kind = lane.Kind,
            RaiseOutputs = Outputs(lane.RaisePins),
            LowerOutputs = Outputs(lane.LowerPins),
            HoldOutputs = Outputs(lane.HoldPins),
            RedOutputs = Outputs(lane.RedPin is { } red ? [red] : []),
            GreenOutputs = Outputs(lane.GreenPin is { } green ? [green] : []),
            WarningOutputs = Outputs(lane.WarningPins),
            UpInputs = Inputs(lane.UpLimits),
            DownInputs = Inputs(lane.DownLimits),
            RaiseWarningMs = lane.RaiseWarningMs,
            LowerWarningMs = lane.LowerWarningMs,
            RaiseTimeoutMs = lane.RaiseTimeoutMs,
            LowerTimeoutMs = lane.LowerTimeoutMs,
            Detectors = lane.Loops.Aggregate(0, (mask, loop) => mask | (1 << Array.IndexOf(table.InputNames, loop.Name))),
            EntryInput = lane.Loops.Count > 0 ? Array.IndexOf(table.InputNames, lane.Loops[0].Name) : -1,
            ExitInput = lane.Loops.Count > 1 ? Array.IndexOf(table.InputNames, lane.Loops[1].Name) : -1,
            SallyLane = site.Lanes.ToList().FindIndex(other => other.Id == lane.SallyPort),
            OpenDays = [.. lane.Calendar.Openings.Select(o => o.Days)],
            OpenFromMinute = [.. lane.Calendar.Openings.Select(o => o.FromMinute)],
            OpenToMinute = [.. lane.Calendar.Openings.Select(o => o.ToMinute)],
            ClosedFromMinutes = [.. lane.Calendar.Closures.Select(c => c.FromMinutes)],
            ClosedToMinutes = [.. lane.Calendar.Closures.Select(c => c.ToMinutes)],
        };
        foreach (InputModel input in site.Inputs.Concat(lane.Inputs))
        {
            made.RoleInputs[(int)input.Role] |= 1 << Array.IndexOf(table.InputNames, input.Name);
        }

        foreach (RoleOutputModel output in lane.Outputs)
        {
            made.RoleOutputs[(int)output.Role] |= 1 << Array.IndexOf(table.OutputPins, output.Pin);
        }

        lane.Settings.ToArray().CopyTo(made.Settings, 0);
        return made;

        int Outputs(IReadOnlyList<int> pins) => pins.Aggregate(0, (mask, pin) => mask | (1 << Array.IndexOf(table.OutputPins, pin)));

        int[] Inputs(IReadOnlyList<InputModel> limits) => [.. limits.Select(i => Array.IndexOf(table.InputNames, i.Name))];
    }
}
