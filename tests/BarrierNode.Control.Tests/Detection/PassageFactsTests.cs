namespace BarrierNode.Control.Tests;

[TestClass]
public class PassageFactsTests
{
    [TestMethod]
    [DataRow(PassageDirection.Forward, 2, 4500)]
    [DataRow(PassageDirection.Backward, 0, 0)]
    [DataRow(PassageDirection.TurnedBack, 255, 0x7FFFF)]
    public void Pack_WhatIsKnown_ComesOutAgain(PassageDirection direction, int axles, int lengthMm)
    {
        long packed = PassageFacts.Pack(direction, axles, lengthMm);
        Assert.AreEqual(
            (direction, axles, lengthMm), (PassageFacts.Direction(packed), PassageFacts.Axles(packed), PassageFacts.LengthMm(packed)));
    }

    [TestMethod]
    public void Pack_MoreThanFits_IsTheMost()
    {
        long packed = PassageFacts.Pack(PassageDirection.Forward, 999, 9_999_999);
        Assert.AreEqual(
            (PassageDirection.Forward, 255, 0x7FFFF),
            (PassageFacts.Direction(packed), PassageFacts.Axles(packed), PassageFacts.LengthMm(packed)));
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(5000, 18)]
    [DataRow(13890, 50)]
    [DataRow(100, 0)]
    [DataRow(140, 1)]
    public void SpeedKmh_OfMillimetresASecond_IsRounded(int speedMmS, int expected) => Assert.AreEqual(expected, PassageFacts.SpeedKmh(speedMmS));
}
