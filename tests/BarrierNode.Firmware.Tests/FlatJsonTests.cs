using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class FlatJsonTests
    {
        [TestMethod]
        public void Read_FlatObject_GivesItsFields()
        {
            FlatJson json = Read(" { \"a\" : \"x\\\"\\\\\\/\\n\\u0041\" , \"b\":-12, \"c\":true,\"d\":null,\"e\":0 } ");
            Assert.IsNotNull(json);
            Assert.AreEqual("x\"\\/\nA", json.Text("a"));
            Assert.AreEqual(-12L, json.Number("b", 1));
            Assert.AreEqual(0L, json.Number("e", 1));
            Assert.AreEqual(7L, json.Number("a", 7), "a text is no number");
            Assert.IsNull(json.Text("b"), "a number is no text");
            Assert.IsNull(json.Text("missing"));
        }

        [TestMethod]
        public void Read_NumberOf18Digits_IsExact()
        {
            Assert.AreEqual(-999999999999999999L, Read("{\"n\":-999999999999999999}").Number("n", 0));
        }

        [TestMethod]
        public void Read_Utf8_IsDecoded()
        {
            byte[] json = Bytes.Of("{\"a\":\"....\"}");
            json[6] = 0xC3;
            json[7] = 0xA9;
            string text = FlatJson.Read(json).Text("a");
            Assert.AreEqual(3, text.Length);
            Assert.AreEqual(0xE9, (int)text[0]);
        }

        [TestMethod]
        [DataRow("")]
        [DataRow("null")]
        [DataRow("[]")]
        [DataRow("{")]
        [DataRow("{}x")]
        [DataRow("{\"a\":1,}")]
        [DataRow("{\"a\":1 \"b\":2}")]
        [DataRow("{\"a\":1,\"a\":2}")]
        [DataRow("{\"a\":{}}")]
        [DataRow("{\"a\":[1]}")]
        [DataRow("{\"a\":1.5}")]
        [DataRow("{\"a\":01}")]
        [DataRow("{\"a\":1234567890123456789}")]
        [DataRow("{\"a\":\"\\u12g4\"}")]
        [DataRow("{\"a\":\"open")]
        public void Read_AnythingElse_IsNull(string json)
        {
            Assert.IsNull(Read(json));
        }

        private static FlatJson Read(string json)
        {
            return FlatJson.Read(Bytes.Of(json));
        }
    }
}
