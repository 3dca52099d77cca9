using BarrierNode.Site.Explain;

namespace BarrierNode.Site.Tests.Explain;

/// <summary>The wiring list has a row for each terminal, and knows what is at the other end of its cable.</summary>
[TestClass]
public sealed class WiringTests
{
    [TestMethod]
    [DynamicData(nameof(SiteFiles.Names), typeof(SiteFiles))]
    public void Terminals_OfASite_AreThePinsOfItsTableOnce(string name)
    {
        SiteModel site = SiteFiles.Site(name);
        var table = SiteCompiler.Compile(site);
        WiringList wiring = WiringList.Of(site);

        CollectionAssert.AreEqual(
            table.InputPins.Concat(table.OutputPins).Append(table.PermitPin).Order().ToArray(), wiring.Terminals.Select(t => t.Gpio).ToArray());
        CollectionAssert.AreEquivalent(
            table.InputNames.Concat(table.OutputNames).Append("permit").ToArray(), wiring.Terminals.Select(t => t.Name).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(SiteFiles.Names), typeof(SiteFiles))]
    public void Terminals_AndSparePins_AreEveryPinThatEquipmentMayUse(string name)
    {
        SiteModel site = SiteFiles.Site(name);
        WiringList wiring = WiringList.Of(site);

        CollectionAssert.AreEqual(
            site.Board.Pins.Values.Where(p => p.MayBeInput).Select(p => p.Gpio).Order().ToArray(),
            wiring.Terminals.Select(t => t.Gpio).Concat(wiring.Spare.Select(p => p.Gpio)).Order().ToArray());
    }

    [TestMethod]
    [DataRow("emergencyStop", "normally closed", "high", "emergency stop, first contact", "controller, GPIO 33")]
    [DataRow("reset", "normally open", "low", "reset button in the cabinet", "controller, GPIO 39")]
    [DataRow("quay.up", "normally open", "low", "limit switch at the upper end, lane quay, all barriers in series", "controller, GPIO 34")]
    [DataRow("quay.raiseAux", "normally closed", "high", "mirror contact of what raises lane quay", "controller, GPIO 25")]
    [DataRow("quayLoop", "normally closed", "high", "detector of loop quayLoop, lane quay", "controller, GPIO 27")]
    [DataRow("quay.raise", "contactor or valve", "low", "controller, GPIO 16", "driver: raises lane quay")]
    [DataRow("warning", "lamp or sounder", "low", "controller, GPIO 21", "driver: warns in lanes quay, yard")]
    [DataRow("permit", "permission pulse", "an edge every scan", "controller, GPIO 4", "permission chain: retriggerable timers of 250 ms and 60 s")]
    public void Terminal_OfASite_TellsContactLevelAndCable(string name, string contact, string atRest, string from, string to)
    {
        Terminal terminal = WiringList.Of(SiteFiles.Site("two-channel")).Terminals.Single(t => t.Name == name);

        Assert.AreEqual((contact, atRest, from, to), (terminal.Contact, terminal.AtRest, terminal.From, terminal.To));
        Assert.StartsWith("10 k\u03a9 to ground", terminal.Pull);
    }

    [TestMethod]
    public void Terminal_WithARole_TellsWhatItIsFor()
    {
        SiteModel site = SiteFiles.Read(TestSite.With(("  - id: depot", "    inputs:\n      - { role: pit-water, pin: 32 }\n  - id: depot")));
        Terminal terminal = WiringList.Of(site).Terminals.Single(t => t.Gpio == 32);

        Assert.AreEqual(("north.pitWater", "lane north: water stands in the pit"), (terminal.Name, terminal.From));
    }

    [TestMethod]
    [DataRow("kind: beam, heightMm: 900", "receiver of the beam 900 mm over the road, extra, lane depot")]
    [DataRow("kind: radar", "radar extra, lane depot")]
    [DataRow("kind: relay", "detector of loop extra, lane depot")]
    public void Detector_OfAKind_TellsHowItSees(string keys, string from)
    {
        SiteModel site = SiteFiles.Read(TestSite.With(
            ("      - { name: gate, pin: 13", $"      - {{ {keys}, name: extra, pin: 32, holdMs: 1000 }}\n      - {{ name: gate, pin: 13"),
            ("{ gate: [26, 34] }", "{ gate: [26, 34], extra: [29, 31] }")));

        Assert.AreEqual(from, WiringList.Of(site).Terminals.Single(t => t.Name == "extra").From);
    }

    [TestMethod]
    [DataRow("heater", "relay", "driver: heater of the pit or the drive, in lane north")]
    [DataRow("beacon", "relay", "driver: flashing light while the lane warns and moves, in lane north")]
    public void Output_WithARole_TellsWhatItIsFor(string role, string driver, string to)
    {
        SiteModel site = SiteFiles.Read(TestSite.With(("  - id: depot", $"    outputs:\n      - {{ role: {role}, pin: 32 }}\n  - id: depot")));
        Terminal terminal = WiringList.Of(site).Terminals.Single(t => t.Gpio == 32);

        Assert.AreEqual(($"north.{role}", driver, to), (terminal.Name, terminal.Contact, terminal.To));
    }

    [TestMethod]
    public void Page_OfABoardThatMustBePrepared_SaysHow()
    {
        SiteModel site = SiteFiles.Site("minimal");
        string page = SitePages.Write(site, SitePart.Wiring, PageFormat.Text);

        Assert.IsNotEmpty(site.Board.Preparation);
        foreach (string sentence in site.Board.Preparation)
        {
            Assert.Contains(sentence[..40], page);
        }
    }

    [TestMethod]
    public void Html_OfAWiringList_HasARowForEachTerminalAndSparePin()
    {
        SiteModel site = SiteFiles.Site("promenade");
        WiringList wiring = WiringList.Of(site);

        Assert.HasCount(
            wiring.Terminals.Count + wiring.Spare.Count + 1, SitePages.Write(site, SitePart.Wiring, PageFormat.Html).Split("<tr><td>"));
    }
}
