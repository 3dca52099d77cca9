using BarrierNode.Site;
using BarrierNode.Site.Explain;

namespace BarrierNode.Sim;

/// <summary>What can fail at a station: everything that its site table names, the wires, and the things that every cabinet has.</summary>
internal static class FaultTargets
{
    /// <summary>Makes them, in the order in which they are listed.</summary>
    public static IEnumerable<FaultTarget> Of(City city, Station station)
    {
        Dictionary<string, Terminal> terminals = WiringList.Of(station.Site).Terminals.ToDictionary(t => t.Name);
        return
        [
            .. station.Table.InputNames.Select(name => Input(station, terminals[name])),
            .. station.Table.OutputNames.Select(name => Output(station, terminals[name])),
            .. station.Site.Lanes.SelectMany(lane => Barriers(station, lane)),
            new PermitTarget(station.Street),
            new MainsTarget(station.Street),
            new PowerTarget(station.Node, station.Street),
            new ChipTarget(station.Node),
            ThreadTarget.Scan(station.Node),
            ThreadTarget.Link(station.Node),
            new ClockTarget(station.Node.Clock),
            new FlashTarget(station.Node.Flash),
            new LinkTarget(station.Network),
            new BrokerTarget(city.Broker),
            new HubTarget(city, station),
            new HubClockTarget(city.Hub),
            .. terminals.Values.Select(t => new WireTarget(station.Street, t.Gpio, $"{t.Name}.wire", $"wire at GPIO {t.Gpio}")),
        ];
    }

    private static FaultTarget Input(Station station, Terminal terminal) =>
        station.Table.Loops.Any(l => l.Pin == terminal.Gpio)
            ? new LoopTarget(station.Street, terminal.Gpio, terminal.Name, terminal.From)
            : new SensorTarget(station.Street, terminal.Gpio, terminal.Name, terminal.From);

    private static FaultTarget Output(Station station, Terminal terminal)
    {
        bool drives = station.Site.Lanes.Any(l => l.RaisePins.Contains(terminal.Gpio) || l.LowerPins.Contains(terminal.Gpio) || l.HoldPins.Contains(terminal.Gpio));
        return drives
            ? new DriveTarget(station.Street, terminal.Gpio, terminal.Name, terminal.To)
            : new OutputTarget(station.Street, terminal.Gpio, terminal.Name, terminal.To);
    }

    private static IEnumerable<FaultTarget> Barriers(Station station, LaneModel lane) => Enumerable.Range(0, lane.Barriers).Select(i => new BarrierTarget(
        station.Street, lane.Id, i, SiteNames.Numbered($"{lane.Id}.barrier", i, lane.Barriers), $"barrier {i + 1} of lane {lane.Id}"));
}
