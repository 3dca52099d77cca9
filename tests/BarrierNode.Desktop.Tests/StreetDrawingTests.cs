using System.Globalization;
using System.Xml.Linq;
using BarrierNode.Control;
using BarrierNode.Desktop.Screens;
using BarrierNode.Desktop.Screens.Parts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BarrierNode.Desktop.Tests;

/// <summary>The drawing is to scale, without a browser. 800 units are the 60 m of the promenade.</summary>
[TestClass]
public class StreetDrawingTests
{
    private const double UnitsPerM = 800 / 60.0;
    private readonly FakeStreet _street = new();

    [TestMethod]
    public async Task Drawing_OfTheStreet_ShowsAllOfItInOneScale()
    {
        double[] box = [.. (await DrawAsync()).Attribute("viewBox")!.Value.Split(' ').Select(Number)];

        Assert.AreEqual(0, box[0]);
        Assert.AreEqual(800, box[2]);
        Assert.IsLessThanOrEqualTo(0.0, box[1]);
        Assert.IsGreaterThanOrEqualTo(22 * UnitsPerM, box[1] + box[3]);
        Assert.IsGreaterThanOrEqualTo((19.5 + 5) * UnitsPerM, box[1] + box[3], "the open gate is inside");
    }

    [TestMethod]
    [DataRow("entryLoop", 24, 28)]
    [DataRow("exitLoop", 31.5, 35.5)]
    [DataRow("gateLoop", 26, 34)]
    public async Task Loop_Drawn_LiesWhereTheSiteSays(string name, double fromM, double toM)
    {
        XElement rect = One(await DrawAsync(), "data-loop", name).Elements().First();

        Assert.AreEqual(fromM * UnitsPerM, Number(rect.Attribute("x")!.Value), 0.01);
        Assert.AreEqual((toM - fromM) * UnitsPerM, Number(rect.Attribute("width")!.Value), 0.01);
    }

    [TestMethod]
    public async Task Car_Drawn_HasItsFrontAndLengthToScale()
    {
        _street.Change(s => s with { Street = s.Street with { Cars = [new(7, "promenade", 12.3, 4.5, 7, 0, false)] } });

        XElement car = One(await DrawAsync(), "id", "car-7");

        (double x, double y) = Translation(car);
        Assert.AreEqual(12.3 * UnitsPerM, x, 0.01);
        Assert.AreEqual(7 * UnitsPerM, y, 0.01);
        XElement body = car.Elements().Single(e => e.Attribute("class")?.Value == "body");
        Assert.AreEqual(-4.5 * UnitsPerM, Number(body.Attribute("x")!.Value), 0.01);
        Assert.AreEqual(4.5 * UnitsPerM, Number(body.Attribute("width")!.Value), 0.01);
    }

