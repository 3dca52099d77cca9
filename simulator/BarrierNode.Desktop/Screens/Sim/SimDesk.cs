using System.Globalization;
using BarrierNode.Control;
using BarrierNode.Sim;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>What the buttons of the window do. Each is a verb with fields; its answer is a sentence.</summary>
public static class SimDesk
{
    private const double OutsideM = 100;
    private const double MostPeoplePerMin = 6000;
    private const int LongestOutMs = 3_600_000;

    private static readonly SortedDictionary<string, Func<SimSession, CityPace, DeskForm, string>> s_verbs = new(StringComparer.Ordinal)
    {
        ["send"] = Send,
        ["place"] = Place,
        ["vehicle"] = Vehicle,
        ["clear-street"] = ClearStreet,
        ["traffic"] = SetTraffic,
        ["obstruct"] = Obstruct,
        ["person"] = PlacePerson,
        ["walk"] = Walk,
        ["person-gone"] = RemovePerson,
        ["crowd"] = Crowd,
        ["weather"] = Weather,
        ["mains-out"] = MainsOut,
        ["restart"] = Restart,
        ["stall"] = Stall,
        ["by-hand"] = ByHand,
        ["contact"] = Contact,
        ["press"] = Press,
        ["power"] = Power,
        ["break"] = Break,
        ["mend"] = Mend,
        ["mend-all"] = MendAll,
        ["command"] = Command,
        ["rate"] = Rate,
        ["pause"] = Pause,
        ["step"] = Step,
    };

    // The clock belongs to the window, in an exercise too.
    private static readonly string[] s_clock = ["rate", "pause", "step"];

    /// <summary>The verbs.</summary>
    public static IEnumerable<string> Verbs => s_verbs.Keys;

    /// <summary>Does something.</summary>
    /// <param name="session">Where.</param>
    /// <param name="pace">Its clock.</param>
    /// <param name="verb">What, one of <see cref="Verbs"/>.</param>
    /// <param name="fields">With what.</param>
    /// <returns>What was done, for people.</returns>
    /// <exception cref="DeskException">It cannot be done; the message says why and what can.</exception>
    public static string Do(SimSession session, CityPace pace, string verb, IReadOnlyDictionary<string, string> fields)
    {
        if (session.Drill is { } drill && !s_clock.Contains(verb))
        {
            return DrillDesk.Do(drill, verb, new DeskForm(session, fields));
        }

        if (!s_verbs.TryGetValue(verb, out Func<SimSession, CityPace, DeskForm, string>? act))
        {
            throw new DeskException($"There is no button \"{verb}\".");
        }

        try
        {
            return act(session, pace, new DeskForm(session, fields));
        }
        catch (FaultException refused)
        {
            throw new DeskException(refused.Message);
        }
    }

    private static string Send(SimSession session, CityPace pace, DeskForm form)
    {
        VehicleKind kind = form.Word<VehicleKind>("kind");
        string driver = form.Text("driver");
        int number = Drivers.Send(session, form.Bench, form.Lane, kind, driver);
        return $"{SimWords.Vehicle(kind)} {number} drives towards {form.Lane.Id}, driver {driver}.";
    }

    private static string Place(SimSession session, CityPace pace, DeskForm form)
    {
        VehicleKind kind = form.Word<VehicleKind>("kind");
        double frontM = form.Number("x", -OutsideM, form.Bench.Station.Site.Street.LengthM);
        int number = form.Bench.Station.Street.ParkVehicle(form.Lane.Id, kind, frontM);
        return string.Create(CultureInfo.InvariantCulture, $"{SimWords.Vehicle(kind)} {number} stands in {form.Lane.Id} at {frontM:0.0} m.");
    }

    private static string Vehicle(SimSession session, CityPace pace, DeskForm form)
    {
        StreetModel street = form.Bench.Station.Street;
        int number = form.Int("number", 1, int.MaxValue);
        (bool found, string did) = form.Text("act") switch
        {
            "halt" => (street.Halt(number), "halts"),
            "creep" => (street.DriveOn(number), "creeps on"),
            "ram" => (street.DriveOnBlindly(number), "drives on, whatever stands there"),
            "back-out" => (street.BackOut(number), "backs out"),
            "remove" => (street.RemoveCar(number), "is gone"),
            string other => throw DeskForm.Wrong("act", other, "halt, creep, ram, back-out or remove"),
        };
        return found ? $"Vehicle {number} {did}." : throw new DeskException($"There is no vehicle {number} any more.");
    }

