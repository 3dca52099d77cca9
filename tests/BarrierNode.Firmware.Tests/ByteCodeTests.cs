using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class ByteCodeTests
    {
        [TestMethod]
        public void PutInt_ANumber_IsLittleEndian()
        {
            byte[] bytes = new byte[6];
            ByteCode.PutInt(bytes, 1, 0x04030201);
            CollectionAssert.AreEqual(new byte[] { 0, 1, 2, 3, 4, 0 }, bytes);
        }

        [TestMethod]
        [DataRow(0)]
        [DataRow(1)]
        [DataRow(-1)]
        [DataRow(int.MinValue)]
        [DataRow(int.MaxValue)]
        [DataRow(0x12F4A6C8)]
        public void Int_WhatWasPut_ComesBack(int value)
        {
            byte[] bytes = new byte[4];
            ByteCode.PutInt(bytes, 0, value);
            Assert.AreEqual(value, ByteCode.Int(bytes, 0));
        }

        [TestMethod]
        [DataRow(0L)]
        [DataRow(-1L)]
        [DataRow(0x80000000L)]
        [DataRow(-2147483648L)]
        [DataRow(0xFFFFFFFFL)]
        [DataRow(long.MinValue)]
        [DataRow(long.MaxValue)]
        [DataRow(0x0123456789ABCDEFL)]
        public void Long_WhatWasPut_ComesBack(long value)
        {
            byte[] bytes = new byte[9];
            ByteCode.PutLong(bytes, 1, value);
            Assert.AreEqual(value, ByteCode.Long(bytes, 1));
            Assert.AreEqual(0, (int)bytes[0]);
        }
    }
}
