using System.Globalization;
using System.Text;
using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Fuzz;

/// <summary>A life as a scenario: what was done, at its times, and that no law may break meanwhile. As long as the fault is there the scenario fails.</summary>
public static class FuzzScenario
{
    // A scenario begins after its node has settled; a life begins with the node.
    private const long SettleUs = City.LinkPeriodUs;
    private const long AfterUs = 2_000_000;
    private const long AnswerUs = 120_000_000;

    /// <summary>Writes the scenario of a life, and beside it the site of that life.</summary>
    /// <param name="life">The life.</param>
    /// <param name="folder">Where; made when it is not there.</param>
    /// <returns>Path of the scenario.</returns>
    public static string Save(EpisodeResult life, string folder)
    {
        Directory.CreateDirectory(folder);
        string law = Spelling.Kebab((life.Finding?.Law ?? FuzzLaw.Crash).ToString());
        string name = string.Create(CultureInfo.InvariantCulture, $"{law}-{life.Site.Name}-{life.Seed}");
        File.WriteAllText(Path.Combine(folder, $"{name}.site.yaml"), life.Site.Text);
        string file = Path.Combine(folder, $"{name}.yaml");
        File.WriteAllText(file, ScenarioWriter.Write(Of(life, $"{name}.site.yaml")), new UTF8Encoding(false));
        return file;
    }

    /// <summary>The scenario of a life.</summary>
    /// <param name="life">The life.</param>
    /// <param name="site">How the scenario names its site.</param>
    public static Scenario Of(EpisodeResult life, string site)
    {
        SiteModel model = life.Site.Read();
        IReadOnlyList<FaultPoint> points = new City([model], new CityOptions()).Stations[0].Faults.Points;
        bool unusable = life.Finding?.Law == FuzzLaw.Unusable;
        IEnumerable<FuzzAction> actions = unusable ? life.Actions.Concat(life.Served) : life.Actions;
        List<ScenarioStep> steps = [];
        long lastUs = SettleUs;
        foreach (FuzzAction action in actions)
        {
            lastUs = Math.Max(SettleUs, action.AtUs);
            steps.AddRange(Acts(action, model, points).Select(act => new ScenarioStep { AtUs = lastUs - SettleUs, Act = act }));
        }

        steps.Add(unusable ? Answered() : new ScenarioStep { Act = new WaitAct(Math.Max(AfterUs, (life.Finding?.AtUs ?? life.EndUs) + AfterUs - lastUs)) });
        return new Scenario(life.Finding is { } f ? $"{f.Law}: {f.What}" : "A random life", site, steps)
        {
            About = string.Create(CultureInfo.InvariantCulture, $"A random life of {life.Site.Name}, shrunk."),
            Seed = life.Seed,
            Given = new ScenarioGiven { Barriers = life.Start, SettleUs = SettleUs },
            Always = [new CountFact(CountFact.LawsBroken, 0)],
        };
    }

    private static ScenarioStep Answered() =>
        new() { Expect = new ScenarioExpectation([new AnswerFact(AckStage.Done, RefusalReason.None, [])]) { WithinUs = AnswerUs } };

    private static IEnumerable<ScenarioAct> Acts(FuzzAction action, SiteModel site, IReadOnlyList<FaultPoint> points)
    {
        string car = string.Create(CultureInfo.InvariantCulture, $"v{action.Number}");
        bool on = action.Argument != 0;
        switch (action.Verb)
        {
            case FuzzVerb.Command when (CommandOp)action.Number is CommandOp.Lower or CommandOp.Consent:
                yield return new CommandAct((CommandOp)action.Number, action.Target, By: FuzzStage.PersonOf(action.Argument));
                break;
            case FuzzVerb.Command:
                yield return new CommandAct((CommandOp)action.Number, action.Target, action.Argument);
                break;
            case FuzzVerb.Replay:
                yield return new DeliverAct(on ? Delivery.Retained : Delivery.Again);
                break;
            case FuzzVerb.Vehicle:
                yield return new SendAct((VehicleKind)action.Argument, action.Target, As: car);
                break;
            case FuzzVerb.WrongWay:
                yield return new SendAct((VehicleKind)action.Argument, action.Target, WrongWay: true, As: car);
                break;
            case FuzzVerb.Halt:
                yield return new DriveAct(car, DriverTurn.Halt);
                break;
            case FuzzVerb.DriveOn:
                yield return new DriveAct(car, DriverTurn.DriveOn);
                break;
            case FuzzVerb.DriveBlindly:
                yield return new DriveAct(car, DriverTurn.Ram);
                break;
            case FuzzVerb.BackOut:
                yield return new DriveAct(car, DriverTurn.BackOut);
                break;
            case FuzzVerb.Remove:
                yield return new DriveAct(car, DriverTurn.Remove);
                break;
            case FuzzVerb.Contact:
                yield return new ContactAct(action.Target, on);
                break;
            case FuzzVerb.EmergencyStop:
                yield return new ContactAct(SiteNames.EmergencyStop, on);
                break;
            case FuzzVerb.ResetButton when site.ResetButton is not null:
                yield return new ContactAct(SiteNames.Reset, on);
                break;
            case FuzzVerb.Obstruct:
                yield return new ObstructAct(action.Target, action.Number + 1, (Obstacle)action.Argument);
                break;
            case FuzzVerb.ByHand:
                yield return new MoveByHandAct(action.Target, on);
                break;
            case FuzzVerb.Break:
                double? amount = double.IsNaN(action.Amount) ? null : action.Amount;
                yield return new FaultAct(FaultText.Format(new Fault(action.Target, (FaultKind)action.Number, amount), points));
                break;
            case FuzzVerb.Mend:
                yield return new MendAct(action.Target);
                break;
            case FuzzVerb.MendAll:
                yield return new MendAct(MendAct.Everything);
                break;
            case FuzzVerb.Power:
                yield return new PowerAct(on);
                break;
        }
    }
}
