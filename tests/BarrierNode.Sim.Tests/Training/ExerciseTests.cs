using BarrierNode.Site;

namespace BarrierNode.Sim.Tests.Training;

/// <summary>The exercises that come with the program: they can be done, and not by doing nothing.</summary>
[TestClass]
public sealed class ExerciseTests
{
    public static IEnumerable<object[]> Exercises => Drills.All.Select(id => new object[] { id });

    [TestMethod]
    public void Exercises_ThereAreSix() => Assert.HasCount(6, Drills.All);

    [TestMethod]
    [DynamicData(nameof(Exercises))]
    public void Exercise_DoneAsItShouldBe_GivesEveryPoint(string id)
    {
        foreach (int? seed in new int?[] { null, 7 })
        {
            ExerciseRun run = Drills.Run(id, Drills.Answers, seed);
            Assert.AreEqual(run.Exercise.MaxPoints, run.Points, Drills.Text(run));
            Assert.IsTrue(run.Passed);
            Assert.IsFalse(run.Debrief.Any(e => e.Kind is DebriefKind.Missed or DebriefKind.Mistake), Drills.Text(run));
            Assert.IsTrue(run.Exercise.Incidents.All(i => i.Id.Length == 0 || run.Debrief.Any(e => e.Kind == DebriefKind.Incident && e.Id == i.Id)));
        }
    }

    [TestMethod]
    [DynamicData(nameof(Exercises))]
    public void Exercise_WithATraineeWhoDoesNothing_Fails(string id)
    {
        ExerciseRun run = Drills.Run(id, (exercise, _) => new ExerciseAnswers(exercise.Id, []));
        Assert.IsTrue(run.IsOver);
        Assert.IsFalse(run.Passed, Drills.Text(run));
        Assert.IsTrue(run.Debrief.Any(e => e.Kind == DebriefKind.Missed), Drills.Text(run));
    }

    [TestMethod]
    [DynamicData(nameof(Exercises))]
    public void Answers_WrittenDownFromARun_GiveTheSameDebrief(string id)
    {
        ExerciseRun first = Drills.Run(id, Drills.Answers);

        string written = AnswersWriter.Write(first.Answers);
        ExerciseRun second = Drills.RunText(id, written);

        CollectionAssert.AreEqual(first.Debrief.ToArray(), second.Debrief.ToArray(), written);
        Assert.AreEqual(first.City.Hash.ToString(), second.City.Hash.ToString());
        Assert.AreEqual(written, AnswersWriter.Write(second.Answers));
    }

    [TestMethod]
    public void Answers_OfSomebodyWhoDidNothing_AreAFileWithoutSteps()
    {
        (Exercise exercise, SiteModel site) = Drills.Load("blue-light");
        ExerciseRun run = new(exercise, site);
        Assert.IsNotNull(run.Act(ExerciseRole.Operator, new ContactAct("azur.efoButton", true)), "not for the operator");

        Assert.AreEqual("answers: blue-light\nsteps: []\n", AnswersWriter.Write(run.Answers));
    }

    [TestMethod]
    [DataRow("crowd-surge")]
    [DataRow("false-alarm")]
    public void Exercise_RunTwice_IsTheSameToTheLastMessage(string id)
    {
        ExerciseRun first = Drills.Run(id, Drills.Answers);
        ExerciseRun second = Drills.Run(id, Drills.Answers);
        Assert.AreEqual(first.City.Hash.ToString(), second.City.Hash.ToString());
        CollectionAssert.AreEqual(first.Debrief.ToArray(), second.Debrief.ToArray());
    }

    [TestMethod]
    [DataRow("hostile-vehicle", "  - { at: 23 s, command: { efo: azur } }\n  - { at: 60 s, command: { efoEnd: azur } }", "ended", -40)]
    [DataRow("false-alarm", "  - { at: 20 s, command: { efo: azur } }", "efo", -60)]
    [DataRow("blue-light", "  - { at: 30 s, command: { efo: azur } }", "efo", -50)]
    [DataRow("crowd-surge", "  - { at: 25 s, command: { egress: nord } }\n  - { at: 50 s, command: { release: nord } }\n  - { at: 52 s, command: { raise: nord } }", "closing", -60)]
    public void Exercise_DoneWrongly_CostsPointsAndSaysWhy(string id, string steps, string mistake, int points)
    {
        ExerciseRun run = Drills.RunText(id, $"answers: {id}\nsteps:\n{steps}\n");
        DebriefEntry made = run.Debrief.Single(e => e.Kind == DebriefKind.Mistake);
        Assert.AreEqual((mistake, points), (made.Id, made.Points), Drills.Text(run));
        Assert.IsFalse(run.Passed, Drills.Text(run));
        Assert.IsGreaterThan(20, new DebriefWords(run.Exercise, Drills.Texts("fr")).Lesson(made)!.Length);
    }

    [TestMethod]
    public void Act_ThatTheRoleMayNotDo_IsRefusedAndTold()
    {
        (Exercise exercise, SiteModel site) = Drills.Load("broken-loop");
        ExerciseRun run = new(exercise, site);
        Assert.IsNotNull(run.Act(ExerciseRole.Operator, new ContactAct("street.raiseButton", true)));
        Assert.IsNull(run.Act(ExerciseRole.Technician, new ContactAct("street.raiseButton", true)));
        Assert.AreEqual("operator: command", run.Debrief[0].Detail);
        Assert.AreEqual((DebriefKind.Act, ExerciseRole.Technician, ""), (run.Debrief[1].Kind, run.Debrief[1].Role, run.Debrief[1].Detail));
    }
}
