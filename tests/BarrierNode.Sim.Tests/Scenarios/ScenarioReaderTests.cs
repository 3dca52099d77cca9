namespace BarrierNode.Sim.Tests.Scenarios;

[TestClass]
public sealed class ScenarioReaderTests
{
    [TestMethod]
    [DataRow("  - send: { vehicle: cart, lane: promenade }", "'send.vehicle' is 'cart', expected 'car' perhaps, or one of bicycle")]
    [DataRow("  - send: { vehicle: car, lane: promnade }", "'send.lane' is 'promnade', expected 'promenade' perhaps, or one of promenade, depot")]
    [DataRow("  - send: { vehicle: car, lane: promenade, haltsOn: gateLoop }", "'send.haltsOn' is 'gateLoop', expected one of entryLoop, exitLoop")]
    [DataRow("  - send: { vehicle: car, lane: promenade, speed: 5 }", "unknown key 'speed' in 'send', expected one of")]
    [DataRow("  - halt: bus", "'halt' is 'bus', expected none: there is nothing of the kind here")]
    [DataRow("  - press: promenade.raiseButton", "'press' is 'promenade.raiseButton', expected one of emergencyStop, reset")]
    [DataRow("  - command: { rise: promenade }", "none or several of the words that are known (keys are rise), expected one of raise, lower, stop")]
    [DataRow("  - fault: entryLoop slippery", "'fault' is 'entryLoop slippery', expected a fault that is to be had: slippery is no kind of fault")]
    [DataRow("  - mend: entryLop", "'mend' is 'entryLop', expected 'entryLoop' perhaps, or one of all, emergencyStop")]
    [DataRow("  - power: maybe", "'power' is 'maybe', expected one of on, off")]
    [DataRow("  - wait: 5", "'wait' is '5', expected a time such as 500 ms")]
    [DataRow("  - wait: [5 s]", "'wait' is a list, expected a time such as 500 ms")]
    [DataRow("  - clock: noon", "'clock' is 'noon', expected a local time such as")]
    [DataRow("  - obstruct: { lane: promenade, barrier: 4, by: ice }", "'obstruct.barrier' is 4, expected a whole number from 1 to 3")]
    [DataRow("  - crowd: { inPerMin: 5 }", "the site promenade counts no people, expected a site with inputs count-in and count-out")]
    [DataRow("  - weather: { loop: entryLoop, ppm: 5 }", "'weather.loop' is 'entryLoop', expected none")]
    [DataRow("  - when: entryLop is occupied", "'when' is 'entryLop', expected 'entryLoop' perhaps, or one of promenade, depot")]
    [DataRow("  - when: entryLoop is wet", "'entryLoop' is 'wet', expected one of on, occupied")]
    [DataRow("  - when: the loop is wet", "'when' is 'the loop is wet', expected a group of keys such as")]
    [DataRow("  - expect: { position: down }", "the key 'expect.lane' is missing, expected one of promenade, depot")]
    [DataRow("  - expect: { lane: depot, positon: down }", "unknown key 'positon' in 'expect', expected 'position' perhaps")]
    [DataRow("  - expect: { lane: depot, position: closed }", "'expect.position' is 'closed', expected unknown or up or down")]
    [DataRow("  - expect: { lane: depot, trips: [overrun] }", "'expect.trips' is 'overrun', expected")]
    [DataRow("  - expect: { event: moved }", "'expect.event' is 'moved', expected")]
    [DataRow("  - expect: { answer: no }", "'expect.answer' is 'no', expected")]
    [DataRow("  - expect: { output: { promenade.rise: on } }", "'output' is 'promenade.rise', expected 'promenade.raise' perhaps")]
    [DataRow("  - within: 1 s ± 2 s\n    expect: promenade is down", "'within' is '1 s ± 2 s', expected a time such as 500 ms, or with a tolerance")]
    [DataRow("  - within: 1 s", "this step does nothing and expects nothing, expected one of send")]
    [DataRow("  - never: promenade is up", "this step says 'never' and not for how long, expected the key 'throughout' too")]
    [DataRow("  - wait: 5 s\n    halt: car", "this step has halt, wait, expected one of them; make it several steps")]
    [DataRow("  - at: 1 s\n    after: 1 s\n    wait: 5 s", "this step has both 'at' and 'after', expected one of them")]
    [DataRow("  - wait", "this step is 'wait', expected a group of keys")]
    public void Step_WithAMistake_IsToldWithLineFieldAndWhatIsExpected(string step, string problem)
    {
        string[] problems = ScenarioText.Problems(ScenarioText.Of(step));
        Assert.IsTrue(Array.Exists(problems, p => p.Contains(problem, StringComparison.Ordinal)), string.Join('\n', problems));
        foreach (string told in problems)
        {
            Assert.IsInRange(5, 8, int.Parse(told.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture), told);
        }
    }

