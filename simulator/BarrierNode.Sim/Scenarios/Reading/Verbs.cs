using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>What a step of a scenario can do: the keys, how they look, what they mean, and how they are read.</summary>
internal static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        Group("send", "{ vehicle: car, lane: promenade, driver: tailgates, haltsOn: entryLoop, as: taxi }",
            "A vehicle comes into the lane. `driver` is ordinary when left out, `as` the word of the vehicle; with `haltsOn` it stops when its front is at the far edge of that detector", SendAct.Read),
        Group("park", "{ vehicle: van, lane: promenade, on: exitLoop }",
            "A vehicle stands in the lane: its middle over a detector or `barriers`, or its front at `frontM`", ParkAct.Read),
        Value("halt", "car", "Its driver stops where the vehicle is", (s, v) => DriveAct.Read(s, v, DriverTurn.Halt)),
        Value("driveOn", "car", "Its driver goes on past stop line and signal, yet brakes before a raised barrier", (s, v) => DriveAct.Read(s, v, DriverTurn.DriveOn)),
        Value("ram", "car", "Its driver goes on and brakes for nothing", (s, v) => DriveAct.Read(s, v, DriverTurn.Ram)),
        Value("backOut", "car", "Its driver backs out of the street", (s, v) => DriveAct.Read(s, v, DriverTurn.BackOut)),
        Value("remove", "car", "The vehicle is taken away", (s, v) => DriveAct.Read(s, v, DriverTurn.Remove)),
        Group("person", "{ lane: promenade, barrier: 2, as: tourist }", "A person stands on a barrier, counted from 1: on the cover of a bollard, or in the way of a gate", PersonAct.Read),
        Value("leave", "tourist", "The person goes away", LeaveAct.Read),
        Value("press", "promenade.raiseButton", "A button is pressed, a key turned, a sensor acts, until `release`", (s, v) => ContactAct.Read(s, v, true)),
        Value("release", "promenade.raiseButton", "It is released, turned back, rests", (s, v) => ContactAct.Read(s, v, false)),
        Group("command", "{ raise: promenade, by: anna }",
            "The control room sends a command: one of the operations of [the protocol](protocol.md), and its argument as `argument` or as `minutes`, `vehicles`, `people`, `duress`, `on`, `input`",
            CommandAct.Read),
        Value("deliver", "again", "The latest command comes to the node once more: `again`; `retained`, so that the broker also keeps it for whoever connects; `onAnotherLane`; `withAnotherKey`; `asAFlood`, that a hundred times",
            (_, v) => DeliverAct.Read(v)),
        Value("fault", "entryLoop stuck", "Something breaks, until `mend`", FaultAct.Read),
        Value("mend", "entryLoop", "It is mended; `all` mends everything", MendAct.Read),
        Value("power", "off", "The power of the cabinet fails, or comes back with `on`", (_, v) => PowerAct.Read(v)),
        Value("siteTable", "ofAnotherNode", "Another site table comes into the flash of the node, whose next start reads it: `withAnotherKey`, `ofAnotherNode`, or its `own` again",
            (_, v) => SiteTableAct.Read(v)),
        Group("flipRule", "{ word: 112, bit: 3 }", "One bit of the rules turns over in the memory of the node, until its next start; words are counted from 0, see [the site table](site-table.md)",
            (_, s) => FlipRuleAct.Read(s)),
        Group("obstruct", "{ lane: promenade, barrier: 2, by: ice }", "Something gets in the way of a barrier, counted from 1; `nothing` takes it away", ObstructAct.Read),
        Group("moveByHand", "{ lane: west, to: up }", "People move the barriers of a lane by hand", MoveByHandAct.Read),
        Group("crowd", "{ inPerMin: 120, outPerMin: 30 }", "People walk over the counting lines, from now on", CrowdAct.Read),
        Group("weather", "{ loop: entryLoop, ppm: 800 }", "Weather shifts a loop that the node measures, as ΔL/L in ppm", WeatherAct.Read),
        Group("plant", "{ temperatureC: -15, supplyV: 200, lane: promenade, leakPercentPerHour: 30, loadPercent: 20, wearCycles: 90000 }",
            "Weather, steady mains voltage, and what wears or loads the drives of a lane; each stays as set, see [the street model](street-model.md)", PlantAct.Read),
        Group("mains", "{ toV: 0, for: 10 s }", "The mains sinks for a while", MainsAct.Read),
        Value("clock", "\"2027-02-20 21:59\"", "The hub has another local time; it tells the node within 10 s", (_, v) => ClockAct.Read(v)),
        Value("wait", "5 s", "Nothing is done for a while", (_, v) => WaitAct.Read(v)),
    ];

    private static Verb Group(string word, string form, string meaning, Func<ScenarioSite, Section, ScenarioAct?> read) =>
        new(word, form, meaning, (site, value) =>
        {
            Section? section = value.Group($"a group of keys such as {form}");
            ScenarioAct? act = section is null ? null : read(site, section);
            section?.Done();
            return act;
        });

    private static Verb Value(string word, string form, string meaning, Func<ScenarioSite, ScenarioValue, ScenarioAct?> read) =>
        new(word, form, meaning, read);
}

/// <summary>One such key.</summary>
/// <param name="Word">The key.</param>
/// <param name="Form">An example of its value.</param>
/// <param name="Meaning">What it does, for people.</param>
/// <param name="Read">Reads the value; null after a problem.</param>
internal sealed record Verb(string Word, string Form, string Meaning, Func<ScenarioSite, ScenarioValue, ScenarioAct?> Read);
