using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class Utf8Tests
    {
        [TestMethod]
        public void IsValid_CharactersOfEachLength_IsTrue()
        {
            Assert.IsTrue(Utf8.IsValid(new byte[0]));
            Assert.IsTrue(Utf8.IsValid(new byte[] { 0x00, 0x7F }));
            Assert.IsTrue(Utf8.IsValid(new byte[] { 0xC2, 0x80, 0xDF, 0xBF }));
            Assert.IsTrue(Utf8.IsValid(new byte[] { 0xE0, 0xA0, 0x80, 0xEF, 0xBF, 0xBF }));
            Assert.IsTrue(Utf8.IsValid(new byte[] { 0xF0, 0x90, 0x80, 0x80, 0xF4, 0x8F, 0xBF, 0xBF }));
        }

        [TestMethod]
        public void IsValid_AnythingElse_IsFalse()
        {
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0x80 }), "continuation alone");
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0xC3 }), "cut off");
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0xC3, 0x41 }), "no continuation");
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0xC0, 0xAF }), "two bytes for one");
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0xE0, 0x9F, 0xBF }), "three bytes for two");
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0xF0, 0x8F, 0xBF, 0xBF }), "four bytes for three");
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0xED, 0xA0, 0x80 }), "surrogate");
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0xF4, 0x90, 0x80, 0x80 }), "above U+10FFFF");
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0xF8, 0x88, 0x80, 0x80, 0x80 }), "five bytes");
            Assert.IsFalse(Utf8.IsValid(new byte[] { 0xFF }), "no first byte");
        }

        [TestMethod]
        public void Decode_FourBytes_GivesTwoChars()
        {
            byte[] bytes = new byte[] { 0xF0, 0x9F, 0x98, 0x80 };
            char[] chars = new char[2];
            int at = 1;
            int length = Utf8.Decode(bytes, ref at, bytes[0], chars, 0);
            Assert.AreEqual(2, length);
            Assert.AreEqual(4, at);
            Assert.AreEqual(0xD83D, (int)chars[0]);
            Assert.AreEqual(0xDE00, (int)chars[1]);
        }
    }
}