    private static string ClearStreet(SimSession session, CityPace pace, DeskForm form)
    {
        session.Traffic.PerLane = 0;
        int count = 0;
        foreach (StreetModel street in session.City.Stations.Select(s => s.Street))
        {
            foreach (CarSnapshot car in street.Snapshot().Cars)
            {
                street.RemoveCar(car.Id);
                count++;
            }
        }

        return $"{count} vehicles are gone.";
    }

    private static string SetTraffic(SimSession session, CityPace pace, DeskForm form)
    {
        session.Traffic.PerLane = form.Int("vehicles", 0, Traffic.MaxPerLane);
        return session.Traffic.PerLane == 0 ? "No more vehicles come by themselves." : $"Every lane is kept filled with {session.Traffic.PerLane} vehicles.";
    }

    private static string Obstruct(SimSession session, CityPace pace, DeskForm form)
    {
        LaneModel lane = form.Lane;
        int barrier = form.Int("barrier", 1, lane.Barriers);
        Obstacle what = form.Word<Obstacle>("what");
        StreetModel street = form.Bench.Station.Street;
        if (what == Obstacle.Person)
        {
            return $"Person {street.PlacePersonOnBarrier(lane.Id, barrier - 1)} stands on barrier {barrier} of {lane.Id}.";
        }

        street.Obstruct(lane.Id, barrier - 1, what);
        form.Bench.Note(lane.Id, barrier, what);
        if (what != Obstacle.None)
        {
            return $"Barrier {barrier} of {lane.Id}: {SimWords.InTheWay(what)}.";
        }

        foreach (PersonSnapshot person in street.Snapshot().People.Where(p => p.Lane == lane.Id && p.OnBarrier == barrier - 1))
        {
            street.RemovePerson(person.Id);
        }

        return $"Nothing is in the way of barrier {barrier} of {lane.Id}.";
    }

    private static string PlacePerson(SimSession session, CityPace pace, DeskForm form)
    {
        StreetLayout layout = form.Bench.Station.Site.Street;
        int number = form.Bench.Station.Street.PlacePerson(form.Lane.Id, form.Number("x", -OutsideM, layout.LengthM), form.Number("y", 0, layout.WidthM));
        return $"Person {number} stands in {form.Lane.Id}.";
    }

    private static string Walk(SimSession session, CityPace pace, DeskForm form)
    {
        int number = form.Bench.Station.Street.SendPedestrian(form.Lane.Id, form.Number("x", -OutsideM, form.Bench.Station.Site.Street.LengthM));
        return $"Person {number} crosses {form.Lane.Id}.";
    }

    private static string RemovePerson(SimSession session, CityPace pace, DeskForm form)
    {
        int number = form.Int("number", 1, int.MaxValue);
        return form.Bench.Station.Street.RemovePerson(number) ? $"Person {number} is gone." : throw new DeskException($"There is no person {number} any more.");
    }

    private static string Crowd(SimSession session, CityPace pace, DeskForm form)
    {
        CrowdFlow crowd = form.Bench.Crowd ?? throw new DeskException("This site does not count people.");
        crowd.InPerMin = form.Number("in", 0, MostPeoplePerMin);
        crowd.OutPerMin = form.Number("out", 0, MostPeoplePerMin);
        return string.Create(CultureInfo.InvariantCulture, $"{crowd.InPerMin} people a minute come in, {crowd.OutPerMin} go out.");
    }

    private static string Weather(SimSession session, CityPace pace, DeskForm form)
    {
        PlantConditions conditions = form.Bench.Station.Street.Conditions;
        conditions.TemperatureC = form.Number("temperature", -40, 70);
        conditions.SupplyV = form.Number("mains", 0, 300);
        return string.Create(CultureInfo.InvariantCulture, $"{conditions.TemperatureC} °C, mains {conditions.SupplyV} V.");
    }

