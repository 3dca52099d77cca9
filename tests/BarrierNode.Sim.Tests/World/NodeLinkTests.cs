using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Tests.World;

/// <summary>When the link connects, and what it says first: its steps with a port that writes everything down.</summary>
[TestClass]
public sealed class NodeLinkTests
{
    [TestMethod]
    public void Link_AfterItsConnect_SaysBirthThenStatesThenSubscribesThenSaysReady()
    {
        Bench bench = new();
        bench.Run(2_000);
        CollectionAssert.AreEqual(
            new[] { "open", "birth retained", "lane/promenade/state retained", "lane/depot/state retained", "subscribe", "conn retained", "beat" },
            bench.Port.Said.Where(s => !s.Contains("why", StringComparison.Ordinal)).Distinct().Take(7).ToArray(),
            string.Join(", ", bench.Port.Said.Take(12)));
    }

    [TestMethod]
    public void Link_ThatIsRefused_TriesAgainAfterOneTwoFourEightAndThenEveryTenSeconds()
    {
        Bench bench = new();
        bench.Port.Refuses = true;
        bench.Run(50_000);
        long[] gapsS = [.. bench.Port.TriesMs.Zip(bench.Port.TriesMs.Skip(1), (a, b) => (b - a + 500) / 1000)];
        CollectionAssert.AreEqual(new long[] { 1, 2, 4, 8, 10, 10, 10 }, gapsS);
    }

    [TestMethod]
    public void Link_ThatHeldForTenSeconds_TriesAgainAtOnce()
    {
        Bench bench = new();
        bench.Run(12_000);
        bench.Port.Breaks();
        long brokenMs = bench.NowMs;
        bench.Run(2_000);
        Assert.HasCount(2, bench.Port.TriesMs);
        Assert.IsInRange(brokenMs, brokenMs + 60, bench.Port.TriesMs[1]);
    }

    [TestMethod]
    public void Link_ThatBreaksAtOnceEachTime_WaitsLongerAndLonger()
    {
        Bench bench = new();
        for (int i = 0; i < 300; i++)
        {
            bench.Run(100);
            bench.Port.Breaks();
        }

        Assert.IsLessThan(7, bench.Port.TriesMs.Count);
    }

    [TestMethod]
    public void Link_WhileABarrierMoves_DoesNotConnect()
    {
        Bench bench = new();
        bench.Port.Refuses = true;
        bench.Run(1_400);
        bench.Node.Controller.Requests.Put(0, CommandOp.Lower, 1, 1);
        bench.Run(40);
        Assert.AreEqual(LanePosition.Lowering, bench.Node.Controller.Position(0));
        int before = bench.Port.TriesMs.Count;
        long startMs = bench.NowMs;
        while (bench.Node.Controller.Position(0) != LanePosition.Down && bench.NowMs < startMs + 20_000)
        {
            bench.Run(20);
        }

        Assert.AreEqual(LanePosition.Down, bench.Node.Controller.Position(0));
        Assert.HasCount(before, bench.Port.TriesMs);
        bench.Run(10_000);
        Assert.IsGreaterThan(before, bench.Port.TriesMs.Count);
    }

    [TestMethod]
    public void Link_WhosePortThrows_LosesTheConnectionAndGoesOn()
    {
        Bench bench = new();
        bench.Run(2_000);
        bench.Port.Throws = true;
        bench.Run(2_000);
        Assert.AreEqual("Link: in flight", bench.Port.Failures[0]);
        bench.Port.Throws = false;
        bench.Run(12_000);
        Assert.IsTrue(bench.Link.Connected);
    }

    private sealed class Bench
    {
        private readonly StreetClock _clock;
        private readonly ScanStep _scan;

        public Bench()
        {
            SiteModel site = Town.Load("promenade");
            SiteTable table = SiteCompiler.Compile(site);
            SimFlash flash = new();
            Commissioning.Write(flash, site, table, new SimRandom(1));
            StreetModel street = new(site);
            _clock = new StreetClock(street);
            Port = new NotingPort(() => NowMs);
            Node = new NodeCore(NodeConfig.Read(flash), flash, 1);
            _scan = new ScanStep(Node.Controller, new StreetPins(table, street));
            Link = new NodeLink(Node, Port);
            Link.Start();
        }

        public NodeCore Node { get; }

        public NodeLink Link { get; }

        public NotingPort Port { get; }

        public long NowMs => _clock.NowUs / Town.Ms;

        public void Run(int ms)
        {
            for (long endMs = NowMs + ms; NowMs < endMs;)
            {
                _clock.Advance(NodeLink.PollMs * Town.Ms);
                if (_clock.NowUs % ScanStep.PeriodUs == 0)
                {
                    _scan.Scan();
                }

                Link.Step(_clock.NowUs);
            }
        }
    }

    private sealed class NotingPort(Func<long> nowMs) : LinkPort
    {
        private bool _open;

        public bool Refuses { get; set; }

        public bool Throws { get; set; }

        public List<long> TriesMs { get; } = [];

        public List<string> Said { get; } = [];

        public List<string> Failures { get; } = [];

        public override bool IsOpen => _open;

        public void Breaks() => _open = false;

        public override bool Join() => true;

        public override bool Open(string willTopic, byte[] will)
        {
            TriesMs.Add(nowMs());
            Said.Add("open");
            _open = !Refuses;
            return _open;
        }

        public override void Publish(string topic, byte[] message, int qos, bool retain)
        {
            if (Throws)
            {
                throw new BrokenLinkException("in flight");
            }

            Said.Add(string.Join('/', topic.Split('/').Skip(5)) + (retain ? " retained" : string.Empty));
        }

        public override void Subscribe(string[] filters) => Said.Add("subscribe");

        public override void Close() => _open = false;

        public override void Failed(string part, Exception problem) => Failures.Add($"{part}: {problem.Message}");
    }
}
