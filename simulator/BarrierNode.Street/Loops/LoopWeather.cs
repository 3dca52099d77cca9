namespace BarrierNode.Street.Loops;

/// <summary>What moves a loop when no vehicle does: drift, temperature steps, mains pick-up, neighbours, the noise of the oscillator.</summary>
/// <param name="random">The source of chance.</param>
/// <param name="waves">Drift, pick-up, beats.</param>
/// <param name="stepPpm">Height of the temperature steps, a sudden rain on hot asphalt, up or down: ΔL/L in ppm. 0 for none.</param>
/// <param name="noisePpm">Noise of the oscillator in 20 ms, one sigma: ΔL/L in ppm.</param>
public sealed class LoopWeather(Random random, IReadOnlyList<LoopDisturbance> waves, double stepPpm, double noisePpm)
{
    private const double StepFadeS = 30;
    private const double MeanTimeToStepS = 600;

    private double _stepTarget;
    private double _step;

    /// <summary>The mean ΔL/L of one scan, in ppm.</summary>
    /// <param name="fromS">Begin of the scan, in seconds.</param>
    /// <param name="toS">Its end.</param>
    public double ScanPpm(double fromS, double toS)
    {
        double ppm = _step;
        for (int i = 0; i < waves.Count; i++)
        {
            ppm += waves[i].MeanPpm(fromS, toS);
        }

        if (stepPpm > 0)
        {
            if (random.NextDouble() * MeanTimeToStepS < toS - fromS)
            {
                _stepTarget = random.Next(2) == 0 ? stepPpm / 2 : -stepPpm / 2;
            }

            _step += (_stepTarget - _step) * (toS - fromS) / StepFadeS;
        }

        return noisePpm > 0 ? ppm + (noisePpm * Gaussian()) : ppm;
    }

    // Twelve even draws make a bell.
    private double Gaussian()
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
        {
            sum += random.NextDouble();
        }

        return sum;
    }
}
