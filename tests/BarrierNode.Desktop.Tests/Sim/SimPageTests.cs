using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests.Sim;

/// <summary>The simulator's window in a browser.</summary>
[TestClass]
public class SimPageTests
{
    private const string Promenade = "simulator/sites/promenade.yaml";

    [TestMethod]
    public async Task Page_Opened_ShowsTheStreetAsItIsAndLoadsNothingFromElsewhere()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);

        await Assertions.Expect(open.Page.Locator(".bollard")).ToHaveCountAsync(3);
        await Assertions.Expect(open.Page.Locator(".gate")).ToHaveCountAsync(1);
        await Assertions.Expect(open.Page.Locator(".signs").First).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("red-lit"));
        await Assertions.Expect(open.Page.Locator("#summary")).ToContainTextAsync("promenade protected");
        await Assertions.Expect(open.Page.Locator("#clock")).ToHaveTextAsync("00:00:05.0");
        Assert.IsTrue(open.Requests.All(url => url.StartsWith(open.Address.ToString(), StringComparison.Ordinal)), string.Join(", ", open.Requests));
        Assert.IsEmpty(open.Errors, string.Join("; ", open.Errors));
    }

    [TestMethod]
    public async Task Click_OnALane_SendsTheChosenVehicleAndItIsDrawnToScale()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        await open.Page.SelectOptionAsync("#kind", "Truck");

        // Ten metres before the stop line, on the centre line of the promenade.
        float[] at = await open.Page.EvaluateAsync<float[]>(
            "() => { const m = document.querySelector('.moving').getScreenCTM(); return [m.e + m.a * 100, m.f + m.d * 70]; }");
        await open.Page.Mouse.ClickAsync(at[0], at[1]);
        await open.ResultAsync("Truck 1 drives towards promenade, driver careful.");
        await open.PassAsync(3);

        ILocator truck = open.Page.Locator(".vehicle[data-number='1']");
        await Assertions.Expect(truck).ToHaveCountAsync(1);
        double scale = await open.Page.EvaluateAsync<double>("() => document.querySelector('.moving').getScreenCTM().a");
        double lengthUnits = await truck.Locator(".load").EvaluateAsync<double>("e => e.getBBox().width") + 22;
        Assert.AreEqual(80, lengthUnits, 1, "eight metres at ten units a metre");
        Assert.IsGreaterThan(0.5, scale);
    }

    [TestMethod]
    public async Task Vehicle_ClickedAndRemoved_IsGone()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        await open.DoAsync("place", "site=0&lane=depot&kind=Van&x=15");

        await open.Page.ClickAsync(".vehicle .roof");
        await open.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Remove" }).ClickAsync();

        await open.ResultAsync("Vehicle 1 is gone.");
        await Assertions.Expect(open.Page.Locator(".vehicle")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task Bollard_Lowered_SinksInThePictureAndIsNotProtected()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        const string Up = "g => Number(g.style.getPropertyValue('--up'))";
        ILocator bollard = open.Page.Locator(".bollard").First;
        await Assertions.Expect(open.Page.Locator(".tag").First).ToHaveTextAsync("promenade 100 % up");
        Assert.AreEqual(1, await bollard.EvaluateAsync<double>(Up));

        await open.Button("Lower promenade").ClickAsync();
        await open.ResultAsync("Lower sent to promenade.");
        await open.PassAsync(1.5);
        await Assertions.Expect(open.Page.Locator(".tag").First).Not.ToHaveTextAsync("promenade 100 % up");
        double half = await bollard.EvaluateAsync<double>(Up);
        Assert.IsTrue(half is > 0.1 and < 0.95, $"on its way down, found {half}");

        await open.PassAsync(4);
        await Assertions.Expect(open.Page.Locator(".tag").First).ToHaveTextAsync("promenade 0 % up");
        await Assertions.Expect(open.Page.Locator("#summary")).ToContainTextAsync("promenade not protected");
        await Assertions.Expect(open.Page.Locator("#card-0-promenade [data-fact=last]")).ToContainTextAsync("done");
    }

    [TestMethod]
    public async Task EmergencyStop_ByKeyboard_IsPressedAndReleased()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        ILocator button = open.Page.Locator(".mushroom");

        await button.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(open.Page.Locator(".moving")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("stopped"));
        await open.Page.Keyboard.PressAsync(" ");

        await Assertions.Expect(open.Page.Locator(".moving")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("stopped"));
    }

    [TestMethod]
    public async Task Time_StepByStep_GoesOnByExactlyThat()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);

        await open.Button("+1 s one second").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#clock")).ToHaveTextAsync("00:00:06.0");
        await open.Button("+20 ms one scan").ClickAsync();
        await open.ResultAsync("One step of 20 ms.");

        Assert.AreEqual(6_020_000, await open.AskAsync((session, _) => session.City.NowUs));
    }

    [TestMethod]
    public async Task Speed_Chosen_RunsTheTimeAndIsMarked()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);

        await open.Button("5×").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#rate-now")).ToHaveTextAsync("5 ×");
        await Assertions.Expect(open.Button("5×")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(open.Page.Locator("#clock")).Not.ToHaveTextAsync("00:00:05.0");

        await open.Page.Locator("#side").FocusAsync();
        await open.Page.Keyboard.PressAsync(" ");
        await Assertions.Expect(open.Page.Locator("#rate-now")).ToHaveTextAsync("stands");
    }

    [TestMethod]
    public async Task Fault_SetFromThePanel_IsDrawnListedAndMended()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        await open.Page.ClickAsync("#tab-faults");
        await open.Page.SelectOptionAsync("#fault-point", "entryLoop");
        await open.Page.SelectOptionAsync("#fault-kind", "stuck");

        await open.Button("Break").ClickAsync();
        await open.ResultAsync("entryLoop stuck.");
        await Assertions.Expect(open.Page.Locator(".detector").First).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("faulty"));
        await Assertions.Expect(open.Page.Locator("#summary")).ToContainTextAsync("1 broken");

        await open.Button("Mend entryLoop").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#panel-faults")).ToContainTextAsync("Nothing is broken.");
        await Assertions.Expect(open.Page.Locator(".detector").First).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("faulty"));
    }

    [TestMethod]
    public async Task Wire_CutInTheTable_ChangesTheLevelThatTheNodeReads()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        await open.Page.ClickAsync("#tab-wires");
        ILocator row = open.Page.Locator("#panel-wires tr", new() { HasText = "emergencyStop" });
        await Assertions.Expect(row.Locator("td").Nth(1)).ToHaveTextAsync("high");

        await open.Button("Cut emergencyStop.wire").ClickAsync();
        await open.PassAsync(1);

        await Assertions.Expect(row.Locator("td").Nth(1)).ToHaveTextAsync("low");
        await Assertions.Expect(row).ToHaveClassAsync("faulty");
        await Assertions.Expect(open.Button("Cut emergencyStop.wire")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [TestMethod]
    public async Task Scenario_Chosen_RunsWithACheckMarkForEveryStep()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        await open.Page.ClickAsync("#tab-scenario");
        await open.Page.SelectOptionAsync("#scenario", "hazards/car-on-the-entry-loop.yaml");

        await open.Button("Run it").ClickAsync();
        await Assertions.Expect(open.Page.Locator(".steps li.running").First).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator("#panel-scenario h3")).ToHaveTextAsync("A car on the entry loop keeps the bollards down");
        await open.PassAsync(60);

        await Assertions.Expect(open.Page.Locator(".verdict")).ToContainTextAsync("passed");
        int steps = await open.Page.Locator(".steps li").CountAsync();
        Assert.IsGreaterThan(5, steps);
        await Assertions.Expect(open.Page.Locator(".steps li.met")).ToHaveCountAsync(steps);

        await open.Button("Begin again with what the window was started with").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#panel-scenario")).ToContainTextAsync("No scenario runs");
    }

    [TestMethod]
    public async Task Tabs_WithTheArrowKeys_OpenTheirPanels()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        await open.Page.Locator("#tab-lanes").FocusAsync();

        await open.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(open.Page.Locator("#pane-traffic")).ToBeVisibleAsync();
        await open.Page.Keyboard.PressAsync("ArrowLeft");
        await open.Page.Keyboard.PressAsync("ArrowLeft");

        await Assertions.Expect(open.Page.Locator("#pane-exercise")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator("#tab-exercise")).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task Buttons_ForAScreenReader_HaveNamesOfTheirOwn()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        HashSet<string> names = [];
        foreach (string tab in new[] { "lanes", "cabinet", "wires", "faults", "scenario", "exercise" })
        {
            await open.Page.ClickAsync("#tab-" + tab);
            foreach (string name in await open.Page.EvaluateAsync<string[]>(
                "tab => [...document.querySelectorAll(`#pane-${tab} button`)].map(b => b.textContent.trim())", tab))
            {
                Assert.IsGreaterThan(2, name.Length, "a button without a name");
                Assert.IsTrue(names.Add(name), $"two buttons are called '{name}'");
            }
        }

        Assert.IsGreaterThan(50, names.Count);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Text_ByDayAndNight_HasEnoughContrast(bool night)
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        await open.DoAsync("break", "site=0&point=entryLoop&kind=stuck");
        if (night)
        {
            await open.Page.ClickAsync("#night");
        }

        foreach (string tab in new[] { "lanes", "cabinet", "wires", "faults", "scenario", "exercise" })
        {
            await open.Page.ClickAsync("#tab-" + tab);
            string[] found = await open.Page.EvaluateAsync<string[]>(ContrastTests.LowContrast);
            Assert.IsEmpty(found, $"{tab}: {string.Join("; ", found)}");
        }
    }

    [TestMethod]
    public async Task Post_FromAnotherWebPage_IsRefusedAndDoesNothing()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);
        using HttpClient client = new() { BaseAddress = open.Address };
        using HttpRequestMessage request = new(HttpMethod.Post, "/do/power") { Content = new FormUrlEncodedContent([new("site", "0"), new("on", "0")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        HttpResponseMessage answer = await client.SendAsync(request);

        Assert.AreEqual(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.IsTrue(await open.AskAsync((session, _) => session.City.Stations[0].Node.HasPower));
    }

    [TestMethod]
    public async Task Server_Gone_IsSaidOnThePage()
    {
        await using OpenSim open = await OpenSim.OpenAsync(Promenade);

        await open.Server.StopAsync();

        await Assertions.Expect(open.Page.Locator("#cut")).ToContainTextAsync("No connection to the simulator", new() { Timeout = 15_000 });
    }
}
