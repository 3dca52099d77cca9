using System.Text;
using BarrierNode.Control;
using BarrierNode.Sim.Fuzz;
using BarrierNode.Site;
using BarrierNode.Street;
using Base64Url = System.Buffers.Text.Base64Url;

namespace BarrierNode.Sim;

/// <summary>Where a scenario acts: the city, and the names that it has given.</summary>
internal sealed class ScenarioStage(City city)
{
    private const int FloodMessages = 100;
    private const int CommandKeyBytes = 32;

    private readonly Dictionary<string, (int Car, string Lane)> _cars = [];
    private readonly Dictionary<string, int> _people = [];
    private readonly Halts _halts = new();
    private CountingLines[] _counters = [];
    private LawKeeper? _laws;

    public City City => city;

    public Station Station => city.Stations[0];

    /// <summary>The laws of random lives, kept from the first moment at which something asks for them.</summary>
    public LawKeeper Laws => _laws ??= new LawKeeper(city, Station);

    /// <summary>The latest command, or null.</summary>
    public HubCommand? LastCommand { get; private set; }

    /// <summary>Who has come in over the counting lines and not gone out.</summary>
    public int PeopleInside => Math.Max(0, _counters.Sum(c => c.CameIn - c.WentOut));

    /// <summary>Remembers the name of a vehicle.</summary>
    public void Name(string name, int car, string lane) => _cars[name] = (car, lane);

    /// <summary>The number of a vehicle.</summary>
    public int CarOf(string name) => _cars.TryGetValue(name, out (int Car, string Lane) named)
        ? named.Car
        : throw new ScenarioActException($"the vehicle '{name}' has not come yet");

    /// <summary>The number of a vehicle and its lane; null before it has come.</summary>
    public (int Car, string Lane)? FindCar(string name) => _cars.TryGetValue(name, out (int Car, string Lane) named) ? named : null;

    /// <summary>Remembers the name of a person.</summary>
    public void NamePerson(string name, int person) => _people[name] = person;

    /// <summary>The number of a person.</summary>
    public int PersonOf(string name) => _people.TryGetValue(name, out int person) ? person : throw new ScenarioActException($"'{name}' has not come yet");

    /// <summary>x of the middle of a detector or of the barriers.</summary>
    public double MiddleM(string lane, string place)
    {
        CarriagewayLayout way = WayOf(lane);
        return way.Loops.FirstOrDefault(l => l.Name == place) is { } loop ? (loop.FromM + loop.ToM) / 2 : way.BarrierAtM;
    }

    /// <summary>x of the barriers of a lane.</summary>
    public double BarrierAtM(string lane) => WayOf(lane).BarrierAtM;

    /// <summary>A vehicle halts when its front is at the far edge of a detector.</summary>
    public void HaltOn(int car, string lane, string detector) => _halts.Add(Station, car, WayOf(lane).Loops.First(l => l.Name == detector));

    /// <summary>GPIO number of an input.</summary>
    public int PinOf(string input) => Station.Table.InputPins[Array.IndexOf(Station.Table.InputNames, input)];

    /// <summary>Sends a command.</summary>
    /// <exception cref="ScenarioActException">The hub does not send it.</exception>
    public void Command(CommandAct act)
    {
        if (act.Op == CommandOp.Lower)
        {
            _laws?.Doubts.Asked(Station.LaneNumber(act.Lane), act.By);
        }

        HubCommand command = act.By.Length == 0
            ? city.Hub.Send(Station, act.Lane, act.Op, act.Argument)
            : city.Hub.Send(Station, act.Lane, act.Op, act.Argument, act.By);
        LastCommand = command.NotSentBecause is null ? command : throw new ScenarioActException($"the command is not sent: {command.NotSentBecause}");
    }

    /// <summary>The latest command comes once more.</summary>
    /// <exception cref="ScenarioActException">There is no such command, or no other lane.</exception>
    public void Deliver(Delivery how)
    {
        if (LastCommand is not { Message.Count: > 0 } command)
        {
            throw new ScenarioActException("no command was sent yet");
        }

        string lane = how == Delivery.OnAnotherLane ? LaneBeside(command.Lane) : command.Lane;
        byte[] message = how is Delivery.WithAnotherKey or Delivery.AsAFlood ? Forged([.. command.Message]) : [.. command.Message];
        for (int i = how == Delivery.AsAFlood ? FloodMessages : 1; i > 0; i--)
        {
            Station.Session.Publish(Station.Topics.LaneCommand(lane), message, how == Delivery.Retained);
        }
    }

    /// <summary>The hub has another time of day from now on.</summary>
    public void TellTime(int minutes) => city.Hub.ClockOffsetMinutes += minutes - city.Hub.ClockMinutes(city.NowUs);

    /// <summary>People begin to move the barriers of a lane.</summary>
    public void MoveByHand(string lane, bool up)
    {
        Station.Street.MoveByHand(lane, up);
        _laws?.Doubts.ByHand();
    }

    /// <summary>Breaks something.</summary>
    /// <exception cref="ScenarioActException">It cannot fail like that.</exception>
    public void Break(string fault)
    {
        try
        {
            Station.Faults.Set(FaultText.Parse(fault, Station.Faults.Points));
        }
        catch (FaultException wrong)
        {
            throw new ScenarioActException(wrong.Message.TrimEnd('.'));
        }
    }

    /// <summary>Lets people walk over all counting lines, as many over each.</summary>
    public void Walk(double inPerMin, double outPerMin)
    {
        if (_counters.Length == 0)
        {
            _counters = [.. Pairs().Select((pair, i) => new CountingLines(Station.Street, pair.In, pair.Out, unchecked((city.Options.Seed * 31) + i)))];
            foreach (CountingLines counter in _counters)
            {
                Station.Clock.Every(CountingLines.StepUs, counter.Step);
            }
        }

        foreach (CountingLines counter in _counters)
        {
            counter.InPerMin = inPerMin / _counters.Length;
            counter.OutPerMin = outPerMin / _counters.Length;
        }
    }

    /// <summary>Lets drivers do what they intend; to be called often.</summary>
    public void Step() => _halts.Step();

    private CarriagewayLayout WayOf(string lane) => Station.Site.Street.Carriageways.First(w => w.Lane == lane);

    private string LaneBeside(string lane) => Station.Site.Lanes.FirstOrDefault(l => l.Id != lane)?.Id
        ?? throw new ScenarioActException($"the site {Station.Site.Site} has no other lane than {lane}");

    // The same claims, signed with a key of nobody.
    private static byte[] Forged(byte[] message)
    {
        string payload = Encoding.ASCII.GetString(message).Split('.')[1];
        return Jws.Sign(Base64Url.DecodeFromChars(payload), new byte[CommandKeyBytes]);
    }

    private IEnumerable<(string In, string Out)> Pairs() =>
        Station.Site.Inputs.Where(i => i.Role == InputRole.CountIn).Select(i => i.Name)
            .Zip(Station.Site.Inputs.Where(i => i.Role == InputRole.CountOut).Select(i => i.Name));
}
