using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests;

/// <summary>Everything works without a pointer, and without eyes.</summary>
[TestClass]
public class KeyboardTests
{
    [TestMethod]
    public async Task Tab_FromTheTop_ReachesEveryControlInReadingOrder()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        string[] posts = ["raise", "lower", "stop", "estop", "reset", "send-car", "drive-on"];
        string[] Controls(string lane) => [.. posts.Select(p => $"/lanes/{lane}/{p}"), "more-" + lane];
        string[] expected =
        [
            "#lanes", "operator", "/street/emergency-stop/press", "/street/emergency-stop/release", "/street/reset", "events-title",
            .. Controls("promenade"), .. Controls("depot"), "keys",
        ];
        List<string> reached = [];
        foreach (string _ in expected)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            reached.Add(await open.Page.EvaluateAsync<string>("""
                () => (e => e.dataset.post || e.getAttribute('href') || e.id || e.getAttribute('aria-labelledby'))(document.activeElement)
                """));
        }

        CollectionAssert.AreEqual(expected, reached, string.Join(" | ", reached));
    }

    [TestMethod]
    [DataRow("1", "r", "promenade raise by operator")]
    [DataRow("2", "r", "depot raise by operator")]
    [DataRow("2", "l", "depot lower by operator")]
    [DataRow("1", "s", "promenade stop by operator")]
    [DataRow("1", "e", "promenade estop by operator")]
    [DataRow("1", "E", "promenade estop by operator")]
    [DataRow("2", "x", "depot reset by operator")]
    [DataRow("2", "c", "depot car")]
    [DataRow("1", "d", "promenade drive on")]
    public async Task Shortcut_LaneThenLetter_ActsOnThatLane(string number, string letter, string expected)
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();

        await open.Page.Keyboard.PressAsync(number);
        await open.Page.Keyboard.PressAsync(letter);

        Assert.AreEqual(expected, await open.AskedAsync());
    }

    [TestMethod]
    public async Task Shortcut_WhereItMustNotAct_AsksNothing()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();

        // No lane selected; in a text field; with a modifier that belongs to the browser; switched off.
        await open.Page.Keyboard.PressAsync("r");
        await open.Page.GetByLabel("Operator").FocusAsync();
        await open.Page.Keyboard.TypeAsync("1rlsexcd");
        await open.Page.Locator("#lanes").FocusAsync();
        await open.Page.Keyboard.PressAsync("1");
        await open.Page.Keyboard.PressAsync("Alt+r");
        await open.Page.GetByLabel("Keys").UncheckAsync();
        await open.Face("promenade").FocusAsync();
        await open.Page.Keyboard.PressAsync("r");

        // The one thing asked for last shows that nothing before it was.
        await open.Button("depot", "Stop").PressAsync("Enter");
        StringAssert.StartsWith(await open.AskedAsync(), "depot stop");
        Assert.IsEmpty(open.Street.Asked);
    }

    [TestMethod]
    public async Task Focus_WhileThePageChanges_Stays()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        await open.Button("promenade", "Raise").FocusAsync();

        open.Street.ChangeLane("promenade", l => l with { Position = "down", Protected = false, BlockedBy = ["entryLoop"] });
        open.Street.Change(s => s with { Node = s.Node! with { Live = false } });

        await Assertions.Expect(open.Page.Locator("#face-promenade .position")).ToContainTextAsync("was DOWN");
        await Assertions.Expect(open.Button("promenade", "Raise")).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task Focus_OnAButton_IsVisible()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        await open.Page.Keyboard.PressAsync("2");
        await open.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(open.Button("depot", "Close")).ToBeFocusedAsync();
        Assert.AreEqual("solid 3px", await open.Button("depot", "Close").EvaluateAsync<string>(
            "e => `${getComputedStyle(e).outlineStyle} ${getComputedStyle(e).outlineWidth}`"));
    }

    [TestMethod]
    public async Task SkipLink_Followed_GoesToTheLanes()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(open.Button("promenade", "Raise")).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task Page_ForAScreenReader_HasLandmarksAndNames()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        foreach (AriaRole landmark in new[] { AriaRole.Banner, AriaRole.Main, AriaRole.Contentinfo })
        {
            await Assertions.Expect(open.Page.GetByRole(landmark)).ToHaveCountAsync(1);
        }

        await Assertions.Expect(open.Page.GetByRole(AriaRole.Region, new() { Name = "promenade" })).ToHaveCountAsync(1);
        ILocator street = open.Page.GetByRole(AriaRole.Img, new() { Name = "The street from above" });
        await Assertions.Expect(street).ToHaveCountAsync(1);
        await Assertions.Expect(street.Locator("desc")).ToContainTextAsync("promenade: 100 % up, 0 of 2 loops occupied, 0 cars. depot: closed, 0 of 1");
        IReadOnlyList<ILocator> buttons = await open.Page.Locator("button").AllAsync();
        HashSet<string> names = [];
        foreach (ILocator button in buttons)
        {
            string name = await button.EvaluateAsync<string>(
                "b => [...b.childNodes].filter(n => n.nodeName !== 'KBD').map(n => n.textContent).join('').trim()");
            Assert.IsGreaterThan(3, name.Length, "a button without a name");
            Assert.IsTrue(names.Add(name), $"two buttons are called '{name}'");
        }

        Assert.HasCount(23, buttons);
    }

    [TestMethod]
    public async Task ReducedMotion_Wished_StopsAnimations()
    {
        await using OpenStreet open = await OpenStreet.OpenAsync();
        open.Street.ChangeStreetLane("depot", l => l with { Warning = true });
        await Assertions.Expect(open.Page.Locator(".beacon.on")).ToHaveCountAsync(1);
        const string Animation = "e => getComputedStyle(e).animationName";
        Assert.AreEqual("blink", await open.Page.Locator(".beacon.on .rays").EvaluateAsync<string>(Animation));

        await open.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.AreEqual("none", await open.Page.Locator(".beacon.on .rays").EvaluateAsync<string>(Animation));
    }
}
