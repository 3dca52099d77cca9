using Microsoft.Playwright;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>The page in a real browser, with everything real behind it.</summary>
[TestClass]
[DoNotParallelize]
public class StreetPageTests
{
    [TestMethod]
    public async Task LowerAndRaise_Clicked_AreSeenInFaceplateAndDrawing()
    {
        await using OpenPage open = await OpenPage.OpenAsync();
        await open.ExpectAsync(open.Face(".position"), "UP");
        Assert.AreEqual(100, await open.DrawnPercentAsync());
        await open.ClickAsync("Send car");
        Wait.Until(() => open.Street.Running.Snapshot().Cars is [{ Waiting: true }], "the car waits at the line");

        await open.ClickAsync("Lower");
        await open.ExpectAsync(open.Face(".position"), "LOWERING");
        await open.DrawnBetweenAsync(15, 60);
        await open.TakePictureAsync("street.png");
        await open.ExpectAsync(open.Face(".position"), "DOWN");
        await open.DrawnBetweenAsync(0, 0);
        await open.ExpectAsync(open.Face(".stages"), "done");

        Wait.Until(() => open.Street.Running.Snapshot().Cars.Count == 0, "the car has passed");
        await open.ExpectAsync(open.Face("[data-fact=raise]"), "possible");
        await open.ClickAsync("Raise");
        await open.ExpectAsync(open.Face(".position"), "RAISING");
        await open.DrawnBetweenAsync(5, 95);
        await open.ExpectAsync(open.Face(".position"), "UP");
        await open.DrawnBetweenAsync(100, 100);
        await open.ExpectAsync(open.Page.Locator("#events"), "End position reached");
    }

    [TestMethod]
    public async Task Raise_WithACarOnTheLoop_ShowsTheRefusalAndItsReason()
    {
        await using OpenPage open = await OpenPage.OpenAsync();
        open.Street.LowerTo(0.6);
        await open.ClickAsync("Send car");
        Wait.Until(() => open.Street.Running.Snapshot().Cars is [{ Waiting: true }], "the car waits at the line");
        await open.ClickAsync("Drive on");
        await open.ExpectAsync(open.Face("[data-fact=raise]"), "vehicle on entryLoop");
        Wait.Until(() => open.Street.Running.Snapshot().Cars is [{ SpeedMs: 0, FrontM: > 26 }], "the car stands before the bollards");

        await open.ClickAsync("Raise");

        await open.ExpectAsync(open.Face(".stages .refused"), "the interlock forbids it");
        await open.ExpectAsync(open.Face(".stages .refused"), "vehicle on entryLoop");
        await open.ExpectAsync(open.Page.Locator("#events"), "Command refused");
        await open.TakePictureAsync("refusal.png");
        Assert.AreEqual("stopped", open.Street.LaneNow.Position);
    }

    [TestMethod]
    public async Task PassiveBarrier_Stowed_LeavesTheStreetUnprotectedUntilItStandsAgain()
    {
        await using OpenPage open = await OpenPage.OpenAsync("boulevard.yaml");
        ILocator street = open.Page.Locator("#overview");
        await open.ExpectAsync(street, "This street: protected");

        await open.ClickAsync("Stow", "centre");
        await open.ExpectAsync(open.Face(".position", "centre"), "STOWED open to vehicles");
        await open.ExpectAsync(street, "This street: not protected");
        await open.ExpectAsync(open.Face(".position", "west"), "DEPLOYED closed to vehicles");
        await open.TakePictureAsync("boulevard.png");

        await open.ClickAsync("Deploy", "centre");
        await open.ExpectAsync(open.Face(".position", "centre"), "DEPLOYED");
        await open.ExpectAsync(street, "This street: protected");
    }

    [TestMethod]
    public async Task MeasuredLoops_NobodyHasConfirmed_ForbidToRaiseUntilSomebodyHas()
    {
        await using OpenPage open = await OpenPage.OpenAsync("blue-light.yaml");
        await open.ExpectAsync(open.Face("[data-fact=raise]"), "vehicle on entryLoop");
        await open.ExpectAsync(open.Face("[data-fact=raise]"), "vehicle on exitLoop");
        Wait.Until(() => !open.Street.LaneNow.BlockedBy.Contains("beam"), "the beam has settled");

        await open.ClickInMenuAsync("Nothing on entryLoop");
        await open.ClickInMenuAsync("Nothing on exitLoop");
        await open.ExpectAsync(open.Face("[data-fact=raise]"), "possible");

        await open.ClickAsync("Send car");
        await open.ClickAsync("Lower");
        Wait.Until(() => open.Street.Running.Snapshot().Cars is [{ FrontM: > 26 }], "the car is over the loops");
        await open.ExpectAsync(open.Face("[data-fact=raise]"), "vehicle on entryLoop");
        await open.TakePictureAsync("blue-light.png");
    }

    [TestMethod]
    public async Task EmergencyStop_ByKeyboard_StopsTheStrokeAndStaysUntilReset()
    {
        await using OpenPage open = await OpenPage.OpenAsync();
        await open.Page.Keyboard.PressAsync("1");
        await open.Page.Keyboard.PressAsync("l");
        await open.ExpectAsync(open.Face(".position"), "LOWERING");
        await open.DrawnBetweenAsync(30, 90);

        await open.Page.Keyboard.PressAsync("e");
        Wait.Until(() => open.Street.Drives.AllLow, "every drive output is low");
        int rises = open.Street.Drives.Rises;
        await open.ExpectAsync(open.Face("[data-fact=trips]"), "E-stop given from a control room");
        int stopped = await open.DrawnPercentAsync();

        await open.Page.Keyboard.PressAsync("x");
        await Assertions.Expect(open.Face("[data-fact=trips]")).ToHaveTextAsync("none", new() { Timeout = 20_000 });
        open.Street.NothingStarts("the reset", rises);
        Assert.AreEqual(stopped, await open.DrawnPercentAsync(), 2, "the bollards stand where they stood");
    }
}
