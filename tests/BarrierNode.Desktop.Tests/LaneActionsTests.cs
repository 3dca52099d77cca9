using BarrierNode.Control;
using BarrierNode.Desktop.Screens;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Tests;

/// <summary>A lane offers what it is fitted for, and nothing else.</summary>
[TestClass]
public class LaneActionsTests
{
    private static readonly LaneModel s_lane = Promenade.Site.Lanes[0];

    [TestMethod]
    public void Lane_Plain_OffersOnlyWhatEveryLaneHas() =>
        CollectionAssert.AreEqual(new[] { "keepOpen", "release", "confirm" }, Paths(s_lane));

    [TestMethod]
    [DataRow(LaneSetting.EfoEnabled, "efo,efoEnd")]
    [DataRow(LaneSetting.ReraiseAfterTransitMs, "automatic-on,automatic-off")]
    [DataRow(LaneSetting.ReraiseNoTransitMs, "automatic-on,automatic-off")]
    [DataRow(LaneSetting.DualConsent, "consent")]
    public void Setting_OfTheLane_AddsItsButtons(LaneSetting setting, string added)
    {
        int[] settings = LaneSettings.Defaults();
        settings[(int)setting] = 1;

        CollectionAssert.AreEquivalent(added.Split(','), Paths(s_lane with { Settings = settings }).Except(Paths(s_lane)).ToArray());
    }

    [TestMethod]
    [DataRow(InputRole.EgressRequest, "egress")]
    [DataRow(InputRole.SirenInput, "emergencyVehicle")]
    [DataRow(InputRole.RedCurrent, "selfTest")]
    public void Input_OfTheLane_AddsItsButton(InputRole role, string added)
    {
        InputModel input = new("promenade.more", 5, false, 0, 0) { Role = role };

        Assert.AreEqual(added, Paths(s_lane with { Inputs = [input] }).Except(Paths(s_lane)).Single());
    }

    [TestMethod]
    public void MeasuredLoop_OfTheLane_CanBeConfirmed()
    {
        LaneModel lane = s_lane with { Loops = [s_lane.Loops[0] with { Frequency = new LoopFrequencyModel(60_000, 1000, 100) }, s_lane.Loops[1]] };
        SiteModel site = Promenade.Site with { Lanes = [lane, Promenade.Site.Lanes[1]] };

        LaneAction action = LaneActions.Of(lane, site).Single(a => a.Op == CommandOp.ConfirmClear);

        Assert.AreEqual(SiteCompiler.NumberOf(site, "entryLoop"), action.Argument);
        Assert.AreEqual("Nothing on entryLoop", action.Label);
        Assert.AreEqual((action.Op, action.Argument), LaneActions.Find(action.Path));
    }

    [TestMethod]
    public void Bypass_OfALaneThatAllowsOne_IsOfferedForEveryDetectorAndCanBeEnded()
    {
        int[] settings = LaneSettings.Defaults();
        settings[(int)LaneSetting.BypassMaxMin] = 5;
        int number = SiteCompiler.NumberOf(Promenade.Site, "entryLoop");

        LaneAction[] offered = [.. LaneActions.Of(s_lane with { Settings = settings }, Promenade.Site).Where(a => a.Op == CommandOp.Bypass)];

        Assert.HasCount(4, offered);
        Assert.AreEqual(new LaneAction($"bypass-{320 + number}", "Bypass entryLoop for 5 min", CommandOp.Bypass, (5 * 64) + number), offered[0]);
        Assert.AreEqual(new LaneAction($"bypass-{number}", "End bypass of entryLoop", CommandOp.Bypass, number), offered[1]);
        Assert.IsTrue(offered.All(a => LaneActions.Find(a.Path) == (a.Op, a.Argument)));
    }

    [TestMethod]
    [DataRow("bypass-")]
    [DataRow("bypass-65536")]
    [DataRow("confirmClear-")]
    [DataRow("confirmClear--1")]
    [DataRow("confirmClear-256")]
    public void Path_OfNoInput_IsNothing(string path) => Assert.IsNull(LaneActions.Find(path));

    [TestMethod]
    [DataRow("raise", CommandOp.Raise, 0)]
    [DataRow("keepOpen", CommandOp.KeepOpen, 0)]
    [DataRow("automatic-on", CommandOp.Automatic, 1)]
    [DataRow("automatic-off", CommandOp.Automatic, 0)]
    public void Path_OfAButton_IsItsCommand(string path, CommandOp op, int argument) =>
        Assert.AreEqual((op, argument), LaneActions.Find(path));

    [TestMethod]
    public void Path_OfNoButton_IsNothing() => Assert.IsNull(LaneActions.Find("destroy"));

    private static string[] Paths(LaneModel lane) => [.. LaneActions.Of(lane, Promenade.Site).Select(a => a.Path)];
}
