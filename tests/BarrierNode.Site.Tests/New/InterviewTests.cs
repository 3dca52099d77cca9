using BarrierNode.Site.New;

namespace BarrierNode.Site.Tests.New;

/// <summary>Whatever a technician answers: in the end there is a site file without problems, or none at all.</summary>
[TestClass]
public sealed class InterviewTests
{
    private const int Interviews = 400;

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(0.3)]
    public void Answers_AtRandom_MakeASiteWithoutProblems(double wrongShare)
    {
        int seed = RandomSeed.Of();
        var boards = new HashSet<string>();
        int lanes = 0;
        int feedbacks = 0;
        int roles = 0;
        for (int i = 0; i < Interviews; i++)
        {
            var technician = new Technician(new Random(seed + i), wrongShare);
            string text = "";
            try
            {
                text = Write(technician);
                SiteModel site = SiteFiles.Read(text);
                SiteCompiler.Compile(site);
                boards.Add(site.Board.Name);
                lanes = Math.Max(lanes, site.Lanes.Count);
                feedbacks += site.Lanes.Count(l => l.Feedback is not null);
                roles += site.Lanes.Sum(l => l.Inputs.Count);
                if (wrongShare == 0)
                {
                    Assert.DoesNotContain("\n  Expected", technician.Screen.ToString(), $"seed {seed + i}: a question refuses what it allows");
                }
            }
            catch (Exception e) when (e is not AssertFailedException)
            {
                Assert.Fail($"seed {seed + i}: {e}\n{text}\n{technician.Screen}");
            }
        }

        Assert.HasCount(SiteFiles.Boards.Count, boards);
        Assert.IsGreaterThanOrEqualTo(2, lanes);
        Assert.IsGreaterThan(10, feedbacks);
        Assert.IsGreaterThan(100, roles);
    }

    [TestMethod]
    [DataRow("ESP32_REV3")]
    [DataRow("ESP32_OLIMEX")]
    [DataRow("ESP32_S3")]
    public void Enter_ToEveryQuestion_MakesASiteOnEachBoard(string board)
    {
        var technician = new Technician(new Random(1), 0, ["nice", "quai", "node-7", board, .. Enumerable.Repeat("", 100)]);

        SiteModel site = SiteFiles.Read(Write(technician));

        Assert.AreEqual($"nice/quai/node-7 {board}", $"{site.City}/{site.Site}/{site.Node} {site.Board.Name}");
        Assert.AreEqual("lane-1", site.Lanes.Single().Id);
    }

    [TestMethod]
    public void Answers_OfATechnician_StandInTheFile()
    {
        var technician = new Technician(
            new Random(1),
            0,
            ["nice", "quai", "node-7", "ESP32_REV3", "23", "33", "yes", "32", "no", "north", "bollard-group", "3", "all", "16", "17", "no", "each", "34", "35",
                "39", "all", "36", "6000", "3000", "", "", "400", "", "", "1500", "0", "21", "yes", "18", "no", "1",
                "radar", "inner", "25", "", "700", "yes", "over", "22", "", "", "no", "no", "no",
                "yes", "26", "no", "no", "no"]);

        LaneModel lane = Check(SiteFiles.Read(Write(technician)));

        Assert.AreEqual("north", lane.Id);
        Assert.AreEqual(3, lane.Barriers);
        Assert.AreEqual("16;17;34,35,39;36;21;18", string.Join(';',
            string.Join(',', lane.RaisePins), string.Join(',', lane.LowerPins), string.Join(',', lane.UpLimits.Select(l => l.Pin)),
            string.Join(',', lane.DownLimits.Select(l => l.Pin)), string.Join(',', lane.WarningPins), lane.RedPin));
        Assert.IsNull(lane.GreenPin);
        Assert.AreEqual((6000, 3000, 9600, 4800, 400, 10600), (
            lane.RaiseMs, lane.LowerMs, lane.RaiseTimeoutMs, lane.LowerTimeoutMs, lane.DeadTimeMs, lane.MaxRunMs));
        Assert.AreEqual((1500, 0), (lane.RaiseWarningMs, lane.LowerWarningMs));
        Assert.AreEqual(("inner", 25, true, 700), (lane.Loops[0].Name, lane.Loops[0].Pin, lane.Loops[0].NormallyClosed, lane.Loops[0].OffDelayMs));
        Assert.AreEqual((DetectorKind.Radar, DetectorKind.Beam), (lane.Loops[0].Kind, lane.Loops[1].Kind));
        Assert.AreEqual(("north.emergencyVehicleKey", 26), (lane.Inputs.Single().Name, lane.Inputs.Single().Pin));

        static LaneModel Check(SiteModel site)
        {
            Assert.AreEqual((23, 33, 32), (site.PermitPin, site.EmergencyStop.Pin, site.SecondChannel!.Input.Pin));
            Assert.IsNull(site.ResetButton);
            return site.Lanes.Single();
        }
    }

    [TestMethod]
    [DataRow("x", "Expected the number of a GPIO.")]
    [DataRow("40", "The chip has no GPIO 40.")]
    [DataRow("6", "GPIO 6 cannot be an output on ESP32_REV3: it is wired to the flash memory.")]
    [DataRow("34", "GPIO 34 cannot be an output on ESP32_REV3: it is input-only.")]
    [DataRow("14", "GPIO 14 cannot be an output on ESP32_REV3: the chip pulses it at start.")]
    public void Pin_ThatCannotBe_IsExplainedAndAskedForAgain(string answer, string refusal)
    {
        var technician = new Technician(new Random(1), 0, ["", "", "", "ESP32_REV3", answer, .. Enumerable.Repeat("", 100)]);

        Write(technician);

        string[] asked = technician.Screen.ToString().Split("GPIO of the permission pulse");
        Assert.HasCount(3, asked);
        Assert.Contains($"> {"  "}{refusal}\n", asked[1]);
    }

    [TestMethod]
    public void Example_OfThePage_IsWhatStandsOnTheScreen()
    {
        string example = Page.Between(Page.Text("docs", "site-file.md"), "and asks again:\n\n```text\n", "```");
        var technician = new Technician(new Random(1), 0, ["", "", "", "ESP32_OLIMEX", "", "", "", "", "", "34", .. Enumerable.Repeat("", 100)]);

        SiteInterview.Hold(new Dialogue(technician, technician.Screen, echo: true), SiteFiles.Boards);

        Assert.Contains(example, technician.Screen.ToString());
    }

    [TestMethod]
    public void Pin_ThatIsTaken_NamesItsUser()
    {
        var technician = new Technician(new Random(1), 0, ["", "", "", "ESP32_REV3", "23", "23", .. Enumerable.Repeat("", 100)]);

        Write(technician);

        Assert.Contains("GPIO 23 is already taken: permit.", technician.Screen.ToString());
    }

    [TestMethod]
    public void Input_OnTheLastOutputPins_IsRefusedBecauseTheyAreNeeded()
    {
        var technician = new Technician(new Random(1), 0, ["", "", "", "ESP32_OLIMEX", "4", "13", .. Enumerable.Repeat("", 100)]);

        Write(technician);

        Assert.Contains("GPIO 13 is needed for an output that comes later: the board has no other left.", technician.Screen.ToString());
    }

    [TestMethod]
    public void Features_ForWhichTheBoardHasNoPin_AreNotOffered()
    {
        var technician = new Technician(new Random(1), 0, ["", "", "", "ESP32_OLIMEX", .. Enumerable.Repeat("", 100)]);

        Write(technician);

        string screen = technician.Screen.ToString();
        Assert.DoesNotContain("reset button", screen);
        Assert.DoesNotContain("lamp for drivers", screen);
        Assert.Contains("The board has no pins left for another lane.", screen);
        Assert.Contains("Remove the pull-ups R31", screen);
    }

    [TestMethod]
    public void Lanes_AsManyAsANodeCanHave_AreTheEnd()
    {
        var technician = new Technician(new Random(1), 0, ["", "", "", "ESP32_S3"])
        {
            Habit = question => question.Contains("Is there another lane", StringComparison.Ordinal) ? "yes"
                : question.Contains("yes / no", StringComparison.Ordinal) ? "no"
                : question.Contains("How many loops", StringComparison.Ordinal) ? "1"
                : "",
        };

        SiteModel site = SiteFiles.Read(Write(technician));

        CollectionAssert.AreEqual(new[] { "lane-1", "lane-2", "lane-3", "lane-4" }, site.Lanes.Select(l => l.Id).ToArray());
        Assert.HasCount(1, site.Lanes.SelectMany(l => l.WarningPins).Distinct().ToArray());
        Assert.Contains("4 lanes are the most that one node can have.", technician.Screen.ToString());
    }

    [TestMethod]
    public void Answers_ThatEndTooEarly_EndTheInterview()
    {
        Assert.ThrowsExactly<NoMoreAnswersException>(
            () => SiteInterview.Hold(new Dialogue(new StringReader("nice\nquai\n"), TextWriter.Null), SiteFiles.Boards));
    }

    [TestMethod]
    public void File_ThatIsWritten_ExplainsItselfInComments()
    {
        string text = Write(new Technician(new Random(1), 0, [.. Enumerable.Repeat("", 100)]));

        Assert.IsGreaterThanOrEqualTo(8, text.Split('\n').Count(line => line.Contains('#')));
        Assert.IsTrue(text.Split('\n').All(line => line.Length <= 160 && !line.EndsWith(' ')));
    }

    private static string Write(Technician technician) =>
        SiteText.Write(SiteInterview.Hold(new Dialogue(technician, technician.Screen), SiteFiles.Boards));
}
