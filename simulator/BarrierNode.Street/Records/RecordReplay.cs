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
    /// <exception cref="InvalidDataException">The record was made with another site table or another interlock.</exception>
    public static IReadOnlyList<ReplayedScan> Run(SiteTable site, FlightRecord record)
    {
        Same("site table", site.Hash, record.TableHash);
        Same("interlock", InterlockVersion.SourceHash, record.InterlockHash);
        var controller = new Controller(site, 0);
        var state = new StateFrame(record.State);
        state.BeginLoad(0);
        controller.Exchange(state);
        List<ReplayedScan> scans = [];
        foreach (RecordEntry entry in record.Entries)
        {
            if (entry.IsCommand)
            {
                controller.Requests.Put(entry.Lane, entry.Op, entry.Ticket);
            }
            else
            {
                scans.Add(Replay(controller, entry));
            }
        }

        return scans;
    }

    private static ReplayedScan Replay(Controller controller, RecordEntry entry)
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
        return new(entry, controller.Conditions & GateTable.DerivedConditions, controller.Requested & 0xFFFF, permitted, pulse);
    }

    private static void Same(string what, int ours, int theirs)
    {
        if (ours != theirs)
        {
            throw new InvalidDataException($"The flight record was made with {what} {theirs:x8}, expected {ours:x8}.");
        }
    }
}
