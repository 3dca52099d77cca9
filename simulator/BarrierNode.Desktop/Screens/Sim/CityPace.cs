using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>
/// The one clock of the window: turns wall time into time of the city. After a short stall the city catches up; what a slow machine cannot follow
/// is dropped, so that it makes a slow city and never an endless chase.
/// </summary>
public sealed class CityPace
{
    /// <summary>The longest piece of the city's time that is given at once, in microseconds: one scan.</summary>
    public const long SliceUs = 20_000;

    /// <summary>Slowest rate.</summary>
    public const double MinRate = PacedClock.MinRate;

    /// <summary>Fastest rate that is kept; above it is only <see cref="double.PositiveInfinity"/>, as fast as the machine can.</summary>
    public const double MaxRate = PacedClock.MaxRate;

    /// <summary>The longest step by hand, in microseconds.</summary>
    public const long MaxStepUs = 3_600_000_000;

    private const double MaxBehindMs = 250;
    private const long GrainUs = 1000;

    private double _owedUs;
    private long _stepUs;

    /// <summary>Makes a clock that runs.</summary>
    /// <param name="rate">Seconds of the city in a second of wall time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of range.</exception>
    public CityPace(double rate = 1)
    {
        Rate = rate;
    }

    /// <summary>Seconds of the city in a second of wall time, <see cref="MinRate"/> to <see cref="MaxRate"/>, or infinite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of range.</exception>
    public double Rate
    {
        get;
        set
        {
            if (!IsRate(value))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, $"The rate is {MinRate} to {MaxRate}, or max.");
            }

            field = value;
            Drop();
        }
    }

    /// <summary>The city stands; only <see cref="Step"/> moves it.</summary>
    public bool Paused
    {
        get;
        set
        {
            field = value;
            Drop();
        }
    }

    /// <summary>A number that is a rate.</summary>
    /// <param name="rate">The number.</param>
    public static bool IsRate(double rate) => rate is >= MinRate and <= MaxRate or double.PositiveInfinity;

    /// <summary>Pauses, and gives one piece of time, whatever the wall says.</summary>
    /// <param name="us">How long, in microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is out of range.</exception>
    public void Step(long us)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(us, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(us, MaxStepUs);
        Paused = true;
        _stepUs = us;
    }

    /// <summary>What is due is no longer: the wall's time counts from here on.</summary>
    public void Drop() => _owedUs = 0;

    /// <summary>Wall time has passed.</summary>
    /// <param name="wall">How much.</param>
    public void Pass(TimeSpan wall)
    {
        if (!Paused && double.IsFinite(Rate))
        {
            _owedUs = Math.Min(_owedUs + (wall.TotalMicroseconds * Rate), MaxBehindMs * 1000 * Rate);
        }
    }

    /// <summary>The next piece of time that the city may run.</summary>
    /// <returns>Microseconds, at most <see cref="SliceUs"/>; 0 when nothing is due.</returns>
    public long Take()
    {
        if (_stepUs > 0)
        {
            long step = Math.Min(_stepUs, SliceUs);
            _stepUs -= step;
            return step;
        }

        if (Paused || double.IsPositiveInfinity(Rate))
        {
            return Paused ? 0 : SliceUs;
        }

        long due = (long)Math.Min(_owedUs, SliceUs) / GrainUs * GrainUs;
        _owedUs -= due;
        return due;
    }
}
