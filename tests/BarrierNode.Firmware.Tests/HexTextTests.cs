using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class HexTextTests
    {
        [TestMethod]
        [DataRow(0, "00000000")]
        [DataRow(0x1234ABCD, "1234abcd")]
        [DataRow(-1, "ffffffff")]
        [DataRow(int.MinValue, "80000000")]
        public void Of_ANumber_HasEightDigits(int value, string text)
        {
            Assert.AreEqual(text, HexText.Of(value));
        }
    }
}
