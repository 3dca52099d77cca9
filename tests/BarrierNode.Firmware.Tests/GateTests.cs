using BarrierNode.Interlock;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    /// <summary>Every rule of the gate once, on the runtime that will hold it.</summary>
    [TestClass]
    public class GateTests
    {
        [TestMethod]
        public void Table_OfTheseTests_HasNoFault()
        {
            Assert.IsNull(GateTableCheck.Fault(GateTables.Words()));
        }

        [TestMethod]
        public void Table_EveryBitOfAWordFlipped_IsRejected()
        {
            long[] words = GateTables.Words();
            for (int bit = 0; bit < 64; bit++)
            {
                words[GateTable.MustBeZeroAt] ^= 1L << bit;
                Assert.IsNotNull(GateTableCheck.Fault(words));
                words[GateTable.MustBeZeroAt] ^= 1L << bit;
            }
        }

        [TestMethod]
        public void G1_LoopOccupied_RefusesRaiseInThatScanAndNamesIt()
        {
            Gate gate = GateTables.Ready();
            Assert.AreEqual(GateTables.Raise, GateTables.Scan(gate, 0, GateTables.Raise));
            Assert.AreEqual(0, GateTables.Scan(gate, GateTables.Loop, GateTables.Raise));
            Assert.AreEqual((int)GateRule.Require, (int)gate.RefusedBy(0));
            Assert.AreEqual((long)GateTables.Loop, gate.Blocking(0));
        }

        [TestMethod]
        public void G1_LoopClear_CountsAfterItsHold()
        {
            Gate gate = GateTables.Ready();
            GateTables.Scan(gate, GateTables.Loop, 0);
            for (int i = 0; i < 5; i++)
            {
                Assert.AreEqual(0, GateTables.Scan(gate, 0, GateTables.Raise));
            }

            Assert.AreEqual(GateTables.Raise, GateTables.Scan(gate, 0, GateTables.Raise));
        }

        [TestMethod]
        public void G2_ChangeOfDirection_WaitsOutTheDeadTime()
        {
            Gate gate = GateTables.Ready();
            GateTables.Scan(gate, 0, GateTables.Raise);
            Assert.AreEqual(0, GateTables.Scan(gate, GateTables.RaiseContact, GateTables.Lower));
            Assert.AreEqual((int)GateRule.Exclude, (int)gate.RefusedBy(1));
            Assert.AreEqual(0, GateTables.Scan(gate, 0, GateTables.Lower));
            Assert.AreEqual(0, GateTables.Scan(gate, 0, GateTables.Lower));
            Assert.AreEqual(GateTables.Lower, GateTables.Scan(gate, 0, GateTables.Lower));
        }

        [TestMethod]
        public void G3_OnForItsMaximum_RestsBeforeItIsOnAgain()
        {
            Gate gate = GateTables.Ready();
            int onScans = 0;
            while (GateTables.Scan(gate, GateTables.RaiseContact, GateTables.Raise) != 0)
            {
                onScans++;
            }

            Assert.AreEqual(50, onScans);
            Assert.AreEqual((int)GateRule.Limit, (int)gate.RefusedBy(0));
            int offScans = 1;
            while (GateTables.Scan(gate, 0, GateTables.Raise) == 0)
            {
                offScans++;
            }

            Assert.AreEqual(10, offScans);
        }

        [TestMethod]
        public void G4_RequestNotRenewed_EndsWithItsLease()
        {
            Gate gate = GateTables.Ready();
            GateTables.Scan(gate, 0, GateTables.Raise);
            for (int i = 0; i < 2; i++)
            {
                gate.Condition(GateTables.RaiseContact, GateTables.ScanUs);
                Assert.AreEqual(GateTables.Raise, gate.Scan(0, GateTables.Raise, 0));
            }

            gate.Condition(GateTables.RaiseContact, GateTables.ScanUs);
            Assert.AreEqual(0, gate.Scan(0, GateTables.Raise, 0));
            Assert.AreEqual((int)GateRule.Lease, (int)gate.RefusedBy(0));
        }

        [TestMethod]
        public void G5_LateScan_DropsMotionAndThePulse()
        {
            Gate gate = GateTables.Ready();
            GateTables.Scan(gate, 0, GateTables.Raise | GateTables.Lamp);
            gate.Condition(GateTables.RaiseContact, 100001);
            Assert.AreEqual(GateTables.Lamp, gate.Scan(0, GateTables.Raise | GateTables.Lamp, GateTables.Raise));
            Assert.IsFalse(gate.MayPulse);
            Assert.AreEqual(0, GateTables.Scan(gate, 0, 0));
            Assert.IsTrue(gate.MayPulse);
            Assert.AreEqual(0, GateTables.Scan(gate, 0, 0));
            Assert.AreEqual(GateTables.Raise, GateTables.Scan(gate, 0, GateTables.Raise));
        }

        [TestMethod]
        public void G6_ContactDoesNotFollow_TripsAndLatches()
        {
            Gate gate = GateTables.Ready();
            while (GateTables.Scan(gate, 0, GateTables.Raise) != 0)
            {
            }

            Assert.AreEqual(1L << GateTables.FeedbackFault, gate.Latched);
            Assert.AreEqual((int)GateRule.Trip, (int)gate.RefusedBy(0));
            GateTables.Scan(gate, 0, 0);
            Assert.AreEqual(0L, gate.Reset(-1));
        }

        [TestMethod]
        public void G7_ChannelsDisagree_TripsUntilBothWereOff()
        {
            Gate gate = GateTables.Ready();
            for (int i = 0; i < 4; i++)
            {
                GateTables.Scan(gate, 1, 0);
            }

            long trips = 1L | (1L << GateTables.Discrepancy);
            Assert.AreEqual(trips, gate.Latched);
            GateTables.Scan(gate, 0, 0);
            Assert.AreEqual(1L << GateTables.Discrepancy, gate.Reset(-1));
            GateTables.Scan(gate, GateTables.Stops, 0);
            GateTables.Scan(gate, 0, 0);
            Assert.AreEqual(0L, gate.Reset(-1));
        }

        [TestMethod]
        public void G9_WordChangedInMemory_StopsEverythingForGood()
        {
            long[] words = GateTables.Words();
            Gate gate = new Gate(new GateTable(words), 0);
            for (int i = 0; i < 20; i++)
            {
                GateTables.Scan(gate, 0, GateTables.Lamp);
            }

            words[GateTable.MustBeZeroAt] = 0;
            for (int i = 0; i < 2 * GateTable.WordCount / 8; i++)
            {
                GateTables.Scan(gate, 0, GateTables.Lamp);
            }

            Assert.AreEqual(0, gate.Permitted);
            Assert.AreEqual(1L << GateTable.TableFault, gate.Reset(-1));
            Assert.AreEqual((int)GateRule.Table, (int)gate.RefusedBy(2));
        }

        [TestMethod]
        public void G10_FirstScan_PermitsNothingAndATripIsRemembered()
        {
            Gate gate = new Gate(new GateTable(GateTables.Words()), 1L);
            Assert.AreEqual(0, GateTables.Scan(gate, 0, GateTables.Lamp));
            Assert.AreEqual((int)GateRule.Start, (int)gate.RefusedBy(2));
            Assert.AreEqual(1L, gate.Latched);
            Assert.IsFalse(gate.NodeClear);
        }

        [TestMethod]
        public void State_SavedAndLoaded_GoesOnAsBefore()
        {
            Gate gate = GateTables.Ready();
            GateTables.Scan(gate, 0, GateTables.Raise);
            long[] words = new long[Gate.StateWords];
            StateFrame frame = new StateFrame(words);
            frame.BeginSave(0);
            gate.Exchange(frame);
            Assert.AreEqual(Gate.StateWords, frame.At);

            Gate other = new Gate(new GateTable(GateTables.Words()), 0);
            frame.BeginLoad(0);
            other.Exchange(frame);
            for (int i = 0; i < 100; i++)
            {
                int pins = (i * 7) & 15;
                Assert.AreEqual(GateTables.Scan(gate, pins, GateTables.Raise), GateTables.Scan(other, pins, GateTables.Raise));
                Assert.AreEqual(gate.Latched, other.Latched);
            }
        }
    }
}
