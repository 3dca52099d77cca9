using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Fuzz;

/// <summary>
/// A technician who comes when everything is healed and does what the manual says, nothing else: keys back, reset, confirm, end what is in force;
/// then each lane must lower and raise by command.
/// </summary>
internal sealed class Technician(City city, Station station, FuzzStage stage)
{
    private const int Tries = 4;

    // A node that was cut off is seen again by then.
    private const int LinkS = 60;

    // Raises within the last hour may have spent what the site allows: then the manual says to wait.
    private const int HourS = 65 * 60;

    private readonly int[] _driven = [.. Enumerable.Range(0, station.Site.Lanes.Count).Where(l => station.Site.Lanes[l].Driven)];

    /// <summary>Serves the site.</summary>
    /// <param name="ended">Says that the life is over: a law was broken.</param>
    /// <returns>What is not usable afterwards, or null.</returns>
    public string? Serve(Func<bool> ended)
    {
        Heal();
        Wait(12);
        for (int round = 0; round < 2; round++)
        {
            Order();
            Wait(6);
        }

        foreach (int lane in _driven)
        {
            foreach (CommandOp op in new[] { CommandOp.Lower, CommandOp.Raise })
            {
                string? trouble = null;
                for (int i = 0; i < Tries && (i == 0 || trouble is not null) && !ended(); i++)
                {
                    trouble = Move(lane, op);
                }

                if (trouble is not null && !ended())
                {
                    return trouble;
                }
            }
        }

        return null;
    }

    // The faults are gone, the people too. This is no work of the technician.
    private void Heal()
    {
        Do(FuzzVerb.MendAll);
        Do(FuzzVerb.Power, argument: 1);
        Do(FuzzVerb.EmergencyStop, argument: 0);
        Do(FuzzVerb.ResetButton, argument: 0);
        SiteModel site = station.Site;
        foreach (LaneModel lane in site.Lanes)
        {
            Do(FuzzVerb.Empty, lane.Id);
            for (int b = 0; b < lane.Barriers; b++)
            {
                Do(FuzzVerb.Obstruct, lane.Id, b, (int)Obstacle.None);
            }
        }

        foreach (InputModel input in StreetContacts.Of(site))
        {
            Do(FuzzVerb.Contact, input.Name, argument: 0);
        }
    }

    private void Order()
    {
        // A two-channel stop is tried before it is trusted.
        Do(FuzzVerb.EmergencyStop, argument: 1);
        Wait(1);
        Do(FuzzVerb.EmergencyStop, argument: 0);
        Wait(2);
        for (int l = 0; l < station.Site.Lanes.Count; l++)
        {
            Command(l, CommandOp.Reset);
            Command(l, CommandOp.EmergencyOperationEnd);
            Command(l, CommandOp.Release);
            Command(l, CommandOp.Confirm);
            Command(l, CommandOp.CrowdCount);
            Command(l, CommandOp.Serviced);
            foreach (InputModel loop in station.Site.Lanes[l].Loops)
            {
                int input = Array.IndexOf(station.Table.InputNames, loop.Name);
                Command(l, CommandOp.Bypass, input);
                if (loop.Frequency is not null)
                {
                    Command(l, CommandOp.ConfirmClear, input);
                }
            }
        }
    }

    private string? Move(int lane, CommandOp op)
    {
        LaneModel model = station.Site.Lanes[lane];
        if (op == CommandOp.Lower && model.SallyPort is { } other)
        {
            RunOrWait(station.LaneNumber(other), CommandOp.Raise);
        }

        HubCommand? command = RunOrWait(lane, op);
        return command?.Last?.Stage == AckStage.Done
            ? null
            : $"{model.Id} does not {op} for a technician: {command?.Last?.Stage.ToString() ?? "no answer"} {command?.Last?.Reason}, "
                + $"{station.Node.Controller.Position(lane)}, trips {station.Node.Controller.LatchedTrips:x}";
    }

    private HubCommand? RunOrWait(int lane, CommandOp op)
    {
        HubCommand? command = Run(lane, op);
        if (command?.Last is { Stage: AckStage.Refused, Reason: RefusalReason.Held } && op == CommandOp.Raise
            && station.Site.Lanes[lane].Setting(LaneSetting.MaxCyclesPerHour) > 0)
        {
            Wait(HourS);
            command = Run(lane, op);
        }

        return command;
    }

    private HubCommand? Run(int lane, CommandOp op)
    {
        LaneModel model = station.Site.Lanes[lane];
        HubCommand? command = Command(lane, op, 1);
        if (op == CommandOp.Lower && model.Setting(LaneSetting.DualConsent) != 0)
        {
            Command(lane, CommandOp.Consent, 2);
        }

        int longestS = 8 + ((Math.Max(model.RaiseTimeoutMs, model.LowerTimeoutMs) + Math.Max(model.RaiseWarningMs, model.LowerWarningMs)) / 1000);
        for (int s = 0; s < longestS && command?.Last?.Stage is not (AckStage.Done or AckStage.Refused or AckStage.Aborted); s++)
        {
            Wait(1);
        }

        Wait(2);
        return command;
    }

    private HubCommand? Command(int lane, CommandOp op, int argument = 0)
    {
        for (int s = 0; s < LinkS && !city.Hub.IsLive(station); s++)
        {
            Wait(1);
        }

        Do(FuzzVerb.Command, station.Site.Lanes[lane].Id, (int)op, argument);
        city.Advance(200_000);
        return stage.Latest;
    }

    private void Do(FuzzVerb verb, string target = "", int number = 0, int argument = 0) =>
        stage.Do(new FuzzAction(city.NowUs, verb, target, number, argument));

    private void Wait(int seconds) => city.Advance(1_000_000L * seconds);
}
