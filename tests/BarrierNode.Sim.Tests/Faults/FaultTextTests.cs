namespace BarrierNode.Sim.Tests;

[TestClass]
public sealed class FaultTextTests
{
    private static readonly IReadOnlyList<FaultPoint> s_points = FaultSites.City("promenade").Stations[0].Faults.Points;

    [TestMethod]
    [DataRow("entryLoop stuck", FaultKind.Stuck, null)]
    [DataRow("entryLoop delayed 800ms", FaultKind.Delayed, 800.0)]
    [DataRow("entryLoop delayed 1.5s", FaultKind.Delayed, 1500.0)]
    [DataRow("entryLoop slow 0.5min", FaultKind.Slow, 30000.0)]
    [DataRow("  entryLoop   intermittent 30% ", FaultKind.Intermittent, 30.0)]
    public void Parse_AFault_GivesPointKindAndAmount(string text, FaultKind kind, double? amount) =>
        Assert.AreEqual(new Fault("entryLoop", kind, amount), FaultText.Parse(text, s_points));

    [TestMethod]
    [DataRow("entryLop off", "There is no entryLop that can fail; did you mean entryLoop? Here it is emergencyStop, reset, ")]
    [DataRow("entryLoop stick", "stick is no kind of fault; did you mean stuck? entryLoop can be off, stuck, garbage, wrong, slow, delayed, intermittent.")]
    [DataRow("promenade.raise wrong", "promenade.raise cannot be wrong; it can be off, stuck, garbage, slow, delayed, intermittent.")]
    [DataRow("entryLoop", "Found \"entryLoop\", expected a point, a kind and perhaps an amount, such as \"emergencyStop off\".")]
    [DataRow("", "Found \"\", expected a point, a kind and perhaps an amount, such as \"emergencyStop off\".")]
    [DataRow("entryLoop off 3 s", "Found \"entryLoop off 3 s\", expected a point, a kind and perhaps an amount, such as \"emergencyStop off\".")]
    [DataRow("entryLoop off 3s", "entryLoop off takes no amount; found \"3s\".")]
    [DataRow("entryLoop delayed 30%", "entryLoop delayed: found \"30%\", expected 1ms to 1min, such as 800ms.")]
    [DataRow("entryLoop delayed 800", "entryLoop delayed: found \"800\", expected 1ms to 1min, such as 800ms.")]
    [DataRow("entryLoop delayed -1ms", "entryLoop delayed: found \"-1ms\", expected 1ms to 1min, such as 800ms.")]
    [DataRow("entryLoop delayed 2min", "entryLoop delayed: found 2min, expected 1ms to 1min, such as 800ms.")]
    [DataRow("entryLoop intermittent 100%", "entryLoop intermittent: found 100%, expected 1% to 99%, such as 30%.")]
    public void Parse_WhatIsNoFault_SaysWhatIsToBeHad(string text, string begins) =>
        Assert.StartsWith(begins, Assert.ThrowsExactly<FaultException>(() => FaultText.Parse(text, s_points)).Message);
}
