using BarrierNode.Interlock;

namespace BarrierNode.Control.Tests;

[TestClass]
public class PassageSenseTests
{
    private const int Vehicles = 10_000;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Direction_OfRandomVehicles_IsRightForAtLeast999InAThousand()
    {
        int wrong = 0;
        ForRandomVehicles((pair, speedMs, vehicleM, backward) =>
        {
            PassageDirection expected = backward ? PassageDirection.Backward : PassageDirection.Forward;
            wrong += pair.Ended.Count == 1 && pair.Ended[0].Direction == expected && pair.Reached.Single().Direction == expected ? 0 : 1;
        });
        TestContext.WriteLine($"{wrong} of {Vehicles} wrong");
        Assert.IsLessThanOrEqualTo(Vehicles / 1000, wrong);
    }

    [TestMethod]
    public void Speed_OfRandomVehicles_IsWithinTenPercent() => ForRandomVehicles((pair, speedMs, _, _) =>
        Assert.IsInRange(speedMs * 900, speedMs * 1100, pair.Ended.Single().SpeedMmS));

    [TestMethod]
    public void Length_OfRandomVehicles_IsAsExactAsTheSpeedAndTwoScans() => ForRandomVehicles((pair, speedMs, vehicleM, _) =>
    {
        double over = (vehicleM + DetectorM) * 1000;
        Assert.IsInRange((over * 0.9) - (speedMs * 44) - 1, (over * 1.1) + (speedMs * 44) + 1, pair.Ended.Single().LengthMm + (DetectorM * 1000));
    });

    private const double DetectorM = 2;

    [TestMethod]
    public void Passage_ForwardAt5MS_IsReachedAtTheSecondDetectorAndEndsBehindIt()
    {
        TwoDetectors pair = new TwoDetectors(5, 2).Drive(1, 5, 4.5).Run(1 + 1 + 0.06 + 0.02);
        Assert.AreSequenceEqual([(PassageDirection.Forward, 5000)], pair.Reached);
        Assert.IsEmpty(pair.Ended);
        pair = new TwoDetectors(5, 2).Drive(1, 5, 4.5).Run(5);
        Assert.AreSequenceEqual([(PassageDirection.Forward, 5000, 4500)], pair.Ended);
        Assert.IsEmpty(pair.Follows);
    }

    [TestMethod]
    public void Passage_Backward_IsToldSo()
    {
        TwoDetectors pair = new TwoDetectors(5, 2).Drive(1, 5, 4.5, backward: true).Run(5);
        Assert.AreSequenceEqual([(PassageDirection.Backward, 5000, 4500)], pair.Ended);
        Assert.AreSequenceEqual([(PassageDirection.Backward, 5000)], pair.Reached);
    }

    [TestMethod]
    public void Passage_VehicleShorterThanTheWay_CountsOnce()
    {
        TwoDetectors pair = new TwoDetectors(15, 1).Drive(1, 5, 1.8).Run(10);
        Assert.AreSequenceEqual([(PassageDirection.Forward, 5000, 1800)], pair.Ended);
    }

    [TestMethod]
    public void Passage_BacksOffTheSecondDetector_TurnsBackAndIsNone()
    {
        TwoDetectors pair = new TwoDetectors(5, 2).Entry(1, 9).Exit(2, 5).Run(12);
        Assert.AreEqual(PassageDirection.TurnedBack, pair.Ended.Single().Direction);
        Assert.AreEqual(PassageDirection.Forward, pair.Reached.Single().Direction);
    }

    [TestMethod]
    public void Passage_BacksOffAndComesAgain_IsOneWithoutASpeed()
    {
        TwoDetectors pair = new TwoDetectors(5, 2).Entry(1, 9).Exit(2, 5).Exit(7, 10).Run(12);
        Assert.AreSequenceEqual([(PassageDirection.Forward, 0, 0)], pair.Ended);
    }

    [TestMethod]
    public void Passage_NeverReachesTheSecondDetector_TurnsBackAfterItsTime()
    {
        TwoDetectors pair = new TwoDetectors(5, 2).Entry(1, 3).Run(13.2);
        Assert.IsEmpty(pair.Ended, "5 m at half a metre a second take 10 s");
        pair = new TwoDetectors(5, 2).Entry(1, 3).Run(13.5);
        Assert.AreEqual(PassageDirection.TurnedBack, pair.Ended.Single().Direction);
    }

