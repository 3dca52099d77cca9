using BarrierNode.Control;
using BarrierNode.Desktop.Cli;
using BarrierNode.Hub;
using BarrierNode.Mqtt;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Run;

/// <summary>
/// Everything of one street, running: broker (unless another is named), plant, node, hub. Made whole or not at all; ends in the order that
/// leaves nothing behind.
/// </summary>
public sealed class RunningStreet : IDisposable
{
    private const long TickUs = 1000;

    private readonly Stack<IDisposable> _parts = new();
    private readonly StreetClock _clock;
    private readonly PacedClock _pace;

    private RunningStreet(SiteModel site, string stateFolder, BrokerAddress? external)
    {
        Site = site;
        Address = NodeFiles.AddressOf(site);
        Street = new StreetModel(site);
        _clock = new StreetClock(Street);
        _pace = new PacedClock(_clock);
        try
        {
            Credentials credentials = Credentials.Open(stateFolder);
            NodeCredentials own = credentials.Of(Address);
            credentials.Save();
            CredentialsFile = credentials.File;
            WatchPassword = credentials.WatchPassword;
            byte[] authority = OpenBroker(stateFolder, credentials, own, external);

            string flash = Path.Combine(stateFolder, "nodes", own.User);
            NodeFiles.Write(flash, site, own, BrokerHost, BrokerPort, authority);
            Node = Own(new VirtualNode(site, Street, flash));

            var link = Own(new HubLink(
                new MqttOptions(BrokerHost, BrokerPort, "hub", "hub", credentials.HubPassword, CaFile, 10, null), TimeProvider.System));
            byte[]? KeyOf(NodeAddress node) => node == Address ? own.CommandKeyBytes() : null;
            Link = link;
            Hub = Own(new HubService(new HubOptions(Path.Combine(stateFolder, "hub.db"), "desk-1", KeyOf), link, TimeProvider.System));
            Hub.Start();
            link.Start();

            Own(_pace);
            _clock.Every(TickUs, _ => Node.Exchange());
            _pace.Start();
            Node.PowerOn();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The site.</summary>
    public SiteModel Site { get; }

    /// <summary>The node.</summary>
    public NodeAddress Address { get; }

    /// <summary>The broker, or null when another one is used.</summary>
    public BrokerProcess? Broker { get; private set; }

    /// <summary>Host of the broker.</summary>
    public string BrokerHost { get; private set; } = "localhost";

    /// <summary>Port of the broker.</summary>
    public int BrokerPort { get; private set; }

    /// <summary>Certificate of the broker's authority, PEM.</summary>
    public string CaFile { get; private set; } = "";

    /// <summary>Where the passwords and keys are.</summary>
    public string CredentialsFile { get; }

    /// <summary>Password of the user <c>watch</c>, who may read everything.</summary>
    public string WatchPassword { get; }

    /// <summary>The node's chip.</summary>
    public VirtualNode Node { get; }

    /// <summary>The hub.</summary>
    public HubService Hub { get; }

    /// <summary>The hub's link.</summary>
    public HubLink Link { get; }

    /// <summary>The plant. Use it only inside <see cref="InStreet"/>.</summary>
    private StreetModel Street { get; }

    /// <summary>Starts a street.</summary>
    /// <param name="site">The site.</param>
    /// <param name="stateFolder">Folder for everything that is kept; made when missing.</param>
    /// <param name="external">A broker that runs already, or null to start one.</param>
    /// <exception cref="RunException">The folder cannot be used.</exception>
    /// <exception cref="BrokerException">The broker does not start.</exception>
    /// <exception cref="HubStoreException">The hub's database cannot be used.</exception>
    public static RunningStreet Start(SiteModel site, string stateFolder, BrokerAddress? external = null)
    {
        try
        {
            Directory.CreateDirectory(stateFolder);
            return new RunningStreet(site, stateFolder, external);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{stateFolder}: cannot be written ({e.Message}). Choose another folder with {StateFolder.Variable}.");
        }
    }

    /// <summary>Works with the plant while its clock stands.</summary>
    /// <param name="work">What to do.</param>
    public void InStreet(Action<StreetModel> work)
    {
        lock (_pace.Sync)
        {
            work(Street);
        }
    }

    /// <summary>The plant at this moment.</summary>
    public StreetSnapshot Snapshot()
    {
        lock (_pace.Sync)
        {
            return Street.Snapshot();
        }
    }

    /// <summary>What the hub knows of the node, or null before it heard of it.</summary>
    public NodeView? View() => Hub.Nodes.FirstOrDefault(n => n.Address == Address);

    /// <summary>What the hub knows of a lane, or null before it heard of it.</summary>
    /// <param name="lane">Id of the lane.</param>
    public LaneView? View(string lane) => View()?.Lanes.FirstOrDefault(l => l.Id == lane);

    /// <summary>Sends a command to a lane.</summary>
    /// <param name="lane">Id of the lane.</param>
    /// <param name="op">What is asked.</param>
    /// <param name="operatorName">Who asks.</param>
    /// <param name="argument">Argument of the operation.</param>
    /// <exception cref="CommandNotSentException">It was not sent; the message says why.</exception>
    public CommandView Send(string lane, CommandOp op, string operatorName, int argument = 0) =>
        Hub.Commands.Send(Address, lane, op, operatorName, argument: argument);

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_parts.TryPop(out IDisposable? part))
        {
            part.Dispose();
        }
    }

    private T Own<T>(T part)
        where T : IDisposable
    {
        _parts.Push(part);
        return part;
    }

    private byte[] OpenBroker(string stateFolder, Credentials credentials, NodeCredentials own, BrokerAddress? external)
    {
        BrokerClient[] clients =
        [
            new("hub", credentials.HubPassword, BrokerAccess.OfHub),
            new("watch", credentials.WatchPassword, BrokerAccess.OfWatcher),
            new(own.User, own.Password, BrokerAccess.OfNode(Address, Site.Lanes.Select(l => l.Id))),
        ];
        if (external is not null)
        {
            ExternalBroker broker = ExternalBroker.Prepare(stateFolder, clients);
            (BrokerHost, BrokerPort, CaFile) = (external.Host, external.Port, broker.CaFile);
            return broker.CaDer;
        }

        Broker = Own(BrokerProcess.Start(Path.Combine(stateFolder, "broker"), clients));
        (BrokerPort, CaFile) = (Broker.Port, Broker.CaFile);
        return Broker.CaDer;
    }
}
