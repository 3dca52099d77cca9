namespace BarrierNode.Interlock.Tests;

[TestClass]
public class GateTableTests
{
    [TestMethod]
    public void Fault_EveryFieldInRange_IsNull() => Assert.IsNull(Table().Fault());

    [TestMethod]
    public void Fault_AFieldOutOfRange_IsNamed()
    {
        (Action<GateTable> Change, string Fault)[] cases =
        [
            (t => t.MotionOutputs = 8, "motion outputs"),
            (t => t.Group[0] = 2, "exclusion group"),
            (t => t.Group[0] = -2, "exclusion group"),
            (t => t.MaxOnMs[1] = -1, "output time"),
            (t => t.RestMs[1] = GateTable.MaxTimeMs + 1, "output time"),
            (t => t.LeaseMs[2] = -5, "output time"),
            (t => t.DeadTimeMs[0] = -1, "dead time"),
            (t => t.TripCondition[0] = 64, "trip rule"),
            (t => t.TripCondition[0] = -1, "trip rule"),
            (t => t.TripLevel[0] = 2, "trip rule"),
            (t => t.TripOutputs[0] = 8, "trip rule"),
            (t => t.LateLimitMs = 0, "late limit"),
            (t => t.RearmGapMs = 101, "late limit"),
        ];
        foreach ((Action<GateTable> change, string fault) in cases)
        {
            GateTable table = Table();
            change(table);
            StringAssert.Contains(table.Fault(), fault);
        }
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(17)]
    public void Fault_OutputCountOutOfRange_IsNamed(int outputs) =>
        StringAssert.Contains(new GateTable(outputs, 0, 0).Fault(), "output count");

    private static GateTable Table() => new(3, 2, 1);
}
