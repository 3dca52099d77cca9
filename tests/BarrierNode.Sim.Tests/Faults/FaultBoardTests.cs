using BarrierNode.Control;

namespace BarrierNode.Sim.Tests;

[TestClass]
public sealed class FaultBoardTests
{
    private const long Second = 1_000_000;

    [TestMethod]
    public void Set_AnotherFaultOfTheSamePoint_ReplacesIt()
    {
        FaultBoard board = FaultSites.City("promenade").Stations[0].Faults;
        board.Set(new Fault("entryLoop", FaultKind.Off));
        board.Set(new Fault("exitLoop", FaultKind.Stuck));
        board.Set(new Fault("entryLoop", FaultKind.Wrong));
        Assert.AreSequenceEqual([new Fault("exitLoop", FaultKind.Stuck), new Fault("entryLoop", FaultKind.Wrong)], board.Active.ToArray());
    }

    [TestMethod]
    public void Set_ARefusedFault_LeavesWhatWasBroken()
    {
        FaultBoard board = FaultSites.City("promenade").Stations[0].Faults;
        board.Set(new Fault("entryLoop", FaultKind.Slow, 100));
        Assert.ThrowsExactly<FaultException>(() => board.Set(new Fault("entryLoop", FaultKind.Slow, 1e9)));
        Assert.ThrowsExactly<FaultException>(() => board.Set(new Fault("entryLoop", FaultKind.Slow, double.NaN)));
        Assert.AreSequenceEqual([new Fault("entryLoop", FaultKind.Slow, 100)], board.Active.ToArray());
    }

    [TestMethod]
    public void Clear_TellsWhetherThePointWasBroken()
    {
        FaultBoard board = FaultSites.City("promenade").Stations[0].Faults;
        board.Set(new Fault("permit.wire", FaultKind.Intermittent));
        Assert.IsTrue(board.Clear("permit.wire"));
        Assert.IsFalse(board.Clear("permit.wire"));
        Assert.IsEmpty(board.Active);
    }

    [TestMethod]
    public void Draw_AThousandTimes_GivesFaultsThatAreToBeHadAtEveryPoint()
    {
        const int Seed = 5;
        FaultBoard board = FaultSites.City("boulevard").Stations[0].Faults;
        Random random = new(Seed);
        HashSet<string> drawn = [];
        for (int i = 0; i < 1000; i++)
        {
            Fault fault = board.Draw(random);
            board.Set(fault);
            drawn.Add(fault.Point);
        }

        Assert.HasCount(board.Points.Count, drawn, $"seed {Seed}");
        board.ClearAll();
        Assert.IsEmpty(board.Active);
    }

    [TestMethod]
    public void Faults_TheSameSeed_GiveTheSameHashAndAnotherSeedAnother()
    {
        string once = Hash(3);
        Assert.AreEqual(once, Hash(3));
        Assert.AreNotEqual(once, Hash(4));

        static string Hash(int seed)
        {
            City city = FaultSites.City("promenade", seed);
            FaultBoard board = city.Stations[0].Faults;
            city.Advance(Second);
            foreach (string fault in new[] { "entryLoop garbage", "exitLoop intermittent", "power intermittent", "depot.down.wire intermittent", "promenade.raise garbage" })
            {
                board.Set(FaultText.Parse(fault, board.Points));
            }

            city.Hub.Send(city.Stations[0], "promenade", CommandOp.Lower);
            city.Advance(20 * Second);
            return city.Hash.ToString();
        }
    }

    [TestMethod]
    public void Faults_ThatAreSetAndMendedAtOnce_AreInTheHash()
    {
        City quiet = FaultSites.City("promenade");
        City touched = FaultSites.City("promenade");
        touched.Stations[0].Faults.Set(new Fault("reset", FaultKind.Stuck));
        touched.Stations[0].Faults.ClearAll();
        Assert.AreNotEqual(quiet.Hash.ToString(), touched.Hash.ToString());
    }
}