    [TestMethod]
    public async Task Bollards_Drawn_StandEvenlyAcrossTheCarriagewayAtTheBarrierLine()
    {
        List<(double X, double Y)> places =
            [.. (await DrawAsync()).Descendants().Where(e => e.Attribute("class")?.Value == "bollard").Select(Translation)];

        Assert.HasCount(3, places);
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(30 * UnitsPerM, places[i].X, 0.01);
            Assert.AreEqual((3.5 + 7 * (i + 0.5) / 3) * UnitsPerM, places[i].Y, 0.01);
        }
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(0.37)]
    [DataRow(1.0)]
    public async Task Bollard_PartlyUp_IsFilledToItsHeight(double up)
    {
        _street.ChangeStreetLane("promenade", l => l with { Barriers = [up, up, up] });

        XElement bollard = (await DrawAsync()).Descendants().First(e => e.Attribute("class")?.Value == "bollard");
        XElement fill = bollard.Descendants().Single(e => e.Attribute("class")?.Value == "height");

        double diameter = Number(fill.Attribute("height")!.Value);
        double radius = diameter / 2;
        Assert.AreEqual(radius - diameter * up, Translation(fill).Y, 0.02);
    }

    [TestMethod]
    [DataRow(1.0, 14.5)]
    [DataRow(0.6, 16.5)]
    [DataRow(0.0, 19.5)]
    public async Task Gate_Drawn_SlidesOutOfTheCarriageway(double position, double leafTopM)
    {
        _street.ChangeStreetLane("depot", l => l with { Barriers = [position] });

        XElement leaf = (await DrawAsync()).Descendants().Single(e => e.Attribute("class")?.Value == "leaf");

        Assert.AreEqual(leafTopM * UnitsPerM, Translation(leaf.Parent!).Y, 0.01);
        Assert.AreEqual(5 * UnitsPerM, Number(leaf.Attribute("height")!.Value), 0.01);
    }

    [TestMethod]
    [DataRow(LaneKind.SwingGate, "wing", 1.0, 0)]
    [DataRow(LaneKind.SwingGate, "wing", 0.5, 45)]
    [DataRow(LaneKind.PassiveBarrier, "block", 1.0, 0)]
    [DataRow(LaneKind.PassiveBarrier, "block", 0.0, 90)]
    public async Task Wings_Drawn_TurnFromAcrossTheCarriagewayToItsEdges(LaneKind kind, string look, double position, int degrees)
    {
        _street.Replace(kind, position, position);

        List<XElement> wings = [.. (await DrawAsync()).Descendants().Where(e => e.Attribute("class")?.Value == look)];

        Assert.HasCount(2, wings);
        StringAssert.EndsWith(wings[0].Attribute("transform")!.Value, $" {14.5 * UnitsPerM:0.##}) rotate({-degrees})", "from the upper edge");
        StringAssert.EndsWith(wings[1].Attribute("transform")!.Value, $" {19.5 * UnitsPerM:0.##}) rotate({degrees})", "from the lower edge");
        XElement leaf = wings[0].Elements().Single(e => e.Attribute("class")?.Value == "leaf");
        Assert.AreEqual(2.5 * UnitsPerM, Number(leaf.Attribute("height")!.Value), 0.01);
    }

    [TestMethod]
    public async Task PassiveBarrierOfFour_Stowed_LeavesTheCarriagewayFree()
    {
        _street.Replace(LaneKind.PassiveBarrier, 0, 0, 0, 0);

        IEnumerable<string> places = (await DrawAsync()).Descendants()
            .Where(e => e.Attribute("class")?.Value == "block").Select(e => e.Attribute("transform")!.Value);

        foreach (string place in places)
        {
            double y = Number(place["translate(".Length..place.IndexOf(')', StringComparison.Ordinal)].Split(' ')[1]);
            Assert.IsTrue(Math.Abs(y - 14.5 * UnitsPerM) < 0.01 || Math.Abs(y - 19.5 * UnitsPerM) < 0.01, place);
            StringAssert.Contains(place, "90)", "it lies along the edge");
        }
    }

    [TestMethod]
    [DataRow(1.0, 5)]
    [DataRow(0.5, 3.5355)]
    [DataRow(0.0, 0.6)]
    public async Task Arm_Drawn_IsSeenAsLongAsItIsFromAbove(double position, double lengthM)
    {
        _street.Replace(LaneKind.BarrierArm, position);

        XElement arm = (await DrawAsync()).Descendants().Single(e => e.Attribute("class")?.Value == "arm");

        XElement leaf = arm.Elements().Single(e => e.Attribute("class")?.Value == "leaf");
        Assert.AreEqual(lengthM * UnitsPerM, Number(leaf.Attribute("height")!.Value), 0.01);
    }

    [TestMethod]
    public async Task Beacon_OfALaneWithoutWarning_IsNotDrawn()
    {
        _street.Change(s => s with { Site = s.Site with { Lanes = [.. s.Site.Lanes.Select(l => l with { WarningPins = [] })] } });

        Assert.DoesNotContain("beacon", (await DrawAsync()).ToString());
    }

    [TestMethod]
    [DataRow(true, false, "red")]
    [DataRow(false, true, "green")]
    [DataRow(false, false, "dark")]
    [DataRow(true, true, "red and green")]
    public async Task Signal_Drawn_IsToldByAWordToo(bool red, bool green, string word)
    {
        _street.ChangeStreetLane("promenade", l => l with { Red = red, Green = green });

        XElement signal = (await DrawAsync()).Descendants().Single(e => e.Attribute("class")?.Value == "signal");

        Assert.AreEqual(word, signal.Elements().Last().Value);
        Assert.AreEqual(red ? "lit" : "unlit", signal.Attribute("data-red")!.Value);
        Assert.AreEqual(green ? "lit" : "unlit", signal.Attribute("data-green")!.Value);
    }

    [TestMethod]
    public async Task Cabinet_WithTheButtonPressedAndNoPermission_SaysSo()
    {
        _street.Change(s => s with { Street = s.Street with { EmergencyStopPressed = true, PermissionAlive = false } });

        string text = (await DrawAsync()).Descendants().Single(e => e.Attribute("class")?.Value == "cabinet").Value;

        StringAssert.Contains(text, "E-stop pressed");
        StringAssert.Contains(text, "drives cut off");
    }

    [TestMethod]
    [DataRow(0.0, 0)]
    [DataRow(0.001, 1)]
    [DataRow(0.37, 37)]
    [DataRow(0.999, 99)]
    [DataRow(1.0, 100)]
    public void Percent_NearAnEnd_NeverClaimsAnEndThatIsNotReached(double share, int expected) =>
        Assert.AreEqual(expected, StreetScale.Percent(share));

    private async Task<XElement> DrawAsync()
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        FragmentRenderer renderer = new(services, NullLoggerFactory.Instance);
        return XElement.Parse((await renderer.FragmentsAsync(_street.Current)).Single(part => part.Key == "street").Value);
    }

    private static XElement One(XElement drawing, string attribute, string value) =>
        drawing.Descendants().Single(e => e.Attribute(attribute)?.Value == value);

    private static (double X, double Y) Translation(XElement element)
    {
        string[] numbers = element.Attribute("transform")!.Value["translate(".Length..^1].Split(' ');
        return (Number(numbers[0]), Number(numbers[1]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
