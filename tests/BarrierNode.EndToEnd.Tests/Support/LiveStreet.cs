using BarrierNode.Control;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Run;
using BarrierNode.Hub;
using BarrierNode.Mqtt;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>A whole street running in a folder of its own, with a probe on its drive outputs. Tests use its first lane.</summary>
internal sealed class LiveStreet : IDisposable
{
    private static readonly TimeSpan s_watch = TimeSpan.FromSeconds(3);

    private readonly TestFolder _folder = new();
    private readonly List<IDisposable> _parts = [];
    private readonly Credentials _credentials;

    public LiveStreet(string siteFile = "minimal.yaml")
    {
        Site = SiteFile.Load(Path.Combine(AppContext.BaseDirectory, "sites", siteFile), ProgramFiles.BoardsFolder);
        Running = RunningStreet.Start(Site, _folder.Path);
        Hub = Running.Hub;
        Topics = new Topics(Site.City, Site.Site, Site.Node);
        Drives = new Probe(Running.Node.Pins, Site.Lanes.SelectMany(lane => lane.RaisePins.Concat(lane.LowerPins)));
        _credentials = Credentials.Open(_folder.Path);
        WaitUntilLive();
    }

    public RunningStreet Running { get; }

    public SiteModel Site { get; }

    public HubService Hub { get; private set; }

    public Topics Topics { get; }

    public Probe Drives { get; }

    public LaneModel Lane => Site.Lanes[0];

    public string FlashFolder => Path.Combine(_folder.Path, "nodes", Own.User);

    public NodeView Node => Hub.Nodes.First(n => n.Address == Running.Address);

    public LaneView LaneNow => LaneView(Lane.Id);

    public IReadOnlyList<EventView> Events => Hub.Events.EventsOf(Running.Address);

    public double Height => Running.Snapshot().Lanes[0].Barriers.Max();

    public string HubPassword => _credentials.HubPassword;

    public string WatchPassword => _credentials.WatchPassword;

    public byte[] CommandKey => Own.CommandKeyBytes();

    private NodeCredentials Own => _credentials.Of(Running.Address);

    public LaneView LaneView(string lane) => Node.Lanes.First(l => l.Id == lane);

    public void WaitUntilLive()
    {
        Wait.Until(
            () => Hub.Nodes.FirstOrDefault(n => n.Address == Running.Address) is { Live: true, Lanes.Count: > 0 } node
                && node.Lanes.All(lane => lane.Mode is "remote" or "tripped"),
            "the hub sees the node live and armed");
    }

    public CommandView Send(CommandOp op, string? lane = null) => Hub.Commands.Send(Running.Address, lane ?? Lane.Id, op, "tester");

    public CommandView Find(string id) => Hub.Commands.RecentCommands(200).First(command => command.Id == id);

    /// <summary>Waits until a command has come to a stage.</summary>
    public CommandStage WaitForStage(CommandView command, params string[] stages)
    {
        string what = $"{command.Operation} comes to {string.Join(" or ", stages)}";
        return Wait.For(() => Reached(command, stages, what), what, () => Told(command));
    }

    /// <summary>Sends a command and waits for its end.</summary>
    public CommandStage Do(CommandOp op, string? lane = null) => WaitForStage(Send(op, lane), "done", "refused", "aborted");

    public void Must(CommandOp op)
    {
        CommandStage end = Do(op);
        Assert.AreEqual("done", end.Stage, $"{op}: {end.Reason} {string.Join(", ", end.BlockedBy)}");
    }

    public void WaitForPosition(string position) =>
        Wait.Until(() => LaneNow.Position == position, $"the lane is {position}", () => $"It is {LaneNow.Position}.");

    public void WaitForEvent(string code, Func<EventView, bool>? also = null) => Wait.Until(
        () => Events.Any(e => e.Code == code && also?.Invoke(e) != false), $"the hub has the event {code}",
        () => "It has: " + string.Join(", ", Events.Select(e => $"{e.Number} {e.Code}")));

