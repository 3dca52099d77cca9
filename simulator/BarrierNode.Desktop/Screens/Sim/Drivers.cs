using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>Who may drive a vehicle that is sent into a lane.</summary>
internal static class Drivers
{
    private const string HaltsOn = "halts on ";

    /// <summary>The drivers of a lane, the careful one first.</summary>
    /// <param name="lane">The lane; one of its detectors can be halted on.</param>
    public static IEnumerable<string> Of(LaneModel lane) => ["careful", "creeps", "rams", "wrong way", .. lane.Loops.Select(l => HaltsOn + l.Name)];

    /// <summary>Sends a vehicle into a lane.</summary>
    /// <param name="session">The session.</param>
    /// <param name="bench">The site.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="kind">What is sent.</param>
    /// <param name="driver">Who drives it, one of <see cref="Of"/>.</param>
    /// <returns>The number of the vehicle.</returns>
    /// <exception cref="DeskException">There is no such driver.</exception>
    public static int Send(SimSession session, Bench bench, LaneModel lane, VehicleKind kind, string driver)
    {
        if (!Of(lane).Contains(driver))
        {
            throw DeskForm.Wrong("driver", driver, string.Join(", ", Of(lane)));
        }

        StreetModel street = bench.Station.Street;
        if (driver == "wrong way")
        {
            return street.SendWrongWay(lane.Id, kind);
        }

        int number = street.SendVehicle(lane.Id, kind);
        switch (driver)
        {
            case "creeps":
                street.DriveOn(number);
                break;
            case "rams":
                street.DriveOnBlindly(number);
                break;
            case var halts when halts.StartsWith(HaltsOn, StringComparison.Ordinal):
                CarriagewayLayout way = bench.Station.Site.Street.Carriageways.First(w => w.Lane == lane.Id);
                street.DriveOn(number);
                session.Halts.Add(bench.Station, number, way.Loops.First(l => l.Name == halts[HaltsOn.Length..]));
                break;
        }

        return number;
    }
}
