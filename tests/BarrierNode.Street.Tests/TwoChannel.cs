using BarrierNode.Site;

namespace BarrierNode.Street.Tests;

/// <summary>The site of simulator/sites/two-channel.yaml, and what is wired where in it.</summary>
internal static class TwoChannel
{
    public const int Stop = 33;
    public const int Stop2 = 35;
    public const int Raise = 16;
    public const int RaiseAux = 25;
    public const int LowerAux = 26;

    public static SiteModel Site { get; } =
        SiteFile.Load(Repository.File("simulator/sites/two-channel.yaml"), Repository.File("hardware/boards"));
}
