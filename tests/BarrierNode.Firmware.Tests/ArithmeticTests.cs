using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    /// <summary>
    /// Integer arithmetic that the firmware relies on, done by the interpreter that runs it. Variables keep the compiler from doing it.
    /// </summary>
    [TestClass]
    public class ArithmeticTests
    {
        [TestMethod]
        public void Long_ShiftedLeftByEachCount_HasThatBitAlone()
        {
            long one = 1;
            long power = 1;
            for (int bit = 0; bit < 64; bit++)
            {
                Assert.AreEqual(power, one << bit);
                power += power;
            }
        }

        [TestMethod]
        public void Long_TopBit_IsTheSign()
        {
            long one = 1;
            int bit = 63;
            Assert.AreEqual(long.MinValue, one << bit);
            Assert.IsTrue(one << bit < 0);
        }

        [TestMethod]
        public void Long_NegativeShiftedRight_KeepsItsSign()
        {
            long value = long.MinValue;
            int most = 63;
            Assert.AreEqual(-1L, value >> most);
            Assert.AreEqual(-2L, value >> (most - 1));
        }

        [TestMethod]
        public void Ulong_ShiftedRight_FillsWithZeros()
        {
            ulong value = ulong.MaxValue;
            int most = 63;
            Assert.AreEqual(1UL, value >> most);
        }

        [TestMethod]
        public void Int_NegativeShiftedRight_KeepsItsSign()
        {
            int value = int.MinValue;
            int most = 31;
            Assert.AreEqual(-1, value >> most);
            Assert.AreEqual(-128, value >> 24);
        }

        [TestMethod]
        public void Uint_ShiftedRight_FillsWithZeros()
        {
            uint value = 0xFFFFFFFF;
            int most = 31;
            Assert.AreEqual(1U, value >> most);
        }

        [TestMethod]
        public void Int_ShiftCountOf32_IsNoShift()
        {
            int value = 5;
            int count = 32;
            Assert.AreEqual(5, value << count);
            Assert.AreEqual(10, value << (count + 1));
        }

        [TestMethod]
        public void Int_NegativeAsLong_IsExtendedBySign()
        {
            int value = -2;
            long wide = value;
            Assert.AreEqual(-2L, wide);
        }

        [TestMethod]
        public void Int_NegativeMaskedToLong_IsNot()
        {
            int value = -2;
            Assert.AreEqual(4294967294L, value & 0xFFFFFFFFL);
        }

        [TestMethod]
        public void Long_FromTwoInts_IsPutTogetherAndTakenApart()
        {
            int low = unchecked((int)0x89ABCDEF);
            int high = 0x01234567;
            long whole = (low & 0xFFFFFFFFL) | ((long)high << 32);
            Assert.AreEqual(0x0123456789ABCDEFL, whole);
            Assert.AreEqual(low, (int)whole);
            Assert.AreEqual(high, (int)(whole >> 32));
        }

        [TestMethod]
        public void Long_BitsOfAMask_CanBeClearedAndCounted()
        {
            long mask = -1;
            int count = 0;
            while (mask != 0)
            {
                mask &= mask - 1;
                count++;
            }

            Assert.AreEqual(64, count);
        }

        [TestMethod]
        public void Long_LowestBit_IsIsolated()
        {
            long mask = 1L << 40 | 1L << 50;
            Assert.AreEqual(1L << 40, mask & -mask);
        }

        [TestMethod]
        public void Int_BeyondItsEnd_WrapsAround()
        {
            int value = int.MaxValue;
            value++;
            Assert.AreEqual(int.MinValue, value);
        }

        [TestMethod]
        public void Int_DifferenceAcrossTheWrap_IsRight()
        {
            int before = int.MaxValue - 1;
            int after = before + 5;
            Assert.AreEqual(5, after - before);
        }

        [TestMethod]
        public void Long_BeyondItsEnd_WrapsAround()
        {
            long value = long.MaxValue;
            value++;
            Assert.AreEqual(long.MinValue, value);
        }

        [TestMethod]
        public void Uint_BelowZero_WrapsAround()
        {
            uint value = 0;
            value--;
            Assert.AreEqual(0xFFFFFFFFU, value);
        }

        [TestMethod]
        public void Uint_ComparedWithTheTopBit_IsTheLarger()
        {
            uint large = 0x80000000;
            uint small = 1;
            Assert.IsTrue(large > small);
        }

        [TestMethod]
        public void Int_NegativeAsUint_IsBeyondEveryIndex()
        {
            int index = -1;
            int length = 16;
            Assert.IsFalse((uint)index < (uint)length);
            index = 15;
            Assert.IsTrue((uint)index < (uint)length);
        }

        [TestMethod]
        public void Int_CastToByte_KeepsTheLowBits()
        {
            int value = 0x1FE;
            Assert.AreEqual(0xFE, (int)(byte)value);
            value = -1;
            Assert.AreEqual(0xFF, (int)(byte)value);
        }

        [TestMethod]
        public void Byte_Shifted_IsAnInt()
        {
            byte value = 0xFF;
            Assert.AreEqual(-16777216, value << 24);
        }

        [TestMethod]
        public void Byte_Exceeded_WrapsAround()
        {
            byte value = 255;
            value++;
            Assert.AreEqual(0, (int)value);
        }

        [TestMethod]
        public void Int_Divided_RoundsTowardsZero()
        {
            int value = -7;
            int by = 2;
            Assert.AreEqual(-3, value / by);
            Assert.AreEqual(-1, value % by);
        }

        [TestMethod]
        public void Long_MicrosecondsOfAYear_AreDividedExactly()
        {
            long yearUs = 365L * 24 * 3600 * 1000000;
            long milli = 1000;
            Assert.AreEqual(31536000000L, yearUs / milli);
            Assert.AreEqual(0L, yearUs % milli);
        }

        [TestMethod]
        public void Long_ProductOfTwoInts_IsWideWhenOneIsWidened()
        {
            int a = 100000;
            int b = 100000;
            Assert.AreEqual(10000000000L, (long)a * b);
            Assert.AreEqual(1410065408, a * b);
        }

        [TestMethod]
        public void Bool_ExclusiveOr_IsInequality()
        {
            bool on = true;
            bool off = false;
            Assert.IsTrue(on ^ off);
            Assert.IsFalse(on ^ on);
            Assert.IsFalse(off ^ off);
        }
    }
}
