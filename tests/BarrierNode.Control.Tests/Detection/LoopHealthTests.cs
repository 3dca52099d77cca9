namespace BarrierNode.Control.Tests.Detection;

/// <summary>What a node tells of the loops that it measures itself.</summary>
[TestClass]
public sealed class LoopHealthTests
{
    private const int PulsesA = 2400;
    private const int PulsesB = 3200;
    private const int LaneOfA = 2;

    private readonly LoopTable[] _tables =
    [
        new() { Input = 3, NominalHz = 60_000, SensitivityPpm = 1000, MaxDriftPpmPerMinute = 10_000 },
        new() { Input = 5, NominalHz = 80_000, SensitivityPpm = 1000, MaxDriftPpmPerMinute = 10_000 },
    ];

    private readonly Reporter _reporter = new();
    private readonly LoopBank _bank;
    private readonly LoopHealth _health;
    private readonly List<(int Code, int Delta, long AtMs)> _figures = [];
    private readonly List<(EventCode Code, int Lane, int Input, long B)> _events = [];

    public LoopHealthTests()
    {
        _bank = new LoopBank(_tables, [60_000_000, 80_000_000]);
        _health = new LoopHealth(_bank, _tables, [-1, -1, -1, LaneOfA, -1, -1], _reporter);
    }

    [TestMethod]
    public void Step_QuietLoops_TellsTheFiguresOfEachOnceAMinute()
    {
        Run(150);
        CollectionAssert.AreEqual(new[] { 1, 0, 1, 0, 1, 0 }, _figures.Select(f => LoopReport.Number(f.Code)).ToArray());
        Assert.IsLessThan(1000, _figures[1].AtMs, "as soon as they are measured");
        Assert.IsLessThanOrEqualTo(40, Math.Abs(_figures[2].AtMs - _figures[0].AtMs - LoopHealth.RestMs));
        Assert.IsTrue(_figures.All(f => LoopReport.State(f.Code) == LoopState.Clear && f.Delta == 0));
        Assert.IsEmpty(_events);
    }

    [TestMethod]
    public void Step_Traffic_IsNoChangeOfHealth()
    {
        Run(1);
        int before = _figures.Count;
        for (int car = 0; car < 10; car++)
        {
            Run(2, PulsesA + 20);
            Assert.AreEqual(LoopState.Occupied, _bank[0].State);
            Run(2);
        }

        Assert.HasCount(before, _figures);
        Assert.IsEmpty(_events);
    }

    [TestMethod]
    public void Step_VehicleAtTheMinute_TellsWhatItMakes()
    {
        Run(55);
        Run(6, PulsesA + 20);
        (int code, int delta, _) = _figures.Last(f => LoopReport.Number(f.Code) == 0);
        Assert.AreEqual(LoopState.Occupied, LoopReport.State(code));
        Assert.IsInRange(16_000, 17_000, delta, "20 of 2,400 pulses more are a good 0.8 % of frequency, and twice that of the inductance");
    }

    // H9
    [TestMethod]
    public void Step_LoopBreaks_TellsOnceHowAndTheFiguresWithinASecond()
    {
        Run(5);
        int before = _figures.Count;
        Run(1.2, pulsesA: 0);
        CollectionAssert.AreEqual(new[] { (EventCode.LoopFault, LaneOfA, 3, (long)LoopFault.Open) }, _events);
        Assert.HasCount(before + 1, _figures);
        Assert.AreEqual(LoopState.Fault, LoopReport.State(_figures[^1].Code));
        Assert.AreEqual(LoopFault.Open, LoopReport.Fault(_figures[^1].Code));
    }

    // H9
    [TestMethod]
    public void Step_LooseWire_IsOneFaultAndNoFlood()
    {
        Run(5);
        int before = _figures.Count;
        for (int touch = 0; touch < 20; touch++)
        {
            Run(0.5, pulsesA: 0);
            Run(0.5);
        }

        Assert.HasCount(1, _events);
        Assert.IsLessThanOrEqualTo(before + 21, _figures.Count);
        Assert.AreEqual(LoopState.Unconfirmed, _bank[0].State);
    }

    [TestMethod]
    public void Step_PersonConfirmsAMendedLoop_TellsThatTheFaultEnded()
    {
        Run(5);
        Run(1, pulsesA: 0);
        Run(1);
        Assert.HasCount(1, _events, "nobody has looked yet");
        Assert.IsTrue(_bank[0].ConfirmClear());
        Run(1.2);
        Assert.AreEqual((EventCode.LoopFaultEnded, LaneOfA, 3, 0L), _events[^1]);
        Assert.HasCount(2, _events);
        Assert.AreEqual(LoopState.Clear, LoopReport.State(_figures[^1].Code));
    }

    [TestMethod]
    public void Step_NoisyLoop_IsToldOnceWithItsNoise()
    {
        Run(5);
        for (int i = 0; i < 600; i++)
        {
            Run(0.06, PulsesA + 2);
            Run(0.06, PulsesA - 2);
        }

        Assert.IsTrue(_bank[0].IsNoisy, $"{_bank[0].NoisePpm} ppm");
        (EventCode code, int lane, int input, long noisePpm) = _events.Single(e => e.Code == EventCode.LoopNoise);
        Assert.AreEqual((EventCode.LoopNoise, LaneOfA, 3), (code, lane, input));
        Assert.IsGreaterThan(100, noisePpm);
        Assert.IsTrue(LoopReport.IsNoisy(_figures.Last(f => LoopReport.Number(f.Code) == 0).Code));
    }

    [TestMethod]
    public void TellAgain_AfterAConnect_TellsTheFiguresOfEachLoopOnce()
    {
        Run(5);
        int before = _figures.Count;
        _health.TellAgain();
        Run(1);
        CollectionAssert.AreEquivalent(new[] { 0, 1 }, _figures.Skip(before).Select(f => LoopReport.Number(f.Code)).ToArray());
    }

    [TestMethod]
    public void Step_FullRing_TellsTheFiguresLater()
    {
        while (_reporter.Ring.Put(ReportKind.Ack, 0, 0, 0, CommandOp.None, 0, 0, 0, 0, 0))
        {
        }

        Run(1, take: false);
        Take();
        Assert.IsEmpty(_figures);
        Run(1);
        Assert.HasCount(2, _figures);
    }

    private void Run(double seconds, int pulsesA = PulsesA, bool take = true)
    {
        int scans = (int)Math.Round(seconds * 50);
        for (int scan = 0; scan < scans; scan++)
        {
            _reporter.UptimeMs += 20;
            _bank.Put(0, pulsesA, 20_000);
            _bank.Put(1, PulsesB, 20_000);
            _bank.Sense(0);
            _health.Step();
            if (take)
            {
                Take();
            }
        }
    }

    private void Take()
    {
        ReportRing ring = _reporter.Ring;
        while (ring.Take())
        {
            if (ring.Kind == ReportKind.Loop)
            {
                _figures.Add((ring.Code, ring.A, ring.UptimeMs));
            }
            else if (ring.Kind == ReportKind.Event)
            {
                _events.Add(((EventCode)ring.Code, ring.Lane, ring.A, ring.B));
            }
        }
    }
}
