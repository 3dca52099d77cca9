using BarrierNode.Interlock;

namespace BarrierNode.Control.Tests;

/// <summary>The pulse of the permission chain, and the sign of life of a node that may not give it.</summary>
[TestClass]
public sealed class ScanStepTests
{
    private const int Scans = 4 * ScanStep.LifeScans;

    [TestMethod]
    public void Scan_NothingLatched_PulsesInEveryScanButTheFirst() => Assert.AreEqual(Scans - 1, new Node(0).Edges(Scans, ScanStep.PeriodUs).Count);

    [TestMethod]
    public void Scan_NodeTripLatched_GivesOneEdgeInTenSeconds()
    {
        List<int> edges = new Node(NodeTrips).Edges(Scans, ScanStep.PeriodUs);
        int[] expected = [.. Enumerable.Range(1, 4).Select(i => (i * ScanStep.LifeScans) - 1)];
        CollectionAssert.AreEqual(expected, edges);
    }

    // However the clock runs: two edges close together would be a permission.
    [TestMethod]
    [DataRow(0L)]
    [DataRow(60_000_000L)]
    [DataRow(-20_000L)]
    public void Scan_NodeTripLatchedAndTheClockWild_GivesNoEdgeSooner(long stepUs)
    {
        List<int> edges = new Node(NodeTrips).Edges(Scans, stepUs);
        Assert.IsLessThanOrEqualTo(4, edges.Count);
        for (int i = 1; i < edges.Count; i++)
        {
            Assert.IsGreaterThanOrEqualTo(ScanStep.LifeScans, edges[i] - edges[i - 1]);
        }
    }

    [TestMethod]
    public void Scan_TableChanged_GivesNoSignOfLife()
    {
        Node node = new(0);
        node.Edges(10, ScanStep.PeriodUs);
        node.Site.Gate.Words[GateTable.LateLimitUsAt]++;
        node.Edges(100, ScanStep.PeriodUs);
        Assert.IsEmpty(node.Edges(Scans, ScanStep.PeriodUs));
    }

    private static long NodeTrips => SiteTableReaderTests.Valid().Gate.NodeTrips;

    private sealed class Node : ScanPort
    {
        private readonly ScanStep _step;
        private long _nowUs = 1_000_000_000_000;
        private bool _edge;

        public Node(long latched) => _step = new ScanStep(new Controller(Site, latched), this);

        public SiteTable Site { get; } = SiteTableReaderTests.Valid();

        /// <summary>Scans, and says in which scans the permission pin changed.</summary>
        public List<int> Edges(int scans, long stepUs)
        {
            List<int> edges = [];
            for (int i = 0; i < scans; i++)
            {
                _edge = false;
                _step.Scan();
                _nowUs += stepUs;
                if (_edge)
                {
                    edges.Add(i);
                }
            }

            return edges;
        }

        public override long NowUs() => _nowUs;

        public override void ReadLoops(LoopBank loops)
        {
        }

        public override int Read() => 0;

        public override void Write(int levels)
        {
        }

        public override void Pulse() => _edge = true;
    }
}
