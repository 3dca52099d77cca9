using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Screens.Sim;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Tests.Sim;

/// <summary>An exercise on the window's desk, without window: acts and time are those of the test alone.</summary>
[TestClass]
public sealed class DrillTests
{
    private readonly CityPace _pace = new();

    [TestMethod]
    public void Exercise_BeforeItBegins_Stands()
    {
        SimSession session = Open("blue-light");

        Advance(session, 30);

        Assert.AreEqual(0, session.Drill!.Run.NowUs);
        Assert.AreEqual(DrillStage.Briefing, View(session).Stage);
        Assert.AreEqual("The exercise has not begun.", Refused(session, "command", "lane=azur&op=raise"));
    }

    [TestMethod]
    public void Exercise_Begun_RunsToItsEndAndStands()
    {
        SimSession session = Begun("hostile-vehicle");

        Advance(session, 130);

        Assert.IsTrue(session.Stands);
        Assert.AreEqual(120_000_000, session.Drill!.Run.NowUs);
        Assert.AreEqual(DrillStage.Over, View(session).Stage);
        Assert.AreEqual("The exercise is over.", Refused(session, "command", "lane=azur&op=raise"));
    }

    [TestMethod]
    [DataRow("send", "lane=azur&kind=Car&driver=careful")]
    [DataRow("break", "point=entryLoop&kind=stuck")]
    [DataRow("power", "on=0")]
    [DataRow("press", "name=azur.efoButton")]
    [DataRow("contact", "name=emergencyStop&acts=1")]
    public void Button_ThatIsNotForTheRole_IsRefusedInTheLanguageAndDoesNothing(string verb, string fields)
    {
        SimSession session = Begun("blue-light", "fr");

        Assert.AreEqual("Cela ne vous revient pas dans cet exercice.", Refused(session, verb, fields));

        Assert.IsEmpty(session.Drill!.Run.Answers.Steps);
        Assert.IsEmpty(session.City.Stations[0].Street.Snapshot().Cars);
        Assert.IsTrue(session.City.Stations[0].Node.HasPower);
    }

    [TestMethod]
    public void Act_OfTwoRoles_IsDoneInTheRoleThatMay()
    {
        SimSession session = Begun("broken-loop");

        Assert.AreEqual("operator: command: { raise: street }", Do(session, "command", "lane=street&op=raise"));
        Assert.AreEqual("technician: press: street.localKey", Do(session, "contact", "name=street.localKey&acts=1"));
        Assert.IsTrue(session.Benches[0].Contacts.Acts("street.localKey"));
        Assert.Contains("not possible ('entryLoop.wire' is not broken)", Refused(session, "mend", "point=entryLoop.wire"));
    }

    [TestMethod]
    public void Press_InAnExercise_IsReleasedAgainAndBothAreWrittenDown()
    {
        SimSession session = Begun("link-loss");
        Advance(session, 2);

        Do(session, "press", "name=street.lowerButton");
        Advance(session, 2);

        Assert.AreEqual(
            "answers: link-loss\nsteps:\n  - { role: technician, at: 2 s, press: street.lowerButton }\n  - { role: technician, at: 2.5 s, release: street.lowerButton }\n",
            AnswersWriter.Write(session.Drill!.Run.Answers));
    }

    [TestMethod]
    public void Goal_BeforeItsIncident_KeepsItsWordsToItself()
    {
        SimSession session = Begun("false-alarm");
        Assert.IsTrue(View(session).Goals.All(g => !g.Shows));
        Assert.IsEmpty(View(session).News);

        Advance(session, 76);
        CollectionAssert.AreEqual(new[] { true, false, false }, View(session).Goals.Select(g => g.Shows).ToArray());
        CollectionAssert.AreEqual(new[] { "owned", "button", "patrol", "call" }, View(session).News.Select(e => e.Id).ToArray());

        Advance(session, 15);
        Assert.IsTrue(View(session).Goals.All(g => g.Shows), "nothing is left to happen");
        Assert.IsEmpty(View(session).Debrief, "the debrief comes at the end");
    }

    [TestMethod]
    public void Answers_SavedFromTheWindow_RepeatTheDebriefExactly()
    {
        SimSession session = Begun("link-loss");
        AdvanceInOddSlices(session, 31);
        Do(session, "contact", "name=street.localKey&acts=1");
        AdvanceInOddSlices(session, 2);
        Do(session, "press", "name=street.raiseButton");
        AdvanceInOddSlices(session, 90);
        Do(session, "press", "name=street.lowerButton");
        Do(session, "by-hand", "lane=street&up=0");
        AdvanceInOddSlices(session, 200);
        ExerciseRun played = session.Drill!.Run;
        Assert.IsTrue(played.IsOver);
        Assert.Contains(e => e.Kind == DebriefKind.Reached, played.Debrief);

        using TestFolder folder = new();
        File.WriteAllText(folder["answers.yaml"], AnswersWriter.Write(played.Answers));
        (Exercise exercise, SiteModel site) = ExerciseFile.Load(ExercisePath("link-loss"), ProgramFiles.SitesFolder, ProgramFiles.BoardsFolder);
        ExerciseRun repeated = new(exercise, site);
        new ScriptedTrainee(repeated, ExerciseFile.LoadAnswers(folder["answers.yaml"], exercise, site)).Finish();

        CollectionAssert.AreEqual(played.Debrief.ToArray(), repeated.Debrief.ToArray(), File.ReadAllText(folder["answers.yaml"]));
        Assert.AreEqual(played.City.Hash.ToString(), repeated.City.Hash.ToString());
    }

