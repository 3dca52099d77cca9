using BarrierNode.Control;
using BarrierNode.Desktop.Screens;

namespace BarrierNode.Desktop.Tests;

/// <summary>Unknown means unsafe: only live proof makes a street protected.</summary>
[TestClass]
public class ProtectionStatusTests
{
    private readonly FakeStreet _street = new();

    [TestMethod]
    public void Street_AllLanesProvenClosed_IsProtected() => Assert.AreEqual(Protection.Protected, OfStreet());

    [TestMethod]
    public void Street_NodeNotLive_IsUnknownWhateverTheLanesSay()
    {
        _street.Change(s => s with { Node = s.Node! with { Live = false } });

        Assert.AreEqual(Protection.Unknown, OfStreet());
        Assert.AreEqual(Protection.Unknown, ProtectionStatus.OfLane(_street.Current, "promenade"));
    }

    [TestMethod]
    public void Street_LaneNeverReported_IsUnknown()
    {
        _street.Change(s => s with { Node = s.Node! with { Lanes = [s.Node.Lanes[0]] } });

        Assert.AreEqual(Protection.Unknown, OfStreet());
    }

    [TestMethod]
    public void Street_PositionUnknown_IsUnknown()
    {
        _street.ChangeLane("depot", l => l with { Position = "unknown", Protected = false });

        Assert.AreEqual(Protection.Unknown, OfStreet());
    }

    [TestMethod]
    [DataRow("up", true, Protection.Protected)]
    [DataRow("up", false, Protection.NotProtected, DisplayName = "deployed, and tampered with")]
    [DataRow("stopped", false, Protection.NotProtected)]
    [DataRow("down", false, Protection.NotProtected)]
    [DataRow("unknown", false, Protection.Unknown)]
    public void Street_WithAPassiveBarrier_IsOnlyAsGoodAsThat(string position, bool closed, Protection expected)
    {
        _street.Replace(LaneKind.PassiveBarrier, 1);
        _street.ChangeLane("depot", l => l with { Position = position, Protected = closed });

        Assert.AreEqual(expected, OfStreet());
    }

    [TestMethod]
    public void Street_OneOpenAndOneUnknown_IsNotProtected()
    {
        _street.ChangeLane("depot", l => l with { Position = "unknown", Protected = false });
        _street.ChangeLane("promenade", l => l with { Position = "down", Protected = false });

        Assert.AreEqual(Protection.NotProtected, OfStreet());
    }

    private Protection OfStreet() => ProtectionStatus.OfStreet(_street.Current);
}
