using BarrierNode.Interlock;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class ScanFlowTests
    {
        [TestMethod]
        public void End_EveryStepInOrder_IsComplete()
        {
            ScanFlow flow = new ScanFlow(3);
            Assert.IsTrue(Run(flow, new int[] { 0, 1, 2 }));
            Assert.IsTrue(Run(flow, new int[] { 0, 1, 2 }));
        }

        [TestMethod]
        public void End_AnyOtherOrder_IsNotComplete()
        {
            ScanFlow flow = new ScanFlow(3);
            Assert.IsFalse(Run(flow, new int[] { 0, 1 }), "one left out at the end");
            Assert.IsFalse(Run(flow, new int[] { 0, 2 }), "one left out within");
            Assert.IsFalse(Run(flow, new int[] { 1, 0, 2 }), "two swapped");
            Assert.IsFalse(Run(flow, new int[] { 0, 1, 1, 2 }), "one twice");
            Assert.IsFalse(Run(flow, new int[] { 0, 1, 2, 2 }), "the last twice");
            Assert.IsTrue(Run(flow, new int[] { 0, 1, 2 }), "a spoilt scan spoils itself alone");
        }

        [TestMethod]
        public void End_WithoutBegin_IsNotComplete()
        {
            ScanFlow flow = new ScanFlow(0);
            Assert.IsFalse(flow.End());
            flow.Begin();
            Assert.IsTrue(flow.End());
            Assert.IsFalse(flow.End(), "a second end is of no scan");
        }

        private static bool Run(ScanFlow flow, int[] steps)
        {
            flow.Begin();
            for (int i = 0; i < steps.Length; i++)
            {
                flow.Done(steps[i]);
            }

            return flow.End();
        }
    }
}
