using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class Crc32Tests
    {
        [TestMethod]
        public void Of_TheStandardsCheckText_IsItsCheckValue()
        {
            Assert.AreEqual(unchecked((int)0xCBF43926), Crc32.Of(Bytes.Of("123456789"), 0, 9));
        }

        [TestMethod]
        public void Of_Nothing_IsZero()
        {
            Assert.AreEqual(0, Crc32.Of(new byte[0], 0, 0));
        }

        [TestMethod]
        public void Of_APart_IgnoresTheRest()
        {
            Assert.AreEqual(unchecked((int)0xCBF43926), Crc32.Of(Bytes.Of("xx123456789yy"), 2, 9));
        }

        [TestMethod]
        public void Of_OneBitChanged_Differs()
        {
            byte[] bytes = Bytes.Counting(64);
            int before = Crc32.Of(bytes, 0, 64);
            for (int bit = 0; bit < 8; bit++)
            {
                bytes[40] ^= (byte)(1 << bit);
                Assert.AreNotEqual(before, Crc32.Of(bytes, 0, 64));
                bytes[40] ^= (byte)(1 << bit);
            }
        }
    }
}
