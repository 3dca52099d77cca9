namespace BarrierNode.Street;

/// <summary>
/// People who walk over two counting lines, at random with a mean rate; each gives a pulse at its counter, and waits for the pulse before. The
/// same seed gives the same people. Register <see cref="Step(long)"/> with a <see cref="StreetClock"/>.
/// </summary>
/// <param name="street">The street whose contacts are pulsed.</param>
/// <param name="countIn">Name of the input that counts who comes in.</param>
/// <param name="countOut">Name of the input that counts who goes out.</param>
/// <param name="seed">Seed of who comes when.</param>
public sealed class CountingLines(StreetModel street, string countIn, string countOut, int seed)
{
    /// <summary>Time between two steps, in microseconds.</summary>
    public const int StepUs = 10_000;

    private readonly Random _random = new(seed);
    private readonly Line _in = new(street, countIn);
    private readonly Line _out = new(street, countOut);

    /// <summary>People who come in, in the mean, a minute; a counter takes at most 660.</summary>
    public double InPerMin { get; set; }

    /// <summary>People who go out, in the mean, a minute.</summary>
    public double OutPerMin { get; set; }

    /// <summary>Who has come in over the line so far.</summary>
    public int CameIn => _in.Crossed;

    /// <summary>Who has gone out so far.</summary>
    public int WentOut => _out.Crossed;

    /// <summary>Lets one step of time pass.</summary>
    /// <param name="nowUs">Virtual time in microseconds.</param>
    public void Step(long nowUs)
    {
        _in.Step(_random.NextDouble() < InPerMin * StepUs / 60e6 ? 1 : 0);
        _out.Step(_random.NextDouble() < OutPerMin * StepUs / 60e6 ? 1 : 0);
    }

    /// <summary>Nobody waits for the counters, and no pulse runs.</summary>
    internal bool IsIdle => _in.IsIdle && _out.IsIdle;

    /// <summary>Lets one step of time pass in which so many cross.</summary>
    internal void Step(int comeIn, int goOut)
    {
        _in.Step(comeIn);
        _out.Step(goOut);
    }

    private sealed class Line(StreetModel street, string input)
    {
        // Long enough for two scans, both ways.
        private const int PulseSteps = 4;

        private int _queue;
        private int _phase;

        public int Crossed { get; private set; }

        public bool IsIdle => _queue == 0 && _phase == 0;

        public void Step(int arrives)
        {
            _queue += arrives;
            if (_phase > 0)
            {
                _phase--;
                street.SetContact(input, _phase >= PulseSteps);
                return;
            }

            if (_queue > 0)
            {
                _queue--;
                Crossed++;
                _phase = 2 * PulseSteps;
                street.SetContact(input, true);
            }
        }
    }
}
