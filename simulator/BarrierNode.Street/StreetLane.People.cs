using BarrierNode.Control;

namespace BarrierNode.Street;

/// <summary>The people on foot in a lane.</summary>
internal sealed partial class StreetLane
{
    // The cover of a bollard, and a foot that is on it.
    private const double CoverM = 0.3;

    // A person does not step onto a bollard that stands higher than this.
    private const double StepsOnUpTo = 0.1;

    // Somebody on foot waits for a vehicle that would be there within so long.
    private const double WaitsForS = 4;
    private const double WaitsBesideM = 1;

    private readonly List<Person> _people = new(8);

    /// <summary>y at which somebody who crosses begins, in metres.</summary>
    public double KerbM => _way.CentreM - (_way.WidthM / 2) - WaitsBesideM;

    /// <summary>y at which somebody who has crossed is gone.</summary>
    public double FarKerbM => _way.CentreM + (_way.WidthM / 2) + WaitsBesideM;

    /// <summary>y of a barrier; a gate spans the carriageway.</summary>
    public double BarrierM(int barrier) => _way.CentreM - (_way.WidthM / 2) + (_way.WidthM * (barrier + 0.5) / _barriers.Length);

    /// <summary>Number of barriers.</summary>
    public int BarrierCount => _barriers.Length;

    /// <summary>Brings a person into the lane.</summary>
    /// <param name="person">The person.</param>
    /// <param name="placed">The person stands there already, whatever the barrier does.</param>
    public void Bring(Person person, bool placed)
    {
        int barrier = BarrierUnder(person);
        person.OnBarrier = barrier >= 0 && (placed || _barriers[barrier].Position <= StepsOnUpTo) ? barrier : -1;
        _people.Add(person);
        Wake();
    }

    /// <summary>Takes a person away; false when there is none with this number.</summary>
    public bool RemovePerson(int id)
    {
        Wake();
        return _people.RemoveAll(p => p.Id == id) > 0;
    }

    /// <summary>x of the nearest person on the carriageway before a car; infinite when there is none.</summary>
    public double PersonAheadM(Car car)
    {
        double nearest = double.PositiveInfinity;
        foreach (Person person in _people)
        {
            bool onRoad = person.YM > KerbM + WaitsBesideM && person.YM < FarKerbM - WaitsBesideM;
            if (onRoad && person.XM >= car.FrontM && person.XM < nearest)
            {
                nearest = person.XM;
            }
        }

        return nearest;
    }

    /// <summary>The people as snapshots.</summary>
    public IEnumerable<PersonSnapshot> PersonSnapshots() => _people.Select(p => new PersonSnapshot(p.Id, Id, p.XM, p.YM, p.OnBarrier, p.Walks));

    private Person? PersonOn(int barrier)
    {
        foreach (Person person in _people)
        {
            if (person.OnBarrier == barrier)
            {
                return person;
            }
        }

        return null;
    }

    private bool MovePeople(int stepUs)
    {
        bool settled = true;
        for (int i = _people.Count - 1; i >= 0; i--)
        {
            Person person = _people[i];
            if (!person.Walks)
            {
                continue;
            }

            settled = false;
            if (person.YM <= KerbM && VehicleComes(person))
            {
                continue;
            }

            person.Step(stepUs);
            StepOn(person);
            if (!person.Walks)
            {
                _people.RemoveAt(i);
            }
        }

        return settled;
    }

    private void StepOn(Person person)
    {
        int barrier = BarrierUnder(person);
        if (barrier < 0)
        {
            person.OnBarrier = -1;
        }
        else if (person.OnBarrier != barrier)
        {
            person.OnBarrier = _barriers[barrier].Position <= StepsOnUpTo ? barrier : -1;
        }
    }

    private void RunOver(Car car)
    {
        foreach (Person person in _people)
        {
            if (car.SpeedMs > 0 && !person.IsHit && car.IsOver(person, _way.CentreM))
            {
                person.IsHit = true;
                Record(IncidentKind.PersonHit, -1, car, person);
            }
        }
    }

    private bool VehicleComes(Person person)
    {
        foreach (Car car in _cars)
        {
            double reachM = car.SpeedMs * WaitsForS;
            double fromM = car.RearM - WaitsBesideM - (car.DrivesBack ? reachM : 0);
            double toM = car.FrontM + WaitsBesideM + (car.DrivesBack ? 0 : reachM);
            if (person.XM >= fromM && person.XM <= toM)
            {
                return true;
            }
        }

        return false;
    }

    private int BarrierUnder(Person person)
    {
        if (Math.Abs(person.XM - BarrierAtM) > CoverM)
        {
            return -1;
        }

        for (int i = 0; i < _barriers.Length; i++)
        {
            double reachM = _model.Kind == LaneKind.BollardGroup ? CoverM : _way.WidthM / _barriers.Length / 2;
            if (Math.Abs(person.YM - BarrierM(i)) <= reachM)
            {
                return i;
            }
        }

        return -1;
    }
}
