using BarrierNode.Site;

namespace BarrierNode.Street.Tests.People;

[TestClass]
public class CountingLinesTests
{
    [TestMethod]
    public void People_AtARate_CrossAboutSoOften()
    {
        (CountingLines lines, _) = Walk(inPerMin: 120, outPerMin: 30, minutes: 20, seed: 7);
        Assert.IsInRange(2200, 2600, lines.CameIn);
        Assert.IsInRange(520, 680, lines.WentOut);
    }

    [TestMethod]
    public void People_MoreThanACounterTakes_WaitAndAreCountedOneByOne()
    {
        (CountingLines lines, int pulses) = Walk(inPerMin: 3000, outPerMin: 0, minutes: 2, seed: 7);
        Assert.IsInRange(1200, 1500, lines.CameIn);
        Assert.AreEqual(lines.CameIn, pulses, 1.0);
    }

    [TestMethod]
    public void People_OfOneSeed_AreTheSame() =>
        Assert.AreEqual(Walk(200, 100, 1, seed: 9).Lines.CameIn, Walk(200, 100, 1, seed: 9).Lines.CameIn);

    private static (CountingLines Lines, int Pulses) Walk(double inPerMin, double outPerMin, int minutes, int seed)
    {
        SiteModel site = EquipmentSite.Lane(inputs: ["role: count-in, pin: 9", "role: count-out, pin: 10"]);
        var street = new StreetModel(site);
        var lines = new CountingLines(street, "lane.countIn", "lane.countOut", seed) { InPerMin = inPerMin, OutPerMin = outPerMin };
        int pulses = 0;
        bool before = false;
        for (int step = 0; step < minutes * 60 * 1_000_000 / CountingLines.StepUs; step++)
        {
            lines.Step(step);
            bool now = street.InputLevel(9);
            pulses += now && !before ? 1 : 0;
            before = now;
        }

        return (lines, pulses);
    }
}
