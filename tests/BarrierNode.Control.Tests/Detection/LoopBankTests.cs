namespace BarrierNode.Control.Tests.Detection;

/// <summary>The frequency loops of a site as contacts among its pins.</summary>
[TestClass]
public sealed class LoopBankTests
{
    private readonly LoopTable[] _tables =
    [
        new() { Input = 3, NominalHz = 60_000, SensitivityPpm = 1000, MaxDriftPpmPerMinute = 10_000 },
        new() { Input = 31, NominalHz = 80_000, SensitivityPpm = 1000, MaxDriftPpmPerMinute = 10_000 },
    ];

    [TestMethod]
    public void Sense_LoopsThatAreClear_AreClosedContactsAndTheOthersAsTheyWere()
    {
        var bank = new LoopBank(_tables, [60_000_000, 80_000_000]);
        int levels = 0;
        for (int scan = 0; scan < 20; scan++)
        {
            levels = Sense(bank, 0b0101);
        }

        Assert.AreEqual(0b1101 | int.MinValue, levels);
    }

    // H9
    [TestMethod]
    public void Sense_LoopWithoutAReading_IsAnOpenContact()
    {
        var bank = new LoopBank(_tables, [60_000_000, 80_000_000]);
        for (int scan = 0; scan < 20; scan++)
        {
            Sense(bank, 0);
        }

        bank.Put(1, 3200, 20_000);
        Assert.AreEqual(int.MinValue | 1, bank.Sense(0b1001), "loop 0 was not read");
    }

    // H12
    [TestMethod]
    public void Sense_WithoutKeptBaselines_IsOpenUntilConfirmed()
    {
        var bank = new LoopBank(_tables, null);
        for (int scan = 0; scan < 100; scan++)
        {
            Assert.AreEqual(0, Sense(bank, -1) & (1 << 3 | int.MinValue));
        }

        Assert.IsTrue(bank[0].ConfirmClear());
        Assert.AreEqual(1 << 3, Sense(bank, 0));
    }

    private static int Sense(LoopBank bank, int levels)
    {
        bank.Put(0, 2400, 20_000);
        bank.Put(1, 3200, 20_000);
        return bank.Sense(levels);
    }
}
