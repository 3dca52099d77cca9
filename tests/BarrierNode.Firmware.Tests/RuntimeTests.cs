using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    /// <summary>What the firmware relies on besides arithmetic: arrays, texts, exceptions, atomic exchange.</summary>
    [TestClass]
    public class RuntimeTests
    {
        [TestMethod]
        public void NewArrays_OfNumbersAndFlags_AreZero()
        {
            long[] longs = new long[3];
            int[] ints = new int[3];
            bool[] flags = new bool[3];
            for (int i = 0; i < 3; i++)
            {
                Assert.AreEqual(0L, longs[i]);
                Assert.AreEqual(0, ints[i]);
                Assert.IsFalse(flags[i]);
            }
        }

        [TestMethod]
        public void NewArray_OfTexts_IsNull()
        {
            string[] texts = new string[2];
            Assert.IsNull(texts[0]);
            Assert.IsNull(texts[1]);
        }

        [TestMethod]
        public void ArrayOfLongs_HoldsAll64Bits()
        {
            long[] values = new long[2];
            values[1] = 0x7FEDCBA987654321;
            values[1] |= long.MinValue;
            Assert.AreEqual(unchecked((long)0xFFEDCBA987654321), values[1]);
            Assert.AreEqual(0L, values[0]);
        }

        [TestMethod]
        public void ArrayElement_Incremented_ChangesInPlace()
        {
            int[] counts = new int[2];
            counts[1]++;
            counts[1] += 4;
            Assert.AreEqual(5, counts[1]);
            Assert.AreEqual(0, counts[0]);
        }

        [TestMethod]
        public void ArrayIndex_OutOfRange_Throws()
        {
            int[] values = new int[4];
            int beyond = 4;
            int negative = -1;
            Assert.ThrowsException(typeof(IndexOutOfRangeException), () => values[beyond] = 1);
            Assert.ThrowsException(typeof(IndexOutOfRangeException), () => values[negative] = 1);
        }

        [TestMethod]
        public void ArrayCopy_OfAPart_LeavesTheRest()
        {
            byte[] to = new byte[4];
            Array.Copy(Bytes.Counting(8), 5, to, 1, 2);
            CollectionAssert.AreEqual(new byte[] { 0, 5, 6, 0 }, to);
        }

        [TestMethod]
        public void Texts_BuiltDifferently_AreEqualByValue()
        {
            string built = new string(new char[] { 'x', 'a', 'b', 'x' }, 1, 2);
            Assert.IsTrue(built == "ab");
            Assert.IsFalse(built != "ab");
            Assert.AreEqual("ab", built);
        }

        [TestMethod]
        public void Text_OfNoCharacters_IsEmpty()
        {
            string empty = new string(new char[4], 0, 0);
            Assert.AreEqual(0, empty.Length);
            Assert.IsTrue(empty == "");
        }

        [TestMethod]
        public void Text_ComparedWithNull_IsDifferent()
        {
            string none = null;
            string text = "a";
            Assert.IsFalse(text == none);
            Assert.IsTrue(none != text);
        }

        [TestMethod]
        public void Numbers_ToText_AreDecimal()
        {
            int small = -12;
            long large = long.MinValue;
            Assert.AreEqual("-12", small.ToString());
            Assert.AreEqual("-9223372036854775808", large.ToString());
            Assert.AreEqual("n7", "n" + 7);
        }

        [TestMethod]
        public void Exchange_ReturnsWhatWasThere()
        {
            int value = 3;
            Assert.AreEqual(3, Interlocked.Exchange(ref value, 4));
            Assert.AreEqual(4, value);
        }

        [TestMethod]
        public void CompareExchange_OfAnotherValue_ChangesNothing()
        {
            int value = 3;
            Assert.AreEqual(3, Interlocked.CompareExchange(ref value, 9, 5));
            Assert.AreEqual(3, value);
            Assert.AreEqual(3, Interlocked.CompareExchange(ref value, 9, 3));
            Assert.AreEqual(9, value);
        }

        [TestMethod]
        public void Finally_AfterAnException_Runs()
        {
            int ran = 0;
            try
            {
                try
                {
                    throw new InvalidOperationException("here");
                }
                finally
                {
                    ran++;
                }
            }
            catch (InvalidOperationException e)
            {
                Assert.AreEqual("here", e.Message);
                ran++;
            }

            Assert.AreEqual(2, ran);
        }

        [TestMethod]
        public void EventHandler_TakenOff_IsNotCalled()
        {
            int calls = 0;
            EventHandler handler = (sender, e) => calls++;
            EventHandler all = null;
            all += handler;
            all(null, EventArgs.Empty);
            all -= handler;
            Assert.IsNull(all);
            Assert.AreEqual(1, calls);
        }
    }
}
