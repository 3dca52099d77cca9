namespace BarrierNode.Site.Tests;

/// <summary>The kinds of vehicle detectors in a site file.</summary>
[TestClass]
public sealed class SiteFileDetectorTests
{
    [TestMethod]
    [DataRow("", DetectorKind.Relay, 0)]
    [DataRow(", kind: relay", DetectorKind.Relay, 0)]
    [DataRow(", kind: radar", DetectorKind.Radar, 0)]
    [DataRow(", kind: beam", DetectorKind.Beam, 1000)]
    [DataRow(", kind: beam, heightMm: 600", DetectorKind.Beam, 600)]
    public void Detector_OfAKind_IsRead(string keys, DetectorKind kind, int heightMm)
    {
        // A beam guards nothing, so it takes the place of the loop behind only where the other lies over the barriers.
        string yaml = TestSite.With(("name: outer, pin: 26, holdMs: 1000", "name: outer, pin: 26, holdMs: 1000" + keys), ("inner: [24, 28]", "inner: [24, 31]"));
        InputModel outer = SiteFiles.Read(yaml).Lanes[0].Loops[1];
        Assert.AreEqual((kind, heightMm), (outer.Kind, outer.HeightMm));
    }

    [TestMethod]
    public void Detector_OfEveryKind_ForbidsToRaise()
    {
        string yaml = TestSite.With(
            ("name: inner, pin: 25, holdMs: 1000", "name: inner, pin: 25, holdMs: 1000, kind: radar"),
            ("name: outer, pin: 26, holdMs: 1000", "name: outer, pin: 26, holdMs: 1000, kind: beam"),
            ("inner: [24, 28]", "inner: [24, 31]"));
        Control.SiteTable table = SiteCompiler.Compile(SiteFiles.Read(yaml));
        long detectors = (1L << Array.IndexOf(table.InputNames, "inner")) | (1L << Array.IndexOf(table.InputNames, "outer"));
        int raise = Array.IndexOf(table.OutputNames, "north.raise");
        Assert.AreEqual(detectors, table.Gate.MustBeZero(raise) & detectors);
        Assert.AreEqual(detectors, table.Lanes[0].Detectors);
    }

    [TestMethod]
    public void Detector_HeightOfALoop_IsRefused() => TestSite.AssertRefused(
        TestSite.With(("name: outer, pin: 26", "name: outer, heightMm: 600, pin: 26")),
        "site.yaml:20: 'loop.heightMm' stands at a detector that is no beam, expected kind: beam");

    [TestMethod]
    public void Detector_UnknownKind_IsRefused()
    {
        string yaml = TestSite.With(("name: outer, pin: 26", "name: outer, kind: camera, pin: 26"));
        SiteProblem problem = Assert.ThrowsExactly<SiteFileException>(() => SiteFiles.Read(yaml)).Problems.Single();
        Assert.AreEqual((20, "'loop.kind' is 'camera'"), (problem.Line, problem.What));
    }

    [TestMethod]
    public void Detector_BeamsAlone_DoNotGuard() => TestSite.AssertRefused(
        TestSite.With(
            ("name: gate, pin: 13, holdMs: 1000", "name: gate, pin: 13, holdMs: 1000, kind: beam")),
        "site.yaml:35: the loops of lane 'depot' lie on one side of its barriers at 30 m, expected a loop over the barriers, or loops on both sides");
}
