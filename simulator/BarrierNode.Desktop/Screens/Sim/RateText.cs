using System.Globalization;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>How a rate is written: a number, or <c>max</c>.</summary>
public static class RateText
{
    /// <summary>What a rate may be, for people.</summary>
    public const string Form = "a number from 0.01 to 10000, or max";

    /// <summary>Reads a rate.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The rate, or null when it is none.</returns>
    public static double? Parse(string text)
    {
        if (text == "max")
        {
            return double.PositiveInfinity;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate) && CityPace.IsRate(rate) ? rate : null;
    }

    /// <summary>The rate of a clock, or <c>pause</c>.</summary>
    /// <param name="pace">The clock.</param>
    public static string Of(CityPace pace) => pace.Paused ? "pause" : Of(pace.Rate);

    /// <summary>A rate.</summary>
    /// <param name="rate">The rate.</param>
    public static string Of(double rate) => double.IsPositiveInfinity(rate) ? "max" : rate.ToString(CultureInfo.InvariantCulture);
}
