using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class RingIndexTests
    {
        [TestMethod]
        public void NewRing_IsEmpty()
        {
            RingIndex index = new RingIndex(2);
            Assert.IsTrue(index.IsEmpty);
            Assert.AreEqual(-1, index.ReadSlot());
            Assert.AreEqual(0, index.WriteSlot());
        }

        [TestMethod]
        public void WriteSlot_BeforePublish_IsNotSeenByTheReader()
        {
            RingIndex index = new RingIndex(2);
            index.WriteSlot();
            Assert.AreEqual(-1, index.ReadSlot());
            index.Publish();
            Assert.AreEqual(0, index.ReadSlot());
        }

        [TestMethod]
        public void WriteSlot_OfAFullRing_IsNone()
        {
            RingIndex index = new RingIndex(4);
            for (int i = 0; i < 4; i++)
            {
                Assert.AreEqual(i, index.WriteSlot());
                index.Publish();
            }

            Assert.AreEqual(-1, index.WriteSlot());
            index.Release();
            Assert.AreEqual(0, index.WriteSlot());
        }

        [TestMethod]
        public void WriteSlot_OfARingFilledAnywhere_IsNone()
        {
            for (int before = 0; before < 10; before++)
            {
                RingIndex index = new RingIndex(4);
                for (int i = 0; i < before; i++)
                {
                    index.Publish();
                    index.Release();
                }

                for (int i = 0; i < 4; i++)
                {
                    Assert.AreEqual((before + i) % 4, index.WriteSlot());
                    index.Publish();
                    Assert.IsFalse(index.IsEmpty);
                }

                Assert.AreEqual(-1, index.WriteSlot());
                Assert.AreEqual(before % 4, index.ReadSlot());
            }
        }

        [TestMethod]
        public void Slots_OverManyRounds_ComeInOrder()
        {
            RingIndex index = new RingIndex(4);
            for (int i = 0; i < 100; i++)
            {
                Assert.AreEqual(i % 4, index.WriteSlot());
                index.Publish();
                Assert.AreEqual(i % 4, index.ReadSlot());
                index.Release();
                Assert.IsTrue(index.IsEmpty);
            }
        }

        [TestMethod]
        public void Waiting_OfARingInUse_CountsWhatIsPublishedAndNotGivenBack()
        {
            RingIndex index = new RingIndex(4);
            Assert.AreEqual(0, index.Waiting);
            for (int i = 0; i < 6; i++)
            {
                index.WriteSlot();
                index.Publish();
                index.WriteSlot();
                index.Publish();
                Assert.AreEqual(2, index.Waiting);
                Assert.AreEqual(index.ReadSlot(), index.SlotAt(0));
                Assert.AreEqual((index.ReadSlot() + 1) % 4, index.SlotAt(1));
                index.Release();
                index.Release();
                Assert.AreEqual(0, index.Waiting);
            }
        }
    }
}
