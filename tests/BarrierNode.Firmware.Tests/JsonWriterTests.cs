using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class JsonWriterTests
    {
        [TestMethod]
        public void End_FieldsAndArrays_IsCompactJson()
        {
            JsonWriter json = new JsonWriter(200);
            json.Begin();
            json.Text("a", "x");
            json.Number("n", long.MinValue);
            json.Flag("f", true);
            json.BeginArray("e");
            json.EndArray();
            json.BeginArray("l");
            json.Item("1");
            json.Item("2");
            json.EndArray();
            json.Flag("g", false);
            Assert.AreEqual(
                "{\"a\":\"x\",\"n\":-9223372036854775808,\"f\":true,\"e\":[],\"l\":[\"1\",\"2\"],\"g\":false}", Bytes.Text(json.End()));
            Assert.IsFalse(json.Overflowed);
        }

        [TestMethod]
        public void End_NoRoom_LeavesTheFieldOutAndTells()
        {
            JsonWriter json = new JsonWriter(16);
            json.Begin();
            json.Text("long", "0123456789");
            json.Number("n", 1);
            Assert.AreEqual("{\"n\":1}", Bytes.Text(json.End()));
            Assert.IsTrue(json.Overflowed);
        }

        [TestMethod]
        public void Text_WhatWouldNeedEscapes_BecomesQuestionMarks()
        {
            JsonWriter json = new JsonWriter(40);
            json.Begin();
            json.Text("a", "1\"2\\3\n4\u00e95");
            Assert.AreEqual("{\"a\":\"1?2?3?4?5\"}", Bytes.Text(json.End()));
        }
    }
}
