using System;
using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class Base64UrlTests
    {
        [TestMethod]
        [DataRow("f", "Zg")]
        [DataRow("fo", "Zm8")]
        [DataRow("foo", "Zm9v")]
        [DataRow("foob", "Zm9vYg")]
        [DataRow("fooba", "Zm9vYmE")]
        [DataRow("foobar", "Zm9vYmFy")]
        public void Encode_TheStandardsTexts_GivesTheirForm(string plain, string encoded)
        {
            Assert.AreEqual(encoded, Base64Url.Encode(Bytes.Of(plain)));
            Assert.AreEqual(plain, Bytes.Text(Decode(encoded)));
        }

        [TestMethod]
        public void Encode_AllBits_UsesTheUrlAlphabet()
        {
            Assert.AreEqual("-_-_", Base64Url.Encode(new byte[] { 0xFB, 0xFF, 0xBF }));
            CollectionAssert.AreEqual(new byte[] { 0xFB, 0xFF, 0xBF }, Decode("-_-_"));
        }

        [TestMethod]
        public void Decode_EveryByteEncoded_GivesItBack()
        {
            byte[] all = Bytes.Counting(256);
            CollectionAssert.AreEqual(all, Decode(Base64Url.Encode(all)));
        }

        [TestMethod]
        public void Encode_IntoAnArray_GivesTheSameTextAndNothingBeside()
        {
            byte[] all = Bytes.Counting(256);
            for (int count = 0; count <= all.Length; count++)
            {
                byte[] part = new byte[count];
                Array.Copy(all, 256 - count, part, 0, count);
                int length = Base64Url.LengthOf(count);
                byte[] text = new byte[length + 2];
                Assert.AreEqual(length + 1, Base64Url.Encode(part, count, text, 1));
                Assert.AreEqual(0, (int)text[0]);
                Assert.AreEqual(0, (int)text[length + 1]);
                Assert.AreEqual(Base64Url.Encode(part), Bytes.Text(text).Substring(1, length));
            }
        }

        [TestMethod]
        public void Decode_BitsThatBelongToNoByte_AreRefused()
        {
            Assert.IsNotNull(Decode("Zg"));
            Assert.IsNull(Decode("Zh"));
            Assert.IsNull(Decode("Zm9"));
        }

        [TestMethod]
        [DataRow("")]
        [DataRow("Zg==")]
        [DataRow("Zm9vY")]
        [DataRow("Zm+v")]
        [DataRow("Zm/v")]
        [DataRow("Zm v")]
        public void IsText_AnythingElse_IsFalse(string text)
        {
            Assert.IsFalse(Base64Url.IsText(Bytes.Of(text), 0, text.Length));
        }

        private static byte[] Decode(string text)
        {
            byte[] bytes = Bytes.Of(text);
            Assert.IsTrue(Base64Url.IsText(bytes, 0, bytes.Length));
            return Base64Url.Decode(bytes, 0, bytes.Length);
        }
    }
}