    private static string MainsOut(SimSession session, CityPace pace, DeskForm form)
    {
        int ms = form.Int("ms", 1, LongestOutMs);
        form.Bench.Station.Street.Power.Interrupt(ms);
        return $"The mains is out for {ms} ms.";
    }

    private static string Restart(SimSession session, CityPace pace, DeskForm form)
    {
        form.Bench.Station.Node.Restart();
        return "The node starts anew.";
    }

    private static string Stall(SimSession session, CityPace pace, DeskForm form)
    {
        int ms = form.Int("ms", 1, LongestOutMs);
        form.Bench.Station.Node.Stall(ms * 1000L);
        return $"The chip stands for {ms} ms.";
    }

    private static string ByHand(SimSession session, CityPace pace, DeskForm form)
    {
        bool up = form.Flag("up");
        form.Bench.Station.Street.MoveByHand(form.Lane.Id, up);
        return $"People {(up ? "close" : "open")} {form.Lane.Id} by hand.";
    }

    private static string Contact(SimSession session, CityPace pace, DeskForm form)
    {
        Contact contact = form.Contact();
        bool acts = form.Flag("acts");
        form.Bench.Contacts.Set(contact.Name, acts);
        return $"{contact.Name} {(acts ? "acts" : "rests")}.";
    }

    private static string Press(SimSession session, CityPace pace, DeskForm form)
    {
        Contact contact = form.Contact();
        form.Bench.Contacts.Press(contact.Name);
        return $"{contact.Name} pressed.";
    }

    private static string Power(SimSession session, CityPace pace, DeskForm form)
    {
        Bench bench = form.Bench;
        bool on = form.Flag("on");
        if (on == bench.Station.Node.HasPower)
        {
            throw new DeskException($"The cabinet {(on ? "has" : "has no")} power already.");
        }

        if (on)
        {
            bench.Station.Node.PowerOn();
            return "The power is back, the node starts.";
        }

        bench.Station.Node.PowerOff();
        return "The cabinet has no power.";
    }

    private static string Break(SimSession session, CityPace pace, DeskForm form)
    {
        FaultBoard board = form.Bench.Station.Faults;
        Fault fault = FaultText.Parse($"{form.Text("point")} {form.Text("kind")} {form.Optional("amount")}", board.Points);
        board.Set(fault);
        return $"{FaultText.Format(fault, board.Points)}.";
    }

    private static string Mend(SimSession session, CityPace pace, DeskForm form)
    {
        string point = form.Text("point");
        return form.Bench.Station.Faults.Clear(point) ? $"{point} is mended." : throw new DeskException($"{point} is not broken.");
    }

    private static string MendAll(SimSession session, CityPace pace, DeskForm form)
    {
        foreach (Bench bench in session.Benches)
        {
            bench.Station.Faults.ClearAll();
            bench.ClearObstacles();
        }

        return "Everything is mended.";
    }

    private static string Command(SimSession session, CityPace pace, DeskForm form)
    {
        (LaneModel lane, CommandOp op, int argument) = form.Command();
        session.City.Hub.Send(form.Bench.Station, lane.Id, op, argument);
        return $"{Words.Operation(op, lane.Kind)} sent to {lane.Id}.";
    }

    private static string Rate(SimSession session, CityPace pace, DeskForm form)
    {
        string text = form.Text("rate");
        pace.Rate = RateText.Parse(text) ?? throw DeskForm.Wrong("rate", text, RateText.Form);
        pace.Paused = false;
        return double.IsPositiveInfinity(pace.Rate) ? "As fast as this machine can." : $"{RateText.Of(pace.Rate)} seconds in a second.";
    }

    private static string Pause(SimSession session, CityPace pace, DeskForm form)
    {
        pace.Paused = !pace.Paused;
        return pace.Paused ? "The time stands." : "The time runs.";
    }

    private static string Step(SimSession session, CityPace pace, DeskForm form)
    {
        int ms = form.Int("ms", 1, (int)(CityPace.MaxStepUs / 1000));
        pace.Step(ms * 1000L);
        return $"One step of {ms} ms.";
    }
}