    [TestMethod]
    public void Crowd_OfAnExercise_IsCounted()
    {
        SimSession session = Begun("crowd-surge");

        Advance(session, 30);

        Assert.IsGreaterThan(50, session.Drill!.Run.PeopleInside);
        Assert.Contains($"\"crowd\":{session.Drill.Run.PeopleInside},", SimFrame.Of(session, _pace));
    }

    [TestMethod]
    public void TimeLine_OfADebrief_ShowsIncidentsActsLanesAndGoals()
    {
        SimSession session = Begun("blue-light");
        Advance(session, 30);
        Do(session, "command", "lane=azur&op=emergencyVehicle");
        Advance(session, 200);

        DrillView view = View(session);
        DebriefChart chart = new(view, ["azur"]);

        CollectionAssert.AreEqual(new[] { "incident", "operator", "azur", "✓ +40", "✓ +30", "✗ 0" }, chart.Rows.Select(r => r.Label).ToArray());
        Assert.HasCount(2, chart.Rows[0].Marks);
        Assert.AreEqual("0:30.0 command: { emergencyVehicle: azur }", chart.Rows[1].Marks.Single().Text);
        CollectionAssert.AreEqual(new[] { "up", "lowering", "down" }, chart.Rows[2].Spans.Select(s => s.Look).ToArray());
        Assert.AreEqual(180_000_000, chart.Rows[2].Spans[^1].ToUs);
        Assert.IsTrue(chart.Rows[2].Spans.Zip(chart.Rows[2].Spans.Skip(1)).All(p => p.First.ToUs == p.Second.FromUs), "no gap");
        Assert.AreEqual("The lane is closed again, behind the ambulance.", chart.Rows[5].Text);
        Assert.AreEqual(view.Debrief.First(e => e.Id == "waits").AtUs, chart.Rows[3].Spans[0].FromUs, "its time begins with the call");
        Assert.AreEqual("Passed: 70 of 100 points, 70 % needed to pass.", view.Score);
    }

    [TestMethod]
    [DataRow("simulator/exercises/blue-light.yaml", "de", "there is no language 'de', expected one of en, fr")]
    [DataRow("simulator/exercises/answers/blue-light.yaml", "en", "answers/blue-light.yaml:1: ")]
    public void Open_WithWrongInput_SaysWhatIsWrong(string file, string language, string sentence)
    {
        Exception wrong = Assert.Throws<Exception>(() => SimLibrary.Open([Repository.File(file)], null, "nowhere", language));

        Assert.Contains(sentence, wrong.Message);
    }

    [TestMethod]
    public void Exercise_AmongSites_IsRefused()
    {
        DeskException wrong = Assert.ThrowsExactly<DeskException>(
            () => SimLibrary.Open([Repository.File("simulator/sites/minimal.yaml"), ExercisePath("blue-light")], null, "nowhere"));

        Assert.EndsWith("blue-light.yaml is an exercise, which brings its own site; open it alone.", wrong.Message);
    }

    [TestMethod]
    [DataRow("nothing", "", "There is no exercise \"nothing\".")]
    [DataRow("blue-light", "de", "there is no language 'de'")]
    public void Exercise_ChosenWrongly_IsNamed(string name, string language, string sentence)
    {
        SimLibrary library = SimLibrary.Open([], null, "nowhere");

        Assert.Contains(sentence, Assert.ThrowsExactly<DeskException>(() => library.Exercise(name, language)).Message);
    }

    private static string ExercisePath(string id) => Repository.File($"simulator/exercises/{id}.yaml");

    private static DrillView View(SimSession session) => SimView.Of(session).Drill!;

    private static SimSession Open(string id, string language = "en") => SimLibrary.Open([ExercisePath(id)], null, "nowhere", language).First();

    private static void Advance(SimSession session, double seconds, long sliceUs = CityPace.SliceUs)
    {
        for (long us = (long)(seconds * 1e6); us > 0; us -= sliceUs)
        {
            session.Advance(Math.Min(us, sliceUs));
        }
    }

    // As a clock that is slower or a machine that is late gives the time.
    private static void AdvanceInOddSlices(SimSession session, double seconds) => Advance(session, seconds, 7000);

    private SimSession Begun(string id, string language = "en")
    {
        SimSession session = Open(id, language);
        Do(session, "begin", "");
        return session;
    }

    private string Do(SimSession session, string verb, string fields) => SimDesk.Do(session, _pace, verb,
        $"site=0&{fields}".Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1]));

    private string Refused(SimSession session, string verb, string fields) =>
        Assert.ThrowsExactly<DeskException>(() => Do(session, verb, fields)).Message;
}
