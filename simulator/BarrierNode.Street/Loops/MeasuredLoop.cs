using BarrierNode.Control;

namespace BarrierNode.Street.Loops;

/// <summary>One loop in the road with its oscillator, its weather, and the firmware's detector behind it.</summary>
/// <param name="table">The loop as the site table has it.</param>
/// <param name="coil">Where it lies.</param>
/// <param name="weather">What moves it when no vehicle does.</param>
public sealed class MeasuredLoop(LoopTable table, LoopCoil coil, LoopWeather weather)
{
    private const double StepUs = 1000;

    private readonly LoopOscillator _oscillator = new(table.NominalHz);

    /// <summary>The firmware's detector.</summary>
    public FrequencyLoop Detector { get; } = new(table, 1000 * table.NominalHz);

    /// <summary>The oscillator, for faults.</summary>
    public LoopOscillator Oscillator => _oscillator;

    /// <summary>Where it lies.</summary>
    public LoopCoil Coil => coil;

    /// <summary>The least ΔL/L that must be seen, in ppm.</summary>
    public int SensitivityPpm => table.SensitivityPpm;

    /// <summary>What happened in the passage that goes on.</summary>
    public LoopPassage Passage { get; private set; } = new();

    /// <summary>Begins the account of a passage.</summary>
    public void BeginPassage() => Passage = new();

    /// <summary>One scan.</summary>
    /// <param name="fromS">Time of the scan before, in seconds.</param>
    /// <param name="toS">Time of this one.</param>
    /// <param name="drive">The vehicle that drives here, or null.</param>
    public void Scan(double fromS, double toS, Drive? drive)
    {
        double weatherPpm = weather.ScanPpm(fromS, toS);
        double us = (toS - fromS) * 1e6;
        if (drive is null || drive.Stands)
        {
            double signal = drive is null ? 0 : coil.SignalPpm(drive.Vehicle, drive.FrontM, drive.Backwards);
            Passage.Feel(signal, toS, this);
            _oscillator.Advance(us, weatherPpm + signal);
        }
        else
        {
            for (double atUs = 0; atUs < us; atUs += StepUs)
            {
                double stepUs = Math.Min(StepUs, us - atUs);
                double atS = fromS + (atUs * 1e-6);
                double signal = coil.SignalPpm(drive.Vehicle, drive.FrontAt(atS), drive.Backwards);
                Passage.Feel(signal, atS, this);
                _oscillator.Advance(stepUs, weatherPpm + signal);
            }
        }

        Detector.Scan(_oscillator.Read(), (int)Math.Round(us));
        Passage.Sense(Detector.IsOccupied, toS);
    }
}
