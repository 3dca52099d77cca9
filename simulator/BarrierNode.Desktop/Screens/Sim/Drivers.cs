using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>Who may drive a vehicle that is sent into a lane.</summary>
internal static class Drivers
{
    private const string WrongWay = "wrong way";
    private const string HaltsOn = "halts on ";

    private static readonly (string Name, DriverHabit Habit)[] s_habits =
    [
        ("careful", DriverHabit.Ordinary), ("creeps", DriverHabit.Creeps), ("tailgates", DriverHabit.Tailgates), ("reverses", DriverHabit.Reverses),
        ("stalls", DriverHabit.Stalls), ("rams", DriverHabit.Rams),
    ];

    /// <summary>The drivers of a lane, the careful one first.</summary>
    /// <param name="lane">The lane; each of its detectors can be halted on.</param>
    public static IEnumerable<string> Of(LaneModel lane) => [.. s_habits.Select(h => h.Name), WrongWay, .. lane.Loops.Select(l => HaltsOn + l.Name)];

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
        if (driver == WrongWay)
        {
            return street.SendWrongWay(lane.Id, kind);
        }

        if (!driver.StartsWith(HaltsOn, StringComparison.Ordinal))
        {
            return street.SendDriver(lane.Id, kind, s_habits.First(h => h.Name == driver).Habit);
        }

        // Over the stop line, whatever the signal shows: or it would not reach the detector.
        CarriagewayLayout way = bench.Station.Site.Street.Carriageways.First(w => w.Lane == lane.Id);
        int number = street.SendVehicle(lane.Id, kind);
        street.DriveOn(number);
        session.Halts.Add(bench.Station, number, way.Loops.First(l => l.Name == driver[HaltsOn.Length..]));
        return number;
    }
}
