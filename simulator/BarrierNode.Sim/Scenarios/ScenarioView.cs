using System.Numerics;
using BarrierNode.Control;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>What can be seen at a site, at this moment and since a mark.</summary>
internal sealed class ScenarioView(ScenarioStage stage, Witness witness)
{
    private int _toldMark;
    private int _storedMark;
    private StreetSnapshot? _street;

    public Station Station => stage.Station;

    /// <summary>The street now.</summary>
    public StreetSnapshot Street
    {
        get
        {
            if (_street is null || _street.NowUs != Station.Street.NowUs)
            {
                _street = Station.Street.Snapshot();
            }

            return _street;
        }
    }

    /// <summary>The events that the node has told since the mark.</summary>
    public IEnumerable<ToldEvent> Told => witness.Told.Skip(_toldMark);

    /// <summary>The events that the hub has stored since the mark.</summary>
    public IEnumerable<ToldEvent> Stored => stage.City.Hub.Events.Skip(_storedMark).Select(e => new ToldEvent(e.Code, e.Lane, e.Fields, e.StoredUs));

    /// <summary>State of the node's connection, as the hub knows it.</summary>
    public string Conn => stage.City.Hub.Conn(Station);

    /// <summary>The latest command, or null.</summary>
    public HubCommand? Command => stage.LastCommand;

    /// <summary>How many drives are energised.</summary>
    public int DrivesOn => BitOperations.PopCount((uint)(Station.Node.Outputs & (int)Station.Table.Gate.MotionOutputs));

    /// <summary>1 when a law of random lives was broken, else 0.</summary>
    public int LawsBroken => stage.Laws.Finding is null ? 0 : 1;

    /// <summary>The law that was broken, and how; or null.</summary>
    public string? BrokenLaw => stage.Laws.Finding is { } finding ? $"{finding.Law}: {finding.What}" : null;

    /// <summary>Events count from now on.</summary>
    public void Mark()
    {
        _toldMark = witness.Told.Count;
        _storedMark = stage.City.Hub.Events.Count;
    }

    /// <summary>What a lane has told last; null when it has told nothing.</summary>
    public NodeReport? State(string lane) => witness.State(Station.LaneNumber(lane));

    /// <summary>An output is energised.</summary>
    public bool Output(string name) => ((Station.Node.Outputs >> Array.IndexOf(Station.Table.OutputNames, name)) & 1) != 0;

    /// <summary>An input counts as acting.</summary>
    public bool Input(string name) => ((Station.Node.Controller.Conditions >> Array.IndexOf(Station.Table.InputNames, name)) & 1) != 0;

    /// <summary>A vehicle does something.</summary>
    public bool VehicleIs(string name, VehicleState state)
    {
        if (stage.FindCar(name) is not { } named)
        {
            return false;
        }

        CarSnapshot? car = Street.Cars.FirstOrDefault(c => c.Id == named.Car);
        if (car is null)
        {
            return state is VehicleState.Gone or VehicleState.Past;
        }

        double barrierM = stage.BarrierAtM(named.Lane);
        return state switch
        {
            VehicleState.Moving => car.SpeedMs > 0,
            VehicleState.Standing => car.SpeedMs <= 0,
            VehicleState.Waiting => car.Waiting,
            VehicleState.Before => car.FrontM <= barrierM,
            VehicleState.Over => car.FrontM > barrierM && car.FrontM - car.LengthM < barrierM,
            VehicleState.Past => car.FrontM - car.LengthM >= barrierM,
            _ => false,
        };
    }
}
