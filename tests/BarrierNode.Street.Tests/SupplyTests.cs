namespace BarrierNode.Street.Tests;

/// <summary>The permission chain, the emergency stop and the buttons.</summary>
[TestClass]
public class SupplyTests
{
    [TestMethod]
    public void Permission_NeverPulsed_NothingMoves()
    {
        var rig = new Rig(StreetStart.BarriersDown) { Pulsing = false };
        rig.On(Promenade.Raise);
        rig.Run(2000);
        Assert.AreEqual(0, rig.Position);
        Assert.IsFalse(rig.Model.Snapshot().PermissionAlive);
    }

    [TestMethod]
    public void Permission_HeldHighWithoutEdges_DropsAfter250Ms()
    {
        var rig = new Rig(StreetStart.BarriersDown) { Pulsing = false };
        rig.On(Promenade.Permit);
        rig.Off(Promenade.Permit);
        rig.On(Promenade.Permit);
        rig.On(Promenade.Raise);
        rig.Run(249);
        Assert.IsTrue(rig.Model.Snapshot().PermissionAlive);
        rig.Run(1);
        Assert.IsFalse(rig.Model.Snapshot().PermissionAlive);
        rig.Run(2000);
        Assert.AreEqual((250 - 80 + 60.0) / Promenade.RaiseMs, rig.Position, 1e-9, "the stroke ends as the valve drops out");
    }

    [TestMethod]
    public void Permission_EitherEdge_KeepsTheSupply()
    {
        var rig = new Rig(StreetStart.BarriersDown) { Pulsing = false };
        rig.On(Promenade.Raise);
        for (int i = 0; i < 10; i++)
        {
            rig.Model.SetOutput(Promenade.Permit, i % 2 == 0);
            rig.Run(240);
            Assert.AreEqual(i > 0, rig.Model.Snapshot().PermissionAlive, $"edge {i}");
        }
    }

    [TestMethod]
    public void Permission_LoneEdges_SupplyNothing()
    {
        var rig = new Rig(StreetStart.BarriersDown) { Pulsing = false };
        rig.On(Promenade.Raise);
        for (int i = 0; i < 40; i++)
        {
            rig.Model.SetOutput(Promenade.Permit, i % 2 == 0);
            rig.Run(250);
            Assert.IsFalse(rig.Model.Snapshot().PermissionAlive, $"edge {i}");
        }

        Assert.AreEqual(0, rig.Position);
    }

    [TestMethod]
    public void Permission_SameLevelWrittenAgain_IsNoEdge()
    {
        var rig = new Rig { Pulsing = false };
        for (int i = 0; i < 10; i++)
        {
            rig.On(Promenade.Permit);
            rig.Run(100);
        }

        Assert.IsFalse(rig.Model.Snapshot().PermissionAlive);
    }

    [TestMethod]
    public void Permission_PulsedAgain_SuppliesAgain()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Raise);
        rig.Run(1000);
        rig.Pulsing = false;
        rig.Run(1000);
        double stopped = rig.Position;
        rig.Run(1000);
        Assert.AreEqual(stopped, rig.Position);
        rig.Pulsing = true;
        rig.Run(1000);
        Assert.IsGreaterThan(stopped, rig.Position);
    }

    [TestMethod]
    public void Permission_WireCut_DropsTheSupply()
    {
        var rig = new Rig();
        rig.Run(100);
        rig.Model.CutWire(Promenade.Permit);
        rig.Run(300);
        Assert.IsFalse(rig.Model.Snapshot().PermissionAlive);
        rig.Model.MendWire(Promenade.Permit);
        rig.Run(100);
        Assert.IsTrue(rig.Model.Snapshot().PermissionAlive);
    }

    [TestMethod]
    public void EmergencyStop_Pressed_OpensItsCircuitAndCutsTheSupply()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        Assert.IsTrue(rig.High(Promenade.EmergencyStop));
        rig.On(Promenade.Raise);
        rig.Run(1080);
        rig.Model.EmergencyStopPressed = true;
        Assert.IsFalse(rig.High(Promenade.EmergencyStop), "at once, without a step");
        rig.Run(2000);
        Assert.AreEqual(0.2 + (60.0 / Promenade.RaiseMs), rig.Position, 1e-9, "though the node keeps the drive on and pulses");
        Assert.IsTrue(rig.Model.Snapshot().PermissionAlive);
        Assert.IsTrue(rig.Model.Snapshot().EmergencyStopPressed);
        rig.Model.EmergencyStopPressed = false;
        rig.Run(1000);
        Assert.IsTrue(rig.High(Promenade.EmergencyStop));
        Assert.IsGreaterThan(0.3, rig.Position, "nothing in hardware latches: that is the node's work");
    }

    [TestMethod]
    public void Reset_Pressed_ClosesItsContact()
    {
        var rig = new Rig();
        Assert.IsFalse(rig.High(Promenade.Reset));
        rig.Model.ResetPressed = true;
        Assert.IsTrue(rig.High(Promenade.Reset));
        rig.Model.ResetPressed = false;
        Assert.IsFalse(rig.High(Promenade.Reset));
    }

    [TestMethod]
    public void Reset_NotInTheSite_DoesNothing()
    {
        var rig = new Rig(site: Promenade.Site() with { ResetButton = null });
        rig.Model.ResetPressed = true;
        Assert.IsFalse(rig.High(Promenade.Reset));
    }

    [TestMethod]
    public void Pin_WithNothingWired_ReadsLow()
    {
        var rig = new Rig();
        rig.On(5);
        Assert.IsFalse(rig.High(5));
        Assert.IsFalse(rig.High(63));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => rig.High(64));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => rig.On(-1));
    }

    [TestMethod]
    public void Lamps_FollowTheirOutputs()
    {
        var rig = new Rig();
        rig.On(Promenade.Red);
        rig.On(Promenade.Warning);
        Assert.IsTrue(rig.Lane is { Red: true, Green: false, Warning: true });
        Assert.IsTrue(rig.Gate is { Red: false, Green: false, Warning: true }, "the lanes share the beacon");
        rig.Off(Promenade.Red);
        rig.Off(Promenade.Warning);
        rig.On(Promenade.Green);
        Assert.IsTrue(rig.Lane is { Red: false, Green: true, Warning: false });
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    [DataRow(5001)]
    public void Step_OutOfRange_IsRefused(int us) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Rig().Model.Step(us));
}
