using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class ConstantTimeTests
    {
        [TestMethod]
        public void Equal_SameBytes_IsTrue()
        {
            Assert.IsTrue(ConstantTime.Equal(new byte[] { 9, 1, 2 }, 1, new byte[] { 1, 2, 8 }, 0, 2));
        }

        [TestMethod]
        public void Equal_OneBitDiffers_IsFalse()
        {
            byte[] a = Bytes.Counting(32);
            byte[] b = Bytes.Counting(32);
            for (int i = 0; i < 32; i++)
            {
                b[i] ^= 0x80;
                Assert.IsFalse(ConstantTime.Equal(a, 0, b, 0, 32));
                b[i] ^= 0x80;
            }

            Assert.IsTrue(ConstantTime.Equal(a, 0, b, 0, 32));
        }

        [TestMethod]
        public void Equal_LongerThanAnArray_IsFalse()
        {
            byte[] bytes = new byte[4];
            Assert.IsFalse(ConstantTime.Equal(bytes, 0, bytes, 0, 5));
            Assert.IsFalse(ConstantTime.Equal(bytes, 1, bytes, 0, 4));
        }
    }
}