    [TestMethod]
    public void Passage_AfterOneThatTurnedBack_IsMeasured()
    {
        TwoDetectors pair = new TwoDetectors(5, 2).Entry(1, 3).Drive(16, 5, 4.5).Run(20);
        Assert.AreSequenceEqual([(PassageDirection.TurnedBack, 0, 0), (PassageDirection.Forward, 5000, 4500)], pair.Ended);
        Assert.IsEmpty(pair.Follows);
    }

    [TestMethod]
    public void Follows_SecondEntersBeforeTheFirstHasLeft_IsZero()
    {
        TwoDetectors pair = new TwoDetectors(5, 2).Drive(1, 5, 4.5).Drive(3.2, 5, 4.5).Run(10);
        Assert.AreSequenceEqual([0], pair.Follows);
        Assert.HasCount(2, pair.Ended);
    }

    [TestMethod]
    public void Follows_SecondEntersLater_IsTheGapAtTheEntry()
    {
        // The first is off the entry after 1.3 s; the relay releases 240 ms later than it detects.
        TwoDetectors pair = new TwoDetectors(5, 2).Drive(1, 5, 4.5).Drive(5, 5, 4.5).Run(10);
        Assert.IsInRange(5000 - 2300 - 240 - 20, 5000 - 2300 - 240 + 20, pair.Follows.Single());
    }

    [TestMethod]
    public void Stream_OfRandomCarsWithRoom_CountsEveryOneForward()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        var pair = new TwoDetectors(5, 2);
        double at = 1;
        const int cars = 500;
        for (int i = 0; i < cars; i++)
        {
            double speed = 2 + (10 * random.NextDouble());
            pair.Drive(at, speed, 4.5);
            at += (11.5 / speed) + 0.5 + (3 * random.NextDouble());
        }

        pair.Run(at + 5);
        Assert.HasCount(cars, pair.Ended, $"seed {seed}");
        Assert.IsTrue(pair.Ended.TrueForAll(e => e.Direction == PassageDirection.Forward), $"seed {seed}");
    }

    [TestMethod]
    public void Stream_CarHiddenBehindAnotherAtTheEntry_IsNoWrongWayDriver()
    {
        // At the entry they are one; on the way to the exit the gap opens.
        TwoDetectors pair = new TwoDetectors(5, 2).Entry(1, 6).Exit(2, 4).Exit(5, 7).Run(10);
        Assert.IsFalse(pair.Reached.Exists(r => r.Direction == PassageDirection.Backward));
        Assert.AreEqual(PassageDirection.Forward, pair.Ended.Single().Direction);
    }

    [TestMethod]
    public void Start_VehicleOnBothDetectors_IsNoPassage()
    {
        var pair = new TwoDetectors(5, 2);
        pair.Entry(-1, 1).Exit(-1, 2).Drive(20, 5, 4.5).Run(25);
        Assert.AreSequenceEqual([(PassageDirection.Forward, 5000, 4500)], pair.Ended);
    }

    [TestMethod]
    public void Exchange_InMidPassage_GoesOnTheSame()
    {
        var kept = new StateFrame(new long[PassageSense.StateWords]);
        var one = new PassageSense(5000, 2000, 240);
        one.Step(false, false, 0);
        one.Step(true, false, 1000);
        kept.BeginSave(0);
        one.Exchange(kept);
        Assert.AreEqual(PassageSense.StateWords, kept.At);
        var other = new PassageSense(5000, 2000, 240);
        kept.BeginLoad(0);
        other.Exchange(kept);
        other.Step(true, true, 2000);
        Assert.AreEqual((PassageDirection.Forward, 5000), (other.Reached, other.ReachedMmS));
    }

    // Speeds for which a scan is less than a tenth of the time between the detectors.
    private void ForRandomVehicles(Action<TwoDetectors, double, double, bool> check)
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        for (int i = 0; i < Vehicles; i++)
        {
            double distanceM = 2 + (6 * random.NextDouble());
            double speedMs = 1 + (((distanceM / 0.23) - 1) * random.NextDouble());
            double vehicleM = 1.5 + (16 * random.NextDouble());
            bool backward = random.Next(2) == 0;
            var pair = new TwoDetectors(distanceM, DetectorM, random.NextDouble() * 0.02);
            pair.Drive(0.1, speedMs, vehicleM, backward).Run(0.6 + ((distanceM + DetectorM + vehicleM) / speedMs));
            check(pair, speedMs, vehicleM, backward);
        }
    }
}