    [TestMethod]
    [DataRow("scenario: x\ncovers: [X1]\nsite: promenade\nsteps: [{ wait: 1 s }]", "2: 'covers' has 'X1', expected a list of hazards such as H5 and features such as F24")]
    [DataRow("scenario: x\ncovers: []\nsite: promnade\nsteps: [{ wait: 1 s }]", "3: 'site' is 'promnade', expected 'promenade' perhaps, or one of blue-light, boulevard")]
    [DataRow("scenario: x\ncovers: []\nsite: promenade\ngiven: { barriers: open }\nsteps: [{ wait: 1 s }]", "4: 'given.barriers' is 'open', expected one of up, down, between")]
    [DataRow("scenario: x\ncovers: []\nsite: promenade\nsteps: []", "4: 'steps' has no step, expected at least one")]
    [DataRow("covers: []\nsite: promenade\nsteps: [{ wait: 1 s }]", "1: the key 'scenario' is missing, expected a sentence that says what it shows")]
    [DataRow("scenario: x\ncovers: []\nsite: promenade\nsteps: [{ wait: 1 s }]\nspeed: 5", "5: unknown key 'speed', expected one of")]
    public void File_WithAMistake_IsToldWithLineFieldAndWhatIsExpected(string text, string problem)
    {
        string[] problems = ScenarioText.Problems(text);
        Assert.HasCount(1, problems, string.Join('\n', problems));
        Assert.StartsWith(problem, problems[0]);
    }

    [TestMethod]
    public void File_OfASiteWithProblems_TellsThoseOfTheSite()
    {
        using TestFolder folder = new("scenario");
        File.WriteAllText(folder["site.yaml"], "version: 2\n");
        File.WriteAllText(folder["a.yaml"], "scenario: x\ncovers: []\nsite: site.yaml\nsteps: [{ wait: 1 s }]");
        ScenarioException wrong = Assert.ThrowsExactly<ScenarioException>(() => ScenarioFile.Load(folder["a.yaml"], ScenarioText.Sites, ScenarioText.Boards));
        Assert.AreEqual(folder["site.yaml"], wrong.Problems[0].File);
    }

    [TestMethod]
    [DataRow("500 ms", 500_000L)]
    [DataRow("2.5 s", 2_500_000L)]
    [DataRow("3min", 180_000_000L)]
    [DataRow("1 h", 3_600_000_000L)]
    public void Duration_WithItsUnit_IsReadAndWritten(string text, long us)
    {
        Assert.AreEqual(us, DurationText.Read(text));
        Assert.AreEqual(us, DurationText.Read(DurationText.Write(us)));
    }

    [TestMethod]
    [DataRow("5")]
    [DataRow("5 sec")]
    [DataRow("-5 s")]
    [DataRow("1e3 s")]
    [DataRow("9999999 h")]
    public void Duration_WithoutAUnitOrOutOfRange_IsNone(string text) => Assert.IsNull(DurationText.Read(text));
}
