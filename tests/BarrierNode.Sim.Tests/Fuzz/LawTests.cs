using BarrierNode.Control;
using BarrierNode.Sim.Fuzz;
using BarrierNode.Sim.Fuzz.Laws;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Tests.Fuzz;

/// <summary>
/// A law that cannot break says nothing. Each is shown a node that breaks it: reports and scans that no good firmware gives. What needs the whole firmware
/// to be wrong is in tests/planted.json.
/// </summary>
[TestClass]
public sealed class LawTests
{
    private const long ScanUs = 20_000;

    [TestMethod]
    public void RaiseWithADetectorActing_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.RaisePastSensor, Bench.Run(b => b.Scan(b.Raise, b.Detectors)));

    [TestMethod]
    public void BothDirections_BreakTheLaw() => Assert.AreEqual(FuzzLaw.BothWays, Bench.Run(b => b.Scan(b.Raise | b.Lower, 0)));

    [TestMethod]
    public void MoveRightAfterTheStart_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.MoveAfterStart, Bench.Run(b => b.Scan(b.Raise, 0), settle: 0));

    [TestMethod]
    public void MoveAfterALateScan_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.MoveAfterLateScan, Bench.Run(b => b.Scan(b.Lower, 0, stepUs: 300_000)));

    [TestMethod]
    public void MoveWithTheEmergencyStopPressed_BreaksTheLaw() =>
        Assert.AreEqual(FuzzLaw.MoveDuringEmergencyStop, Bench.Run(b => b.Scan(b.Lower, b.EmergencyStop)));

    [TestMethod]
    public void MoveInAQuietWindow_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.MoveInQuietWindow, Bench.Run(b => b.Scan(b.Lower, 1L << ConditionBit.Quiet)));

    [TestMethod]
    public void ChangeOfDirectionWithoutDeadTime_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.DeadTime, Bench.Run(b =>
    {
        b.Scan(b.Lower, 0);
        b.Scan(0, 0);
        b.Scan(b.Raise, 0);
    }));

    [TestMethod]
    public void ChangeOfDirectionAfterTheDeadTime_BreaksNone() => Assert.IsNull(Bench.Run(b =>
    {
        b.Scan(b.Lower, 0);
        for (int i = 0; i < 16; i++)
        {
            b.Scan(0, 0);
        }

        b.Scan(b.Raise, 0);
    }));

    [TestMethod]
    public void StrokeOverItsTimeOut_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.StrokeTooLong, Bench.Run(b =>
    {
        for (int i = 0; i < 500; i++)
        {
            b.Scan(b.Raise, 0);
        }
    }));

    [TestMethod]
    public void GreenWithoutProof_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.Green, Bench.Run(b => b.Scan(b.Green, 0)));

    [TestMethod]
    public void GreenBesideRed_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.Green, Bench.Run(b => b.Scan(b.Green | b.Red, b.Down)));

    [TestMethod]
    public void GreenProvenOpen_BreaksNone() => Assert.IsNull(Bench.Run(b => b.Scan(b.Green, b.Down)));

    [TestMethod]
    public void MoveThatNobodyAskedFor_BreaksTheLaw() =>
        Assert.AreEqual(FuzzLaw.Unexplained, Bench.Run(b => b.Scan(b.Lower, 0), w => new MoveLaws(w)));

    [TestMethod]
    public void RaiseWithoutItsWarning_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.Unwarned, Bench.Run(
        b =>
        {
            b.Hear(EventCode.CommandAccepted, CommandOp.Raise);
            b.Scan(b.Raise, 0);
        },
        w => new MoveLaws(w)));

    [TestMethod]
    public void StopOfARaiseWithoutTurningBack_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.NotReversed, Bench.Run(
        b =>
        {
            b.Hear(EventCode.MoveAsked, CommandOp.Lower, (int)MoveOrigin.Panel);
            b.Hear(EventCode.Reversed, CommandOp.Lower);
            b.Hear(EventCode.MoveDone, CommandOp.Lower);
            b.Hear(EventCode.CommandAccepted, CommandOp.Raise);
            for (int i = 0; i < 60; i++)
            {
                b.Scan(b.Warning, 0);
            }

            b.Scan(b.Raise | b.Warning, 0);
            b.Hear(EventCode.MoveAborted, CommandOp.Raise, (int)RefusalReason.Interlocked);
            b.Scan(0, 0);
        },
        w => new MoveLaws(w)));

    [TestMethod]
    public void MoreRetriesThanTheSiteAllows_BreakTheLaw() =>
        Assert.AreEqual(FuzzLaw.TooManyRetries, Bench.Run(b => b.Hear(EventCode.RetryStarted, CommandOp.None, 1), w => new MoveLaws(w)));

    [TestMethod]
    public void EmergencyStopThatLatchesNothing_BreaksTheLaw() =>
        Assert.AreEqual(FuzzLaw.TripForgotten, Bench.Run(b => b.Scan(0, b.EmergencyStop), w => new TripLaws(w)));

    [TestMethod]
    public void ResetOfACauseThatStands_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.ResetOfStandingCause, Bench.Run(
        b =>
        {
            b.Watch.Show(0, b.EmergencyStop, ScanUs);
            b.Hear(EventCode.TripReset, CommandOp.Reset, 0, b.EmergencyStop);
        },
        w => new TripLaws(w)));

    [TestMethod]
    public void RefusalWithoutAReason_BreaksTheLaw() =>
        Assert.AreEqual(FuzzLaw.RefusalWithoutReason, Bench.Run(b => b.Refuse(RefusalReason.Held, 0), w => new AnswerLaws(w)));

    [TestMethod]
    public void RefusalWithItsHolds_BreaksNone() => Assert.IsNull(Bench.Run(b => b.Refuse(RefusalReason.Held, 4), w => new AnswerLaws(w)));

    [TestMethod]
    public void BypassThatDoesNotEnd_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.BypassForEver, Bench.Run(
        b =>
        {
            b.Hear(EventCode.BypassSet, CommandOp.None, 9, 1);
            b.Scan(0, 0, stepUs: 63_000_000);
        },
        w => new StreetLaws(w)));

    [TestMethod]
    public void ContactThatCountsAtTheWrongMoment_BreaksTheLaw() =>
        Assert.AreEqual(FuzzLaw.Debounce, Bench.Run(b => b.Scan(0, b.EmergencyStop), w => new InputLaws(w)));

    [TestMethod]
    public void CommandObeyedThatNobodySent_BreaksTheLaw() => Assert.AreEqual(
        FuzzLaw.ObeyedTwice, Bench.Run(b => b.Hear(EventCode.CommandAccepted, CommandOp.Raise), (w, city) => new LinkLaws(w, city)));

    [TestMethod]
    public void EventThatTheHubDoesNotHave_BreaksTheLaw() => Assert.AreEqual(FuzzLaw.EventLost, Bench.Run(
        b => b.Hear(EventCode.ServiceDue, CommandOp.None), (w, city) => new LinkLaws(w, city), (book, _) => ((LinkLaws)book).Close()));

    /// <summary>The first lane of the promenade as a law book sees it; the test says what its node does.</summary>
    private sealed class Bench
    {
        private readonly LawBook _book;

        private Bench(FuzzWatch watch, LawBook book)
        {
            Watch = watch;
            _book = book;
        }

        public FuzzWatch Watch { get; }

        public int Raise => Watch.Lanes[0].Raise;

        public int Lower => Watch.Lanes[0].Lower;

        public int Green => Watch.Lanes[0].Green;

        public int Red => Watch.Lanes[0].Red;

        public int Warning => Watch.Lanes[0].Warning;

        public long Detectors => Watch.Lanes[0].Detectors;

        public long Down => Watch.Lanes[0].Down;

        public long EmergencyStop => 1L << Array.IndexOf(Watch.Station.Table.InputNames, SiteNames.EmergencyStop);

        public static FuzzLaw? Run(Action<Bench> act, int settle = 10) => Run(act, (w, _) => new GateLaws(w), null, settle);

        public static FuzzLaw? Run(Action<Bench> act, Func<FuzzWatch, LawBook> book) => Run(act, (w, _) => book(w), null, 0);

        public static FuzzLaw? Run(Action<Bench> act, Func<FuzzWatch, City, LawBook> book, Action<LawBook, City>? end = null, int settle = 0)
        {
            City city = new([FuzzRun.Site("promenade").Read()], new CityOptions());
            FuzzWatch watch = new(city.Stations[0], new Doubts(city.Stations[0]));
            Bench bench = new(watch, book(watch, city));
            for (int i = 0; i < settle; i++)
            {
                bench.Scan(0, 0);
            }

            act(bench);
            end?.Invoke(bench._book, city);
            return watch.Finding?.Law;
        }

        public void Scan(int outputs, long conditions, long stepUs = ScanUs)
        {
            Watch.Show(outputs, conditions, stepUs);
            _book.Scan();
        }

        public void Hear(EventCode code, CommandOp op, int a = 0, long b = 0) =>
            _book.Hear(new NodeReport(ReportKind.Event, (int)code, 0, op, -1, a, b, 0, 0, 0, Watch.NowUs));

        public void Refuse(RefusalReason reason, long why) =>
            _book.Hear(new NodeReport(ReportKind.Ack, (int)AckStage.Refused, 0, CommandOp.Raise, 1, (int)reason, why, 0, 0, 0, Watch.NowUs));
    }
}
