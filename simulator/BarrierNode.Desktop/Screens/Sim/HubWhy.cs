using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>What holds a lane, as the hub has heard it, with who can clear it.</summary>
internal static class HubWhy
{
    /// <summary>Things that hold a lane.</summary>
    /// <param name="table">The site, whose inputs and trips have names.</param>
    /// <param name="fields">The fields of the lane's latest message.</param>
    /// <param name="field">A field that is a list of names.</param>
    public static IReadOnlyList<Block> Of(SiteTable table, IReadOnlyDictionary<string, string> fields, string field) =>
        [.. fields.GetValueOrDefault(field, "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => new Block(name, Who(table, name)))];

    private static string Who(SiteTable table, string name)
    {
        for (int hold = 0; hold < LaneHolds.Count; hold++)
        {
            if (LaneHolds.Name((LaneHold)hold) == name)
            {
                return Clearing.Of((LaneHold)hold);
            }
        }

        for (int bit = 0; bit < GateTable.MaxConditions; bit++)
        {
            if (Names.Of(table.TripCode(bit)) == name)
            {
                return Clearing.Of(table.TripCode(bit));
            }

            if (ConditionBit.Name(table, bit) == name)
            {
                return Clearing.Of(table, bit);
            }
        }

        return Clearing.OnSite;
    }
}

/// <summary>Something that holds a lane.</summary>
/// <param name="Name">Its name in the protocol.</param>
/// <param name="Who">Who can clear it, a name of <see cref="Clearing"/>.</param>
public sealed record Block(string Name, string Who);
