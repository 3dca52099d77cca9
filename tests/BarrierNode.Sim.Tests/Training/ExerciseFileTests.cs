using BarrierNode.Tests;

namespace BarrierNode.Sim.Tests.Training;

/// <summary>What is wrong in a file of an exercise is told with its line.</summary>
[TestClass]
public sealed class ExerciseFileTests
{
    [TestMethod]
    [DataRow("site: promenade", "site: promenad", ":2: 'site' is 'promenad', expected 'promenade' perhaps, or one of ")]
    [DataRow("lasts: 1 min", "lasts: 1 year", ":3: 'lasts' is '1 year', expected a time such as ")]
    [DataRow("lasts: 1 min\n", "", ":1: the key 'lasts' is missing, expected a time such as ")]
    [DataRow("roles: [operator]", "roles: [operatr]", ":4: 'roles' is 'operatr', expected 'operator' perhaps, or one of ")]
    [DataRow("after: car", "after: care", ":10: 'after' is 'care', expected 'car' perhaps, or one of car, later")]
    [DataRow("points: 10", "points: 0", ":10: 'points' is 0, expected a whole number from 1 to 1000")]
    [DataRow("within: 5 s", "withn: 5 s", ":10: unknown key 'withn', expected 'within' perhaps")]
    [DataRow("vehicle: car, lane", "vehicle: cart, lane", ":7: 'send.vehicle' is 'cart', expected 'car' perhaps, or one of ")]
    [DataRow("  - id: car\n    send", "  - id: car\n    halt: car\n    send", ":6: this incident has send, halt, expected one of them; make it several incidents")]
    [DataRow("id: second", "id: first", ":11: the id 'first' is here a second time, expected an id of its own")]
    public void Exercise_WithAProblem_NamesTheLine(string right, string wrong, string problem)
    {
        Assert.Contains(right, Good);
        using TestFolder folder = new();
        File.WriteAllText(folder["good.yaml"], Good);
        Drills.LoadFile(folder["good.yaml"]);
        File.WriteAllText(folder["drill.yaml"], Good.Replace(right, wrong, StringComparison.Ordinal));
        ScenarioException told = Assert.ThrowsExactly<ScenarioException>(() => Drills.LoadFile(folder["drill.yaml"]));
        Assert.Contains("drill.yaml" + problem, told.Message);
    }

    [TestMethod]
    [DataRow("answers: broken-loop", ":1: 'answers' is 'broken-loop', expected the exercise that is run: blue-light")]
    [DataRow("answers: blue-light\nsteps:\n  - { press: reset }", ":3: the operator has 'press', expected one of command, wait")]
    [DataRow("answers: blue-light\nsteps:\n  - { role: technician, press: reset }", ":3: 'role' is 'technician', expected one of operator")]
    [DataRow("answers: blue-light\nsteps:\n  - { expect: { strikes: 0 } }", ":3: this step expects something, expected something to do")]
    [DataRow("answers: blue-light\nsteps:\n  - { when: taxi is past, wait: 1 s }", ":3: 'when' is 'taxi', expected ")]
    [DataRow("answers: blue-light\nsteps:\n  - twice", ":3: this step is 'twice', expected a group of keys")]
    public void Answers_WithAProblem_NameTheLine(string text, string problem)
    {
        ScenarioException told = Assert.ThrowsExactly<ScenarioException>(() => Drills.RunText("blue-light", text + "\n"));
        Assert.Contains("answers.yaml" + problem, told.Message);
    }

    private const string Good = """
        exercise: drill
        site: promenade
        lasts: 1 min
        roles: [operator]
        incidents:
          - id: car
            send: { vehicle: car, lane: promenade }
          - { id: later, at: 5 s }
        goals:
          - { id: first, points: 10, after: car, within: 5 s, expect: { lane: promenade, position: down } }
          - { id: second, points: 5, expect: { strikes: 0 } }
        """;
}
