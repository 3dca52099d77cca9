using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Passage;

/// <summary>Streams of vehicles through a lane whose barriers are raised behind every one of them.</summary>
[TestClass]
public class StreamTests
{
    private const int Streams = 1000;
    private const int VehiclesOfAStream = 6;
    private const int StreetStepUs = 5000;

    private static readonly VehicleKind[] s_kinds =
        [VehicleKind.Motorcycle, VehicleKind.Car, VehicleKind.Car, VehicleKind.Van, VehicleKind.Truck, VehicleKind.TruckTrailer, VehicleKind.HighBed];

    public TestContext TestContext { get; set; } = null!;

    // H6: automatic raising is on, and beside it an operator asks to raise behind every vehicle, and at any other moment.
    [TestMethod]
    public void Stream_OfVehiclesWithRaisesBetweenThem_NoneIsEverStruck()
    {
        int seed = RandomSeed.Of();
        SiteModel site = Site();
        SiteTable table = SiteCompiler.Compile(site);
        var sum = new Stream();
        for (int i = 0; i < Streams; i++)
        {
            var stream = new Stream();
            stream.Run(site, table, seed + i);
            Assert.AreEqual(0, stream.Strikes, $"stream {i} of seed {seed}");
            sum.Add(stream);
        }

        TestContext.WriteLine($"{sum.Passed} vehicles passed, {sum.Raises} raises began, {sum.Reversals} were reversed, {sum.Tailgates} tailgated");
        Assert.IsGreaterThan(Streams * VehiclesOfAStream / 2, sum.Passed, "the lane lets them pass");
        Assert.IsGreaterThan(Streams, sum.Raises, "barriers rise between them");
        Assert.IsGreaterThan(0, sum.Reversals, "some drive under a rising barrier");
    }

    // H6: what protects them are the detectors.
    [TestMethod]
    public void Stream_DetectorsThatSeeNothing_SomeAreStruck()
    {
        SiteModel site = Site();
        SiteTable table = SiteCompiler.Compile(site);
        int strikes = 0;
        for (int seed = 0; seed < 30; seed++)
        {
            var stream = new Stream { Blind = true };
            stream.Run(site, table, seed);
            strikes += stream.Strikes;
        }

        Assert.IsGreaterThan(0, strikes);
    }

    private static SiteModel Site() => EquipmentSite.Lane(
        lane: ["settings: { dualLoopDistanceMm: 7000, tailgateGapMs: 1500, reraiseAfterTransitMs: 500, unattendedWarningMs: 1000 }"],
        loops: ["name: entryLoop, pin: 41, holdMs: 1000", "name: exitLoop, pin: 42, holdMs: 1000", "name: beam, kind: beam, pin: 9, holdMs: 1000"],
        places: ["entryLoop: [24, 28]", "exitLoop: [31, 35]", "beam: [29.9, 30.1]"]);

    private sealed class Stream
    {
        private static readonly int[] s_detectorPins = [41, 42, 9];

        /// <summary>The wires of the detectors are shorted: they are always clear.</summary>
        public bool Blind { get; init; }

        public int Strikes { get; private set; }

        public int Passed { get; private set; }

        public int Raises { get; private set; }

        public int Reversals { get; private set; }

        public int Tailgates { get; private set; }

        public void Add(Stream other)
        {
            Passed += other.Passed;
            Raises += other.Raises;
            Reversals += other.Reversals;
            Tailgates += other.Tailgates;
        }

        public void Run(SiteModel site, SiteTable table, int seed)
        {
            var random = new Random(seed);
            var street = new StreetModel(site, seed, StreetStart.BarriersDown);
            var cabinet = new VirtualCabinet(table, street);
            Array.ForEach(Blind ? s_detectorPins : [], street.ShortWire);
            int sent = 0;
            int nextCarMs = 2000;
            int nextAskMs = 5000;
            for (int ms = 0; ms < 60_000; ms += 20)
            {
                if (sent < VehiclesOfAStream && ms >= nextCarMs)
                {
                    int car = street.SendVehicle("lane", s_kinds[random.Next(s_kinds.Length)]);
                    sent++;
                    nextCarMs = ms + random.Next(6000);
                    _ = random.Next(3) == 0 && street.DriveOn(car);
                }

                if (ms >= nextAskMs)
                {
                    bool waits = cabinet.Controller.Position(0) != LanePosition.Down;
                    cabinet.Controller.Requests.Put(0, waits && random.Next(2) == 0 ? CommandOp.Lower : CommandOp.Raise, ms, 0);
                    nextAskMs = ms + 1000 + random.Next(5000);
                }

                for (int i = 0; i < VirtualCabinet.ScanPeriodUs / StreetStepUs; i++)
                {
                    street.Step(StreetStepUs);
                }

                cabinet.Scan();
                Read(cabinet.Controller, ms);
            }

            Strikes = street.Strikes;
        }

        private void Read(Controller controller, int ms)
        {
            ReportRing reports = controller.Reports;
            while (reports.Take())
            {
                if (reports.Kind != ReportKind.Event)
                {
                    continue;
                }

                switch ((EventCode)reports.Code)
                {
                    case EventCode.Passage:
                        Passed++;
                        controller.Requests.Put(0, CommandOp.Raise, ms + 1, 0);
                        break;
                    case EventCode.MoveStarted when reports.Op == CommandOp.Raise:
                        Raises++;
                        break;
                    case EventCode.Reversed:
                        Reversals++;
                        break;
                    case EventCode.Tailgating:
                        Tailgates++;
                        break;
                }
            }
        }
    }
}
