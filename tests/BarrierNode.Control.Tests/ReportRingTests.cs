namespace BarrierNode.Control.Tests;

/// <summary>Reports that somebody looks at before the link takes them.</summary>
[TestClass]
public sealed class ReportRingTests
{
    [TestMethod]
    public void Peek_AtReportsThatWait_ShowsEachAndTakesNone()
    {
        ReportRing ring = new();
        for (int i = 0; i < 3; i++)
        {
            ring.Put(ReportKind.Event, i, 10 + i, 20 + i, CommandOp.Lower, 30 + i, 40 + i, 50 + i, 60 + i, 70 + i);
        }

        ring.Peek(2);
        Assert.AreEqual(12, ring.Code);
        Assert.AreEqual(72, ring.UptimeMs);
        ring.Peek(0);
        Assert.AreEqual(10, ring.Code);
        Assert.AreEqual(3, ring.Waiting);
        Assert.IsTrue(ring.Take());
        Assert.AreEqual(10, ring.Code);
        ring.Peek(0);
        Assert.AreEqual(11, ring.Code);
        Assert.AreEqual(2, ring.Waiting);
    }
}
