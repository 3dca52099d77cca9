using System.Globalization;
using System.Text.RegularExpressions;
using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Site.Explain;
using BarrierNode.Tests;

namespace BarrierNode.Street.Tests;

/// <summary>
/// The acceptance checklist is true: each step about a cell is done in the street word for word, as a technician reads it, and what the step
/// promises happens. Steps about force, network and damaged memory are left to people.
/// </summary>
[TestClass]
public sealed partial class AcceptanceTests
{
    // Two scans see a contact and act on it; the clock stands between two scans when it changes.
    private const double ReactionS = 0.06;
    private const double StrokeS = 25;

    // After a start the loops count as occupied until they were clear for their hold.
    private const int SettleS = 3;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow("minimal", 12)]
    [DataRow("promenade", 30)]
    [DataRow("two-channel", 40)]
    public void CellSteps_DoneWordForWord_HappenAsTheySay(string name, int least)
    {
        SiteModel site = Site(name);
        CheckStep[] steps = [.. Steps(site, "Conditions").Where(step => !ForPeople().IsMatch(step.Do))];
        TestContext.WriteLine($"{steps.Length} steps of {name}");
        Assert.IsGreaterThanOrEqualTo(least, steps.Length);
        Array.ForEach(steps, step => Try(site, step));
    }

    [TestMethod]
    [DataRow("minimal")]
    [DataRow("promenade")]
    [DataRow("two-channel")]
    public void DeadTimeSteps_DoneWordForWord_HappenAsTheySay(string name)
    {
        SiteModel site = Site(name);
        IReadOnlyList<CheckStep> steps = Steps(site, "Dead times");
        Assert.IsGreaterThanOrEqualTo(2, steps.Count);
        foreach (CheckStep step in steps)
        {
            Match start = Start().Match(step.Do);
            string[] outputs = step.Name[(step.Name.IndexOf(':') + 1)..].Split('/');
            LaneRig rig = Started(site, start, outputs[1]);
            rig.Run(0.5);
            Match turn = Turn().Match(step.Do);
            rig.Command(turn.Groups[1].Value == "raise" ? CommandOp.Raise : CommandOp.Lower, rig.Table.LaneNumber(turn.Groups[2].Value));
            rig.RunUntil(() => !rig.Is(outputs[1]), ReactionS, $"{step.Name}: {outputs[1]} off");
            long offUs = rig.Clock.NowUs;
            rig.RunUntil(() => rig.Is(outputs[0]), StrokeS, $"{step.Name}: {outputs[0]} on");

            Assert.IsGreaterThanOrEqualTo(int.Parse(Sooner().Match(step.Expect).Groups[1].Value, CultureInfo.InvariantCulture), (rig.Clock.NowUs - offUs) / 1000);
        }
    }

    [TestMethod]
    [DataRow("minimal", 3)]
    [DataRow("promenade", 5)]
    public void TripSteps_DoneWordForWord_HappenAsTheySay(string name, int least)
    {
        SiteModel site = Site(name);
        CheckStep[] steps = [.. Steps(site, "Trips").Where(step => !ForPeople().IsMatch(step.Do))];
        Assert.IsGreaterThanOrEqualTo(least, steps.Length);
        foreach (CheckStep step in steps)
        {
            var rig = new LaneRig(StreetStart.BarriersUp, site: site);
            rig.Run(3);
            Provoke(rig, step.Do);
            rig.Run(1);
            long latched = rig.Cabinet.Controller.LatchedTrips;
            Assert.AreNotEqual(0L, latched, step.Name);
            bool canStand = !RemoteStop().IsMatch(step.Do);
            ResetAll(rig);
            Assert.AreEqual(canStand, rig.Cabinet.Controller.LatchedTrips != 0, $"{step.Name}: reset while the cause stands");

            Mend(rig);
            rig.Restart(latched);
            rig.Run(3);
            Assert.AreEqual(latched, rig.Cabinet.Controller.LatchedTrips, $"{step.Name}: after the power was off");
            ResetAll(rig);
            Assert.AreEqual(0L, rig.Cabinet.Controller.LatchedTrips, $"{step.Name}: after the reset");
            rig.Run(3);
            Assert.IsFalse(rig.Table.OutputNames.Any(o => (o.EndsWith(".raise") || o.EndsWith(".lower")) && rig.Is(o)), $"{step.Name}: something moves");
        }
    }

    private static SiteModel Site(string name) =>
        SiteFile.Load(Repository.File($"simulator/sites/{name}.yaml"), Repository.File("hardware/boards"));

    private static IReadOnlyList<CheckStep> Steps(SiteModel site, string chapter) =>
        AcceptanceChecklist.Of(site).Chapters.Single(c => c.Title == chapter).Steps;

    // The first order of a step, with the lane at its other end; waits until the output is on.
    private static LaneRig Started(SiteModel site, Match start, string output)
    {
        Assert.IsTrue(start.Success);
        bool raise = start.Groups[1].Value == "Raise";
        var rig = new LaneRig(raise ? StreetStart.BarriersDown : StreetStart.BarriersUp, site: site);
        rig.Run(SettleS);
        rig.Command(raise ? CommandOp.Raise : CommandOp.Lower, rig.Table.LaneNumber(start.Groups[2].Value));
        rig.RunUntil(() => rig.Is(output), StrokeS, $"{output} on");
        return rig;
    }

    private static void ResetAll(LaneRig rig)
    {
        for (int lane = 0; lane < rig.Table.Lanes.Length; lane++)
        {
            rig.Command(CommandOp.Reset, lane);
            rig.Run(0.2);
        }
    }

    private static void Mend(LaneRig rig)
    {
        Array.ForEach(rig.Table.InputPins, rig.Street.MendWire);
        rig.Street.EmergencyStopPressed = false;
    }

    private static void Try(SiteModel site, CheckStep step)
    {
        Match start = Start().Match(step.Do);
        string output = step.Name.Split('/')[0];
        LaneRig rig = Started(site, start, output);
        if (Warns().Match(step.Expect) is { Success: true } warns)
        {
            long warnedMs = (rig.Clock.NowUs / 1000) - (SettleS * 1000);
            Assert.IsGreaterThanOrEqualTo(int.Parse(warns.Groups[1].Value, CultureInfo.InvariantCulture), warnedMs, step.Name);
            return;
        }

        Provoke(rig, step.Do[start.Length..]);
        double steadyS = Steady().Match(step.Expect) is { Success: true } steady
            ? double.Parse(steady.Groups[1].Value, CultureInfo.InvariantCulture) / 1000
            : 0;
        bool reachesAnEnd = step.Do.Contains("reach its", StringComparison.Ordinal);
        rig.RunUntil(() => !rig.Is(output), reachesAnEnd ? StrokeS : steadyS + ReactionS, $"{step.Name}: {output} off");
        if (step.Expect.Contains("until it is reset", StringComparison.Ordinal))
        {
            rig.Run(5);
            Assert.IsFalse(rig.Is(output), $"{step.Name}: {output} came on again");
            Assert.AreNotEqual(0L, rig.Cabinet.Controller.LatchedTrips, $"{step.Name}: nothing is latched");
        }
    }

    private static void Provoke(LaneRig rig, string words)
    {
        int hands = 0;
        foreach (Match wire in Disconnect().Matches(words))
        {
            rig.Street.CutWire(int.Parse(wire.Groups[1].Value, CultureInfo.InvariantCulture));
            hands++;
        }

        foreach (Match bridge in Bridge().Matches(words))
        {
            rig.Street.ShortWire(int.Parse(bridge.Groups[1].Value, CultureInfo.InvariantCulture));
            hands++;
        }

        if (words.Contains("press the emergency stop", StringComparison.Ordinal))
        {
            rig.Street.EmergencyStopPressed = true;
            hands++;
        }

        if (RemoteStop().Match(words) is { Success: true } remote)
        {
            rig.Command(CommandOp.EmergencyStop, rig.Table.LaneNumber(remote.Groups[1].Value));
            hands++;
        }

        Assert.IsTrue(hands > 0 || words.Contains("reach its", StringComparison.Ordinal), $"No hand knows how to: {words}");
    }

    [GeneratedRegex("take the force|take the node's network away|No hand can")]
    private static partial Regex ForPeople();

    [GeneratedRegex(@"^(Raise|Lower) lane ([a-z0-9-]+)\.")]
    private static partial Regex Start();

    [GeneratedRegex("disconnect the field wire of GPIO ([0-9]+) ")]
    private static partial Regex Disconnect();

    [GeneratedRegex("bridge the field terminals of GPIO ([0-9]+) ")]
    private static partial Regex Bridge();

    [GeneratedRegex("give the emergency stop of lane ([a-z0-9-]+) from")]
    private static partial Regex RemoteStop();

    [GeneratedRegex("(?:steady for|after) ([0-9.]+) ms")]
    private static partial Regex Steady();

    [GeneratedRegex(@" is on, (raise|lower) lane ([a-z0-9-]+)\.")]
    private static partial Regex Turn();

    [GeneratedRegex("no sooner than ([0-9]+) ms")]
    private static partial Regex Sooner();

    [GeneratedRegex("have warned for ([0-9]+) ms")]
    private static partial Regex Warns();
}
