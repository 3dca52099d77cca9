using BarrierNode.Control;
using BarrierNode.Hub;
using BarrierNode.Street;
using Microsoft.Playwright;
using static BarrierNode.Desktop.Tests.FakeStreet;

namespace BarrierNode.Desktop.Tests;

/// <summary>What people see in the browser.</summary>
[TestClass]
public class StreetPageTests
{
    [TestMethod]
    public async Task Page_Opened_ShowsSiteLanesAndProtection()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();

        await Assertions.Expect(open.Page).ToHaveTitleAsync("nice / promenade / quai-1 – BarrierNode");
        await Assertions.Expect(open.Page.Locator("#overview")).ToHaveTextAsync("This street: protected");
        await Assertions.Expect(open.Page.Locator(".face")).ToHaveCountAsync(2);
        await Assertions.Expect(open.Page.Locator("#face-promenade .position")).ToHaveTextAsync("UP closed to vehicles");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Page_At1280By800_FitsWithoutScrolling(bool live)
    {
        await using OpenStreet open = await OpenStreet.OpenAsync(prepare: street => street.Change(s => s with
        {
            Node = s.Node! with { Live = live },
            Events = [.. Enumerable.Range(1, 50).Reverse().Select(n => Event(n, "cleared", "depot"))],
        }));

        Assert.IsTrue(await open.Page.EvaluateAsync<bool>(
            "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"),
            "the page scrolls");
        foreach (ILocator button in await open.Page.GetByRole(AriaRole.Button).AllAsync())
        {
            LocatorBoundingBoxResult? box = await button.BoundingBoxAsync();
            Assert.IsTrue(box is not null && box.X >= 0 && box.Y >= 0 && box.X + box.Width <= 1280 && box.Y + box.Height <= 770,
                $"'{await button.InnerTextAsync()}' is out of view");
        }
    }

    [TestMethod]
    public async Task Page_On800By600_HasNoSidewaysScrolling()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync(800, 600);

        Assert.IsTrue(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [TestMethod]
    public async Task Barrier_Moves_WhenTheStreetMoves()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        ILocator bollard = open.Page.Locator("#way-promenade .bollard").First;
        await Assertions.Expect(bollard).ToHaveAttributeAsync("data-percent", "100");
        float upAt = (await bollard.Locator(".height").BoundingBoxAsync())!.Y;

        open.Street.ChangeStreetLane("promenade", l => l with { Barriers = [0.25, 0.25, 0.25] });

        await Assertions.Expect(bollard).ToHaveAttributeAsync("data-percent", "25");
        await Until.TrueAsync(() => bollard.Locator(".height").BoundingBoxAsync().Result!.Y > upAt + 5, "the fill of the bollard sinks");
    }

    [TestMethod]
    public async Task Loop_Occupied_LightsUp()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        ILocator loop = open.Page.Locator("[data-loop=exitLoop]");
        await Assertions.Expect(loop).ToHaveClassAsync("loop clear");

        open.Street.ChangeStreetLane("promenade", l => l with { Loops = [false, true] });

