namespace BarrierNode.Sim.Tests.Scenarios;

[TestClass]
public sealed class ScenarioRunTests
{
    private const string Raise = "  - command: { raise: promenade }\n";

    [TestMethod]
    public void Expect_WhatIsNotSo_FailsAndTellsWhatWasSeen()
    {
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of("  - wait: 1 s\n  - expect: promenade is up\n  - wait: 1 s"));
        Assert.IsFalse(run.Passed);
        Assert.AreEqual(7, run.Failure!.Step.Line);
        Assert.AreEqual("position: down", run.Failure.Seen);
        Assert.AreEqual(1_000_000, run.Failure.EndedUs);
        Assert.AreEqual("Met Failed Pending", string.Join(' ', run.Steps.Select(s => s.State)));
    }

    [TestMethod]
    public void Within_ItComesInTime_IsMetAtThatMoment()
    {
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of(Raise + "  - within: 3 s\n    expect: promenade is raising"));
        Assert.IsTrue(run.Passed, run.Failure?.Seen);
        Assert.IsInRange(1_000_000, 1_500_000, run.Steps[1].EndedUs!.Value);
    }

    [TestMethod]
    public void Within_ItComesTooLate_FailsAtTheLimit()
    {
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of(Raise + "  - within: 500 ms\n    expect: promenade is raising"));
        Assert.AreEqual("position: down", run.Failure!.Seen);
        Assert.AreEqual(500_000, run.Failure.EndedUs);
    }

    [TestMethod]
    public void WithinATolerance_ItComesTooEarly_Fails()
    {
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of(Raise + "  - within: 3.0 s ± 200 ms\n    expect: promenade is raising"));
        Assert.StartsWith("it was so after 1.", run.Failure!.Seen);
    }

    [TestMethod]
    public void Throughout_ItEndsInBetween_FailsAtThatMoment()
    {
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of(Raise + "  - throughout: 5 s\n    expect: promenade is down"));
        Assert.Contains("position: raising", run.Failure!.Seen);
        Assert.IsInRange(1_000_000, 1_500_000, run.Failure.EndedUs!.Value);
    }

    [TestMethod]
    public void Never_AllOfItAtOneMoment_FailsAndPartsOfItDoNot()
    {
        Assert.IsTrue(ScenarioText.Run(ScenarioText.Of(Raise + "  - throughout: 8 s\n    never: { lane: promenade, position: raising, green: lit }")).Passed);
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of(Raise + "  - throughout: 8 s\n    never: { lane: promenade, position: raising, warning: on }"));
        Assert.Contains("position: raising, warning: on", run.Failure!.Seen);
    }

    [TestMethod]
    public void Always_IsBrokenDuringSomeStep_FailsTheScenario()
    {
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of(Raise + "  - wait: 5 s", "given: { barriers: down }\nalways: { lane: promenade, warning: off }"));
        Assert.IsFalse(run.Passed);
        Assert.StartsWith("throughout: the scenario", run.Failure!.Text);
        Assert.Contains("warning: on", run.Failure.Seen);
    }

    [TestMethod]
    public void When_ItDoesNotCome_FailsAfterItsPatience()
    {
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of("  - when: promenade is up\n    patience: 2 s\n    wait: 1 s"));
        Assert.AreEqual("after 2 s: position: down", run.Failure!.Seen);
    }

    [TestMethod]
    public void At_ATimeThatIsOver_Fails()
    {
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of("  - wait: 3 s\n  - at: 2 s\n    wait: 1 s"));
        Assert.Contains("2 s is over", run.Failure!.Seen);
    }

    [TestMethod]
    public void Times_OfAtAfterAndWait_AreKept()
    {
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of("  - at: 2 s\n    wait: 1 s\n  - after: 500 ms\n    press: emergencyStop"));
        Assert.AreEqual("2000000 3000000 3500000 3500000", string.Join(' ', run.Steps.SelectMany(s => new[] { s.BeganUs, s.EndedUs })));
    }

    [TestMethod]
    public void Event_BeforeTheLastAct_IsNotSeen()
    {
        string steps = Raise + "  - when: promenade is up\n  - expect: { event: moveStarted, times: 1 }\n  - press: emergencyStop\n  - expect: { event: moveStarted, times: 0 }";
        ScenarioRun run = ScenarioText.Run(ScenarioText.Of(steps));
        Assert.IsTrue(run.Passed, run.Failure?.Seen);
    }

    [TestMethod]
    public void Act_ThatCannotBeDone_FailsWithTheReason()
    {
        Assert.AreEqual("the power is on already", ScenarioText.Run(ScenarioText.Of("  - power: on")).Failure!.Seen);
        Assert.AreEqual("'entryLoop' is not broken", ScenarioText.Run(ScenarioText.Of("  - mend: entryLoop")).Failure!.Seen);
    }

    [TestMethod]
    public void Run_InSlicesOfAnyLength_IsTheSameRun()
    {
        string text = ScenarioText.Of("  - send: { vehicle: car, lane: promenade }\n  - when: car is past\n  - command: { raise: promenade }\n  - wait: 10 s");
        ScenarioRun whole = ScenarioText.Run(text);
        (Scenario scenario, BarrierNode.Site.SiteModel site) = ScenarioText.Read(text);
        ScenarioRun sliced = new(scenario, site);
        while (!sliced.IsOver)
        {
            sliced.Advance(33_333);
        }

        Assert.IsTrue(whole.Passed, whole.Failure?.Seen);
        Assert.AreEqual(
            string.Join(' ', whole.Steps.Select(s => s.EndedUs)), string.Join(' ', sliced.Steps.Select(s => s.EndedUs)));
        Assert.AreEqual(string.Join('\n', whole.TimeLine), string.Join('\n', sliced.TimeLine));
    }

    [TestMethod]
    public void Run_TheSameSeed_GivesTheSameHash()
    {
        string text = ScenarioText.Of("  - send: { vehicle: car, lane: promenade }\n  - wait: 20 s");
        Assert.AreEqual(ScenarioText.Run(text, 5).City.Hash.ToString(), ScenarioText.Run(text, 5).City.Hash.ToString());
    }
}
