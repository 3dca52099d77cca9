using System.Text;
using System.Text.Json;

namespace BarrierNode.Control.Tests;

[TestClass]
public class JsonWriterTests
{
    [TestMethod]
    public void End_FieldsAndArrays_IsCompactJson()
    {
        var json = new JsonWriter(200);
        json.Begin();
        json.Text("a", "x");
        json.Number("n", -5);
        json.Flag("f", true);
        json.BeginArray("e");
        json.EndArray();
        json.BeginArray("l");
        json.Item("1");
        json.Item("2");
        json.EndArray();
        json.Flag("g", false);
        Assert.AreEqual("""{"a":"x","n":-5,"f":true,"e":[],"l":["1","2"],"g":false}""", Encoding.UTF8.GetString(json.End()));
        Assert.IsFalse(json.Overflowed);
    }

    [TestMethod]
    public void End_AnyCapacity_IsWellFormedAndFits()
    {
        for (int capacity = 3; capacity < 120; capacity++)
        {
            var json = new JsonWriter(capacity);
            json.Begin();
            json.Text("name", "a\"b\\c\u0001é");
            json.BeginArray("list");
            for (int i = 0; i < 5; i++)
            {
                json.Item("item" + i);
            }

            json.EndArray();
            json.Number("number", long.MinValue);
            json.Flag("flag", false);
            byte[] message = json.End();
            Assert.IsLessThanOrEqualTo(capacity, message.Length);
            using JsonDocument document = JsonDocument.Parse(message);
            Assert.IsTrue(json.Overflowed || document.RootElement.EnumerateObject().Count() == 4, "what is left out is told");
            Assert.IsFalse(capacity > 112 && json.Overflowed, "what fits is there");
        }
    }
}
