using BarrierNode.NanoHost;

namespace System.Device.Gpio;

/// <summary>Counts the edges at a pin in hardware, whatever the firmware does meanwhile.</summary>
public sealed class GpioPulseCounter : IDisposable
{
    private const long TicksPerUs = TimeSpan.TicksPerMicrosecond;

    private readonly ChipRun _run;
    private readonly int _pin;
    private GpioPulsePolarity _polarity;
    private double _startPeriods;
    private ulong _startUs;

    /// <summary>Makes a counter that stands.</summary>
    /// <param name="pinNumberA">GPIO number.</param>
    /// <param name="pinNumberB">Pin of the other phase of an encoder; only -1, none, is simulated.</param>
    /// <exception cref="ArgumentException">The pin cannot count.</exception>
    public GpioPulseCounter(int pinNumberA, int pinNumberB = -1)
    {
        _run = ChipRun.Require();
        if (!PinAbilities.Exists(_run.Chip.Family, pinNumberA) || pinNumberB != -1)
        {
            throw new ArgumentException($"Pins {pinNumberA} and {pinNumberB} cannot count; expected one pin of the chip, and -1.");
        }

        _pin = pinNumberA;
    }

    /// <summary>The counter ends with its object, as on the chip: keep references.</summary>
    ~GpioPulseCounter() => IsStarted = false;

    /// <summary>Shorter pulses do not count. Kept, but without effect here: virtual oscillators are clean.</summary>
    public ushort FilterPulses { get; set; }

    /// <summary>It counts.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Which edges count; only while it stands.</summary>
    /// <exception cref="InvalidOperationException">The counter is started.</exception>
    public GpioPulsePolarity Polarity
    {
        get => _polarity;
        set => _polarity = IsStarted ? throw new InvalidOperationException("The counter is started.") : value;
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        IsStarted = false;
        GC.SuppressFinalize(this);
    }

    /// <summary>What it has counted.</summary>
    /// <returns>Count and time.</returns>
    public GpioPulseCount Read()
    {
        ulong nowUs = ChipRun.Require().NowUs;
        if (!IsStarted)
        {
            return default;
        }

        double periods = _run.Chip.Pins.Periods(_pin, nowUs) - _startPeriods;
        return new GpioPulseCount
        {
            Count = (long)(_polarity == GpioPulsePolarity.Both ? 2 * periods : periods),
            RelativeTime = new TimeSpan((long)(nowUs - _startUs) * TicksPerUs),
        };
    }

    /// <summary>Begins anew at nothing.</summary>
    /// <returns>What it had counted.</returns>
    public GpioPulseCount Reset()
    {
        GpioPulseCount before = Read();
        Begin();
        return before;
    }

    /// <summary>Begins to count.</summary>
    public void Start()
    {
        Begin();
        IsStarted = true;
    }

    /// <summary>Ends counting.</summary>
    public void Stop() => IsStarted = false;

    private void Begin()
    {
        _startUs = ChipRun.Require().NowUs;
        _startPeriods = _run.Chip.Pins.Periods(_pin, _startUs);
    }
}
