using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>Crowds that stream, surge and get into each other's way.</summary>
[TestClass]
public sealed class CrowdFlowTests
{
    [TestMethod]
    public void Flow_WithinWhatThePassageTakes_IsCountedBothWays()
    {
        StreetModel street = Counting();
        street.Crowd.InPerMin = 120;
        street.Crowd.OutPerMin = 30;
        Run(street, 1200);
        Assert.IsInRange(2200, 2600, street.Crowd.CameIn);
        Assert.IsInRange(520, 680, street.Crowd.WentOut);
    }

    [TestMethod]
    public void Flow_ThroughANarrowPassage_WaitsBeforeIt()
    {
        StreetModel street = Counting();
        street.Crowd.WidthM = 1;
        street.Crowd.InPerMin = 200;
        Run(street, 300);
        Assert.IsInRange(78 * 5 - 10, (78 * 5) + 10, street.Crowd.CameIn);
        Assert.IsInRange(500, 720, street.Crowd.WaitingIn);
    }

    [TestMethod]
    public void Flow_AgainstTheStream_TakesRoomFromBoth()
    {
        StreetModel street = Counting();
        street.Crowd.WidthM = 1;
        street.Crowd.InPerMin = 200;
        street.Crowd.OutPerMin = 200;
        Run(street, 300);
        int passed = street.Crowd.CameIn + street.Crowd.WentOut;
        Assert.IsInRange(280, 310, passed, "a quarter less than the 390 that pass one way");
    }

    [TestMethod]
    public void Surge_OnTopOfAFlow_BringsItsPeopleAndEnds()
    {
        StreetModel street = Counting();
        street.Crowd.WidthM = 20;
        street.Crowd.Surge(600, 120);
        Run(street, 180);
        Assert.IsInRange(500, 700, street.Crowd.CameIn, "half the peak for two minutes");
        int came = street.Crowd.CameIn;
        Run(street, 60);
        Assert.AreEqual(came, street.Crowd.CameIn);
    }

    [TestMethod]
    public void Crowd_OfOneSeed_IsTheSame()
    {
        static (int, int) People(int seed)
        {
            StreetModel street = Counting(seed);
            street.Crowd.InPerMin = 100;
            street.Crowd.OutPerMin = 100;
            Run(street, 120);
            return (street.Crowd.CameIn, street.Crowd.WentOut);
        }

        Assert.AreEqual(People(4), People(4));
        Assert.AreNotEqual(People(4), People(5));
    }

    [TestMethod]
    public void Crowd_SiteThatCountsNobody_IsRefusedWithASentence()
    {
        var error = Assert.ThrowsExactly<InvalidOperationException>(() => new Rig().Model.Crowd);
        Assert.AreEqual("This site does not count people; give it inputs with the roles count-in and count-out.", error.Message);
    }

    private static StreetModel Counting(int seed = 1) =>
        new(EquipmentSite.Lane(inputs: ["role: count-in, pin: 9", "role: count-out, pin: 10"]), seed);

    private static void Run(StreetModel street, int seconds)
    {
        for (int step = 0; step < seconds * 200; step++)
        {
            street.Step(5000);
        }
    }
}
