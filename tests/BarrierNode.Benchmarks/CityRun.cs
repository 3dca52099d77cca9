using BarrierNode.Sim;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Benchmarks;

/// <summary>A whole city in virtual time in which nothing happens: street, node and hub of one site. One pass is as many scan periods as the other runs have scans.</summary>
internal sealed class CityRun : ScanRun
{
    // Everything that a start brings about has been told.
    private const long StartUs = 130_000_000;

    private readonly City _city;

    /// <summary>Makes a run.</summary>
    /// <param name="site">The site.</param>
    public CityRun(SiteModel site)
    {
        _city = new City([site], new CityOptions());
        _city.Advance(StartUs);
    }

    /// <inheritdoc />
    public override int Pass()
    {
        _city.Advance((long)ScanSequence.Length * VirtualCabinet.ScanPeriodUs);
        return _city.Stations[0].Node.Outputs;
    }
}