    /// <summary>Lowers, and stops when the barrier has come to a height: a place from which it could move either way.</summary>
    public void LowerTo(double height)
    {
        CommandView lower = Send(CommandOp.Lower);
        WaitForStage(lower, "moving");
        Wait.Until(() => Height <= height, $"the barrier has come down to {height}", () => Told(lower));
        Must(CommandOp.Stop);
        WaitForPosition("stopped");
    }

    /// <summary>Watches for some seconds that no drive comes on, and that no event tells of a start without one.</summary>
    public void NothingStarts(string after, int risesBefore)
    {
        Thread.Sleep(s_watch);
        Assert.AreEqual(risesBefore, Drives.Rises, $"after {after} a drive output came on");
        Assert.IsLessThanOrEqualTo(
            risesBefore, Events.Count(e => e.Code == "moveStarted"), $"after {after} there is a start too many among the events");
        Assert.IsTrue(Drives.AllLow, $"after {after} a drive output is on");
    }

    public void PressEmergencyStop(bool pressed) => Running.InStreet(street => street.EmergencyStopPressed = pressed);

    public int SendCar()
    {
        int car = 0;
        Running.InStreet(street => car = street.SendCar(Lane.Id));
        return car;
    }

    public CarSnapshot? Car(int id) => Running.Snapshot().Cars.FirstOrDefault(car => car.Id == id);

    /// <summary>Another client with the hub's rights, as somebody has who stole its password.</summary>
    public Wire HubUser(params string[] filters) => Connect("hub", _credentials.HubPassword, filters);

    public Wire Watcher() => Connect("watch", _credentials.WatchPassword, "bn/1/#");

    /// <summary>Where the hub puts flight records.</summary>
    public string RecordsFolder => Path.Combine(_folder.Path, "records");

    /// <summary>The file of a flight record, as soon as the hub has told that it is stored.</summary>
    public string WaitForRecord(long number) => Wait.For(
        () => Hub.Records.Latest.FirstOrDefault(r => r.Number == number)?.File, $"the hub has flight record {number}",
        () => "Problems: " + string.Join(" ", Hub.Problems.Select(p => p.Text)));

    /// <summary>Ends the hub as the end of its program would.</summary>
    public void StopHub()
    {
        Hub.Dispose();
        Running.Link.Dispose();
    }

    /// <summary>Ends the hub and starts another one on the same database, as a restart of its program would.</summary>
    public void RestartHub()
    {
        StopHub();
        var link = new HubLink(
            new MqttOptions(Running.BrokerHost, Running.BrokerPort, "hub", "hub", _credentials.HubPassword, Running.CaFile, 10, null),
            TimeProvider.System);
        byte[]? KeyOf(NodeAddress node) => node == Running.Address ? CommandKey : null;
        Hub = new HubService(new HubOptions(Path.Combine(_folder.Path, "hub.db"), "desk-1", KeyOf), link, TimeProvider.System);
        _parts.Add(Hub);
        _parts.Add(link);
        Hub.Start();
        link.Start();
        WaitUntilLive();
    }

    public void Dispose()
    {
        _parts.ForEach(part => part.Dispose());
        Running.Dispose();
        _folder.Dispose();
    }

    private CommandStage? Reached(CommandView command, string[] stages, string what)
    {
        IReadOnlyList<CommandStage> now = Find(command.Id).Stages;
        CommandStage? reached = now.FirstOrDefault(stage => stages.Contains(stage.Stage));
        Assert.IsTrue(reached is not null || now[^1].Stage is not ("done" or "refused" or "aborted"), $"{what}. {Told(command)}");
        return reached;
    }

    private string Told(CommandView command) =>
        string.Join(", ", Find(command.Id).Stages.Select(s => $"{s.Stage} {s.Reason} {string.Join(' ', s.BlockedBy)}".TrimEnd()));

    private Wire Connect(string user, string password, params string[] filters) =>
        new(Running.BrokerPort, Running.CaFile, user, password, filters);
}
