namespace BarrierNode.Sim.Fuzz.Laws;

/// <summary>Some laws that belong together. Reports of a scan are heard before the scan is looked at.</summary>
internal abstract class LawBook(FuzzWatch watch)
{
    /// <summary>What there is to see.</summary>
    protected FuzzWatch Watch => watch;

    /// <summary>The lanes of the site.</summary>
    protected LaneMasks[] Lanes => watch.Lanes;

    /// <summary>Hears one report; the watch still shows the scan before.</summary>
    public virtual void Hear(NodeReport told)
    {
    }

    /// <summary>Looks at a scan.</summary>
    public virtual void Scan()
    {
    }

    /// <summary>The node starts anew.</summary>
    public virtual void Restart()
    {
    }
}
