using BarrierNode.Desktop.Screens.Parts;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens.Sim.Parts;

/// <summary>Turns metres of a street into units of the window's drawing, ten a metre. Every street of a city has the same scale.</summary>
public sealed class SimScale
{
    /// <summary>Units of the drawing in a metre.</summary>
    public const double UnitsPerM = 10;

    /// <summary>So much of the road before the street is shown, in metres: vehicles that queue outside.</summary>
    public const double ApproachM = 20;

    private const double TreeEveryM = 11;
    private const double LampEveryM = 22;
    private const double VergeM = 2.6;

    private readonly SiteModel _site;
    private readonly double _shownM;

    /// <summary>Makes the scale of a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="longestM">Length of the longest street of the city.</param>
    public SimScale(SiteModel site, double longestM)
    {
        _site = site;
        _shownM = ApproachM + longestM;
        StreetScale edges = new(site);
        TopM = edges.TopM;
        HeightM = edges.HeightM;
    }

    /// <summary>y of the upper edge in metres.</summary>
    public double TopM { get; }

    /// <summary>Height in metres.</summary>
    public double HeightM { get; }

    /// <summary>x of the right edge in metres.</summary>
    public double EndM => _shownM - ApproachM;

    /// <summary>The viewBox attribute.</summary>
    public string ViewBox => $"{U(-ApproachM)} {U(TopM)} {U(_shownM)} {U(HeightM)}";

    /// <summary>Metres as units of the drawing.</summary>
    /// <param name="metres">Metres.</param>
    public static string U(double metres) => StreetScale.Number(metres * UnitsPerM);

    /// <summary>Where trees stand: in the middle of every strip of pavement that is wide enough, away from the barriers.</summary>
    public IEnumerable<(double X, double Y, double Radius)> Trees()
    {
        foreach ((double y, double height) in Strips())
        {
            for (double x = -ApproachM + 4; x < EndM; x += TreeEveryM)
            {
                if (_site.Street.Carriageways.All(w => Math.Abs(x - w.BarrierAtM) > 7 && Math.Abs(x - w.StopLineM) > 4))
                {
                    yield return (x, y, Math.Min(1.5, height * 0.36) * (0.85 + (0.15 * Math.Sin((x * 7) + y))));
                }
            }
        }
    }

    /// <summary>Where street lamps stand.</summary>
    public IEnumerable<(double X, double Y)> Lamps()
    {
        foreach ((int row, (double y, double _)) in Strips().Index())
        {
            // The lamps of neighbouring strips stand in the gaps of each other.
            for (double x = -ApproachM + 9.5 + (row % 2 * LampEveryM / 2); x < EndM; x += LampEveryM)
            {
                yield return (x, y);
            }
        }
    }

    // The strips of pavement above, between and below the carriageways.
    private IEnumerable<(double Y, double Height)> Strips()
    {
        double from = TopM;
        foreach (CarriagewayLayout way in _site.Street.Carriageways.OrderBy(w => w.CentreM))
        {
            double to = StreetScale.Edge(way, -1);
            if (to - from >= VergeM)
            {
                yield return ((from + to) / 2, to - from);
            }

            from = StreetScale.Edge(way, 1);
        }

        double bottom = TopM + HeightM;
        if (bottom - from >= VergeM)
        {
            yield return ((from + bottom) / 2, bottom - from);
        }
    }
}
