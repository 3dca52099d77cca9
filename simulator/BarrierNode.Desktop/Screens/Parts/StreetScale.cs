using System.Globalization;
using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens.Parts;

/// <summary>
/// Turns metres of the street into units of the drawing. The drawing is always 800 units wide, so that lettering keeps its size
/// whatever the length of the street; along and across have the same scale.
/// </summary>
public sealed class StreetScale
{
    private const double WidthUnits = 800;
    private const double PavementM = 3.2;
    private const double MarginM = 0.8;

    private readonly double _unitsPerM;

    /// <summary>Makes the scale of a site.</summary>
    /// <param name="site">The site.</param>
    public StreetScale(SiteModel site)
    {
        StreetLayout street = site.Street;
        _unitsPerM = WidthUnits / street.LengthM;
        double top = 0;
        double bottom = street.WidthM;
        foreach (CarriagewayLayout way in street.Carriageways)
        {
            double gateM = KindOf(site, way.Lane) == LaneKind.SlidingGate ? way.WidthM : 0;
            bool down = SlidesDown(street, way);
            top = Math.Min(top, Edge(way, -1) - Math.Max(PavementM, down ? 0 : gateM + MarginM));
            bottom = Math.Max(bottom, Edge(way, 1) + MarginM + (down ? gateM : 0));
        }

        TopM = top;
        HeightM = bottom - top;
        LengthM = street.LengthM;
    }

    /// <summary>y of the upper edge of the drawing, in metres; not above 0.</summary>
    public double TopM { get; }

    /// <summary>Height of the drawing in metres.</summary>
    public double HeightM { get; }

    /// <summary>Length of the street in metres.</summary>
    public double LengthM { get; }

    /// <summary>The viewBox attribute.</summary>
    public string ViewBox => $"0 {Units(TopM)} {Units(LengthM)} {Units(HeightM)}";

    /// <summary>Metres as units of the drawing.</summary>
    /// <param name="metres">Metres.</param>
    public string Units(double metres) => Number(metres * _unitsPerM);

    /// <summary>A number as an attribute of the drawing takes it.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>y of an edge of a carriageway.</summary>
    /// <param name="way">The carriageway.</param>
    /// <param name="side">-1 for the upper edge, 1 for the lower one.</param>
    public static double Edge(CarriagewayLayout way, int side) => way.CentreM + side * way.WidthM / 2;

    /// <summary>An open gate slides to the outside of the street, where no other carriageway is.</summary>
    /// <param name="street">The street.</param>
    /// <param name="way">The gate's carriageway.</param>
    public static bool SlidesDown(StreetLayout street, CarriagewayLayout way) => way.CentreM >= street.WidthM / 2;

    /// <summary>A share as percent, in whole numbers that never claim an end that is not reached.</summary>
    /// <param name="share">0 to 1.</param>
    public static int Percent(double share) => share >= 1 ? 100 : (int)Math.Ceiling(share * 100 - 1e-9) switch { 100 => 99, int p => p };

    private static LaneKind KindOf(SiteModel site, string lane) => site.Lanes.First(l => l.Id == lane).Kind;
}