        await Assertions.Expect(loop).ToHaveClassAsync("loop occupied");
        await Assertions.Expect(open.Page.Locator("[data-loop=entryLoop]")).ToHaveClassAsync("loop clear");
    }

    [TestMethod]
    public async Task Car_ComesWaitsAndLeaves_WithoutTakingAnothersPlace()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();

        open.Street.Change(s => s with
        {
            Street = s.Street with { Cars = [new(1, "promenade", 19, 4.5, 7, 0, true), new(2, "depot", 10, 4.5, 17, 3, false)] },
        });
        await Assertions.Expect(open.Page.Locator("#car-1")).ToContainTextAsync("waits");
        await Assertions.Expect(open.Page.Locator("#car-2")).Not.ToContainTextAsync("waits");

        open.Street.Change(s => s with { Street = s.Street with { Cars = [s.Street.Cars[1]] } });
        await Assertions.Expect(open.Page.Locator("#car-1")).ToHaveCountAsync(0);
        await Assertions.Expect(open.Page.Locator("#car-2")).ToHaveCountAsync(1);
    }

    [TestMethod]
    [DataRow("promenade", "Raise", "promenade raise by anna")]
    [DataRow("depot", "Open", "depot lower by anna")]
    [DataRow("promenade", "Stop", "promenade stop by anna")]
    [DataRow("depot", "E-stop", "depot estop by anna")]
    [DataRow("depot", "Reset", "depot reset by anna")]
    [DataRow("promenade", "Send car", "promenade car")]
    [DataRow("promenade", "Drive on", "promenade drive on")]
    public async Task Button_Clicked_ReachesTheRightLaneAndConfirms(string lane, string label, string expected)
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        await open.Page.GetByLabel("Operator").FillAsync("anna");

        await open.Button(lane, label).ClickAsync();

        Assert.AreEqual(expected, await open.AskedAsync());
        await Assertions.Expect(open.Face(lane).Locator(".result")).ToContainTextAsync(lane);
        Assert.IsEmpty(open.Street.Asked, "one click asks once");
    }

    [TestMethod]
    public async Task StreetButtons_Clicked_PressTheButtonsInTheStreet()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        foreach ((string label, string expected) in new[]
                 {
                     ("Press E-stop", "button pressed"), ("Release E-stop", "button released"), ("Press reset", "reset pressed"),
                 })
        {
            await open.Page.GetByRole(AriaRole.Button, new() { Name = label }).ClickAsync();
            Assert.AreEqual(expected, await open.AskedAsync());
        }
    }

    [TestMethod]
    public async Task OperatorName_Entered_IsRemembered()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        Assert.AreEqual("operator", await open.Page.GetByLabel("Operator").InputValueAsync());
        await open.Page.GetByLabel("Operator").FillAsync("zoë");
        await open.Page.GetByLabel("Operator").BlurAsync();

        await open.Page.ReloadAsync();

        await Assertions.Expect(open.Page.GetByLabel("Operator")).ToHaveValueAsync("zoë");
    }

    [TestMethod]
    public async Task CommandNotSent_Clicked_ShowsTheSentence()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync(prepare: s => s.Refusal = "the node was last heard 9 s ago.");

        await open.Button("promenade", "Raise").ClickAsync();

        await Assertions.Expect(open.Face("promenade").Locator(".result")).ToContainTextAsync("Not sent: the node was last heard 9 s ago.");
        await Assertions.Expect(open.Face("depot").Locator(".result")).ToBeEmptyAsync();
    }

    [TestMethod]
    public async Task CommandRefusedByTheNode_Shown_SaysWhichVehicleBlocks()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();

        open.Street.ChangeLane("promenade", l => l with
        {
            BlockedBy = ["entryLoop", "quiet"],
            LastCommand = Commanded("raise", Stage("sent"), Stage("refused", "interlocked", "entryLoop")),
        });

        await Assertions.Expect(open.Page.Locator("#face-promenade [data-fact=raise]"))
            .ToHaveTextAsync("blocked: vehicle on entryLoop, node is busy with its flash or network");
        await Assertions.Expect(open.Page.Locator("#face-promenade .last")).ToContainTextAsync("Raise by anna");
        await Assertions.Expect(open.Page.Locator("#face-promenade .stages li.refused"))
            .ToHaveTextAsync("refused: the interlock forbids it — vehicle on entryLoop");
    }

    [TestMethod]
    public async Task LaneBlocked_Shown_SaysSinceWhenAndWhoCanClearIt()
    {
        DateTimeOffset started = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
        await using OpenStreet open = await OpenStreet.OpenAsync(prepare: s => s.Change(state => state with
        {
            Node = state.Node! with { StartedAt = started },
        }));

        open.Street.ChangeLane("promenade", l => l with
        {
            BlockedBy = ["entryLoop"],
            Holds = ["redLampFailed"],
            Why = new WhyView([new("entryLoop", 65, "traffic")], [], [new("redLampFailed", 5, "maintenance")], true),
        });

        string At(int seconds) => $"{started.AddSeconds(seconds).ToLocalTime():HH:mm:ss}";
        await Assertions.Expect(open.Page.Locator("#face-promenade [data-fact=raise]"))
            .ToHaveTextAsync($"blocked: vehicle on entryLoop (since {At(65)}; clears when the traffic does)");
        await Assertions.Expect(open.Page.Locator("#face-promenade [data-fact=lower]")).ToHaveTextAsync("possible");
        await Assertions.Expect(open.Page.Locator("#face-promenade [data-fact=holds]"))
            .ToHaveTextAsync($"nothing by itself: red lamp without current (since {At(5)}; maintenance must clear it)");
    }

    [TestMethod]
    public async Task More_Opened_OffersWhatTheLaneIsFittedFor()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        await Assertions.Expect(open.Button("promenade", "Keep open")).ToBeHiddenAsync();

        await open.Face("promenade").Locator(".more summary").ClickAsync();
        await open.Button("promenade", "Keep open").ClickAsync();

        Assert.AreEqual("promenade keepOpen by operator", await open.AskedAsync());
        await Assertions.Expect(open.Button("promenade", "Emergency raise")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task OneLaneOpen_Shown_MakesTheStreetNotProtected()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();

        open.Street.ChangeLane("depot", l => l with { Position = "down", Protected = false });

        await Assertions.Expect(open.Page.Locator("#overview")).ToHaveTextAsync("This street: not protected");
        await Assertions.Expect(open.Page.Locator("#face-depot .answer")).ToHaveTextAsync("NOT PROTECTED");
        await Assertions.Expect(open.Page.Locator("#face-promenade .answer")).ToHaveTextAsync("PROTECTED");
    }

    [TestMethod]
    public async Task NodeSilent_Shown_LooksStaleAndClaimsNothing()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();

        open.Street.Change(s => s with { Node = s.Node! with { Live = false, Connection = "lost", BeatAge = TimeSpan.FromSeconds(7.2) } });

        await Assertions.Expect(open.Page.Locator("#stale")).ToContainTextAsync("STALE");
        await Assertions.Expect(open.Page.Locator("#overview")).ToHaveTextAsync("This street: unknown");
        ILocator face = open.Page.Locator("#face-promenade");
        await Assertions.Expect(face).ToHaveClassAsync("face-state stale");
        await Assertions.Expect(face.Locator(".stale-note")).ToHaveTextAsync("STALE — last data 7 s ago");
        await Assertions.Expect(face.Locator(".position")).ToContainTextAsync("was UP");
        await Assertions.Expect(face.Locator(".answer")).ToHaveTextAsync("UNKNOWN");
        string hatch = await face.EvaluateAsync<string>("e => getComputedStyle(e, '::after').backgroundImage");
        StringAssert.Contains(hatch, "repeating-linear-gradient");
    }

    [TestMethod]
    public async Task NodeNeverHeard_Shown_IsUnknown()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync(prepare: street => street.Change(s => s with { Node = null }));

        await Assertions.Expect(open.Page.Locator("#face-depot .position")).ToContainTextAsync("UNKNOWN");
        await Assertions.Expect(open.Page.Locator("#stale")).ToContainTextAsync("nothing has been heard of the node yet");
        await Assertions.Expect(open.Page.Locator("#node")).ToContainTextAsync("nothing heard yet");
    }

    [TestMethod]
    public async Task ServerStopped_AfterThreeSeconds_PageIsCutAndSaysSince()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        await Assertions.Expect(open.Page.Locator("body")).Not.ToHaveClassAsync("cut");

        await open.Server.StopAsync();

        await Assertions.Expect(open.Page.Locator("body")).ToHaveClassAsync("cut", new() { Timeout = 15_000 });
        await Assertions.Expect(open.Page.Locator("#cut")).ToHaveTextAsync(
            new System.Text.RegularExpressions.Regex(@"^No connection to the server since \d\d:\d\d:\d\d\."));
        await open.Button("promenade", "Raise").ClickAsync();
        await Assertions.Expect(open.Face("promenade").Locator(".result")).ToContainTextAsync("No answer from the server");
    }

    [TestMethod]
    public async Task ServerRestarted_WhilePageIsOpen_PageReloadsItself()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        await open.Server.StopAsync();
        await open.Server.DisposeAsync();

        FakeStreet other = new();
        other.ChangeLane("promenade", l => l with { Position = "down", Protected = false });
        await using Screens.ScreenServer restarted = new(other, open.Server.Address.Port);
        await restarted.StartAsync();

        await Assertions.Expect(open.Page.Locator("#face-promenade .position")).ToContainTextAsync("DOWN", new() { Timeout = 30_000 });
        await Assertions.Expect(open.Page.Locator("body")).Not.ToHaveClassAsync("cut");
    }

    [TestMethod]
    public async Task StillStreet_ForSeconds_IsNotTakenForACutConnection()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();

        Assert.IsFalse(await open.Page.EvaluateAsync<bool>("""
            () => new Promise(done => {
              new MutationObserver(() => done(true)).observe(document.body, { attributeFilter: ['class'] });
              setTimeout(() => done(false), 4500);
            })
            """));
    }

    [TestMethod]
    public async Task Events_Added_AppearOnTopWithWordsAndLateMark()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        EventView refused = Event(2, "commandRefused", "promenade", ""","op":"raise","reason":"interlocked","why":["entryLoop"]""");

        open.Street.Change(s => s with { Events = [refused, Event(1, "linkDown", null, late: true)] });

        ILocator rows = open.Page.Locator("#events tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Command refused");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Raise; the interlock forbids it; vehicle on entryLoop");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("sent late");
    }

    [TestMethod]
    public async Task NamesWithMarkup_Shown_StayText()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        const string Nasty = "<img src=x onerror=alert(1)>";

        open.Street.ChangeLane("promenade", l => l with { LastCommand = Commanded("raise", Stage("sent", Nasty)), BlockedBy = [Nasty] });

        await Assertions.Expect(open.Page.Locator("#face-promenade [data-fact=raise]")).ToHaveTextAsync("blocked: " + Nasty);
        Assert.AreEqual(0, await open.Page.Locator("img").CountAsync());
    }

    [TestMethod]
    public async Task Page_UsedForAWhile_LeavesTheConsoleClean()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        await open.Button("promenade", "Raise").ClickAsync();
        await open.AskedAsync();
        open.Street.ChangeStreetLane("depot", l => l with { Barriers = [0.5], Warning = true });
        open.Street.Change(s => s with { Street = s.Street with { Cars = [new CarSnapshot(1, "depot", 5, 4.5, 17, 2, false)] } });
        await Assertions.Expect(open.Page.Locator("#car-1")).ToHaveCountAsync(1);

        Assert.IsEmpty(open.Errors, string.Join("; ", open.Errors));
    }

    [TestMethod]
    public async Task PassiveBarrier_Shown_HasHandsInsteadOfCommands()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync(prepare: street => street.Replace(LaneKind.PassiveBarrier, 1));

        await Assertions.Expect(open.Page.Locator("#face-depot .position")).ToHaveTextAsync("DEPLOYED closed to vehicles");
        await Assertions.Expect(open.Button("depot", "Close")).ToHaveCountAsync(0);
        await Assertions.Expect(open.Button("depot", "Reset")).ToHaveCountAsync(0);
        await open.Button("depot", "Stow").ClickAsync();
        Assert.AreEqual("depot stowed", await open.AskedAsync());
        await open.Button("depot", "Deploy").ClickAsync();
        Assert.AreEqual("depot deployed", await open.AskedAsync());
    }

    [TestMethod]
    public async Task Gate_Shown_IsClosedAndHasItsOwnWords()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();

        await Assertions.Expect(open.Page.Locator("#face-depot .position")).ToHaveTextAsync("CLOSED to vehicles");
        await open.Button("depot", "Close").ClickAsync();
        StringAssert.StartsWith(await open.AskedAsync(), "depot raise");
        await Assertions.Expect(open.Face("depot").Locator("> .result")).ToContainTextAsync("Close sent to depot.");
    }
}
