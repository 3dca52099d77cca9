using BarrierNode.Control;

namespace BarrierNode.Site.Tests;

/// <summary>The calendar in the site file: timetable and closures.</summary>
[TestClass]
public sealed class CalendarTests
{
    [TestMethod]
    public void Calendar_OfALane_IsInItsTable()
    {
        LaneTable lane = SiteCompiler.Compile(Site(
            "timetable: [{ days: mon-fri, from: '06:00', to: '10:30', do: open }, { days: [sat, sun], from: '22:00', to: '02:00', do: open }]",
            "closures: [{ name: carnival, from: '2024-01-02 00:00', to: '2024-01-02 01:30' }]")).Lanes[0];

        CollectionAssert.AreEqual(new[] { 0b0011111, 0b1100000 }, lane.OpenDays);
        CollectionAssert.AreEqual(new[] { 360, 1320 }, lane.OpenFromMinute);
        CollectionAssert.AreEqual(new[] { 630, 120 }, lane.OpenToMinute);
        CollectionAssert.AreEqual(new[] { 1440 }, lane.ClosedFromMinutes);
        CollectionAssert.AreEqual(new[] { 1530 }, lane.ClosedToMinutes);
    }

    [TestMethod]
    public void Calendar_WrittenToATable_IsReadByTheNode()
    {
        SiteTable table = SiteCompiler.Compile(Site("timetable: [{ days: fri-mon, from: '00:00', to: '24:00', do: open }]"));
        SiteTable read = SiteTableReader.Read(SiteTableWriter.Write(table, new byte[32]), new byte[32], table.Node);

        CollectionAssert.AreEqual(new[] { 0b1110001 }, read.Lanes[0].OpenDays);
        Assert.AreEqual((0, 1440), (read.Lanes[0].OpenFromMinute[0], read.Lanes[0].OpenToMinute[0]));
        Assert.IsEmpty(read.Lanes[0].ClosedFromMinutes);
    }

    [TestMethod]
    public void Table_WithAnImpossibleCalendar_IsRejected()
    {
        SiteTable table = SiteCompiler.Compile(Site("timetable: [{ days: mon, from: '06:00', to: '10:30', do: open }]"));
        table.Lanes[0].OpenDays[0] = 128;

        Assert.Contains("calendar", SiteTableCheck.Fault(table));
    }

    [TestMethod]
    [DataRow("timetable: [{ days: mond, from: '06:00', to: '07:00', do: open }]",
        "'opening.days' has 'mond', expected days such as mon, mon-fri or [mon, wed, sat-sun]")]
    [DataRow("timetable: [{ days: [], from: '06:00', to: '07:00', do: open }]",
        "'opening.days' names no day, expected days such as mon, mon-fri or [mon, wed, sat-sun]")]
    [DataRow("timetable: [{ days: mon, from: '6:00', to: '07:00', do: open }]", "'opening.from' is '6:00', expected a time from 00:00 to 24:00")]
    [DataRow("timetable: [{ days: mon, from: '06:00', to: '25:00', do: open }]", "'opening.to' is '25:00', expected a time from 00:00 to 24:00")]
    [DataRow("timetable: [{ days: mon, from: '06:00', to: '06:00', do: open }]",
        "an opening time begins and ends at the same minute, expected another time; a whole day is 00:00 to 24:00")]
    [DataRow("timetable: [{ days: mon, from: '24:00', to: '06:00', do: open }]",
        "an opening time begins at 24:00 or ends at 00:00, expected 00:00 to begin, 24:00 to end")]
    [DataRow("timetable: [{ days: mon, from: '06:00', to: '07:00', do: close }]", "'opening.do' is 'close', expected open")]
    [DataRow("timetable: [{ days: mon-wed, from: '06:00', to: '07:00', do: open }, { days: wed, from: '06:59', to: '08:00', do: open }]",
        "this opening time overlaps another on wed, expected times that no other row has")]
    [DataRow("timetable: [{ days: sun, from: '22:00', to: '02:00', do: open }, { days: mon, from: '01:00', to: '03:00', do: open }]",
        "this opening time overlaps another on mon, expected times that no other row has")]
    [DataRow("closures: [{ name: a, from: '2027-02-30 00:00', to: '2027-03-01 00:00' }]",
        "'closure.from' is '2027-02-30 00:00', expected a date and time such as 2027-02-13 14:00, from 2024 to 2038")]
    [DataRow("closures: [{ name: a, from: '2027-03-01 00:00', to: '2027-03-01 00:00' }]", "the closure 'a' ends before it begins, expected a later time")]
    [DataRow("closures: [{ name: a, from: '2027-03-01 00:00', to: '2027-03-03 00:00' }, { name: b, from: '2027-03-02 00:00', to: '2027-03-04 00:00' }]",
        "the closure 'b' overlaps 'a', expected times that no other closure has")]
    [DataRow("closures: 7", "'lane.closures' is '7', expected a list of rows")]
    public void Calendar_Wrong_IsRefusedWithItsLine(string line, string problem) => TestSite.AssertRefused(Yaml(line), $"site.yaml:18: {problem}");

    [TestMethod]
    public void OpeningTimes_ThatTouch_DoNotOverlap() => Assert.HasCount(2, Site(
        "timetable: [{ days: mon, from: '06:00', to: '07:00', do: open }, { days: mon, from: '07:00', to: '08:00', do: open }]")
        .Lanes[0].Calendar.Openings);

    private static SiteModel Site(params string[] lines) => SiteFiles.Read(Yaml(lines));

    private static string Yaml(params string[] lines) => TestSite.With(
        ("    signal: { red: 18, green: 19 }\n", "    signal: { red: 18, green: 19 }\n" + string.Concat(lines.Select(l => $"    {l}\n"))));
}
