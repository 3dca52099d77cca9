using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Street.Records;

/// <summary>Runs a flight record through the firmware's own sequences and gate, and compares every scan with what the node did.</summary>
public static class RecordReplay
{
    /// <summary>Replays a record.</summary>
    /// <param name="site">The site table that the node ran.</param>
    /// <param name="record">The record.</param>
    /// <returns>Every scan, as recorded and as replayed.</returns>
    /// <exception cref="InvalidDataException">The record was made with another site table or another interlock, or is damaged.</exception>
    public static IReadOnlyList<ReplayedScan> Run(SiteTable site, FlightRecord record)
    {
        Same("site table", site.Hash, record.TableHash);
        Same("interlock", InterlockVersion.SourceHash, record.InterlockHash);
        var controller = new Controller(site, 0);
        int stateWords = (controller.Recorder.Length - FlightRecorder.HeadLength) / 8;
        Expect(record.State.Length == stateWords, $"has a state of {record.State.Length} words, expected {stateWords}: it is of another firmware");
        var state = new StateFrame(record.State);
        state.BeginLoad(0);
        controller.Exchange(state);
        try
        {
            return Replay(controller, site, record);
        }
        catch (IndexOutOfRangeException)
        {
            throw new InvalidDataException("The flight record begins with a state that no node can be in: it is damaged.");
        }
    }

    private static List<ReplayedScan> Replay(Controller controller, SiteTable site, FlightRecord record)
    {
        List<ReplayedScan> scans = [];
        List<RecordEntry> commands = [];
        foreach (RecordEntry entry in record.Entries)
        {
            if (entry.IsCommand)
            {
                Expect(entry.Lane >= 0 && entry.Lane < site.Lanes.Length, $"has a command to lane {entry.Lane}, expected 0 to {site.Lanes.Length - 1}");
                controller.Requests.Put(entry.Lane, entry.Op, entry.Ticket, entry.Argument);
                commands.Add(entry);
            }
            else
            {
                scans.Add(Replay(controller, site, commands, entry));
                commands = [];
            }
        }

        return scans;
    }

    private static ReplayedScan Replay(Controller controller, SiteTable site, IReadOnlyList<RecordEntry> commands, RecordEntry entry)
    {
        if (entry.QuietAsked)
        {
            controller.Quiet.Ask();
        }
        else
        {
            controller.Quiet.GiveBack();
        }

        int permitted = controller.Scan(entry.Pins, entry.ElapsedUs);
        bool pulse = controller.EndScan(0, entry.ElapsedUs);
        int requests = controller.Requested & 0xFFFF;
        int denied = requests & ~permitted;
        List<Refusal> blocked = Blocked(controller, site.Gate, denied);
        return new(
            commands, entry, controller.Conditions & GateTable.DerivedConditions, requests, permitted, pulse,
            [.. blocked.Where(b => (denied & (1 << b.Output)) != 0)])
        {
            Inputs = controller.Conditions & ~GateTable.DerivedConditions,
            Trips = controller.LatchedTrips,
            Positions = [.. Enumerable.Range(0, site.Lanes.Length).Select(controller.Position)],
            Blocked = blocked,
        };
    }

    private static List<Refusal> Blocked(Controller controller, GateTable gate, int denied)
    {
        List<Refusal> blocked = [];
        for (int o = 0; o < gate.OutputCount; o++)
        {
            if ((denied & (1 << o)) != 0 || controller.RefusedBy(o) != GateRule.None)
            {
                blocked.Add(Why(controller, gate.NodeTrips, o));
            }
        }

        return blocked;
    }

    // A node trip stops every output in its scan, also those that it does not hold afterwards.
    private static Refusal Why(Controller controller, long nodeTrips, int output)
    {
        GateRule rule = controller.RefusedBy(output);
        long conditions = controller.RefusingConditions(output);
        return new(output, rule, rule == GateRule.Trip && conditions == 0 ? controller.LatchedTrips & nodeTrips : conditions);
    }

    private static void Same(string what, int ours, int theirs) =>
        Expect(ours == theirs, $"was made with {what} {theirs:x8}, expected {ours:x8}");

    private static void Expect(bool good, string otherwise)
    {
        if (!good)
        {
            throw new InvalidDataException($"The flight record {otherwise}.");
        }
    }
}
