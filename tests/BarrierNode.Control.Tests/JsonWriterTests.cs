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
        json.Bytes("b", [0xFB, 0xFF, 0xBF, 7], 3);
        Assert.AreEqual("""{"a":"x","n":-5,"f":true,"e":[],"l":["1","2"],"g":false,"b":"-_-_"}""", Encoding.UTF8.GetString(json.End()));
        Assert.IsFalse(json.Overflowed);
    }

    [TestMethod]
    public void Object_InAnArrayOfAnyCapacity_IsThereWholeOrNotAtAll()
    {
        for (int capacity = 20; capacity < 140; capacity++)
        {
            var json = new JsonWriter(capacity);
            json.Begin();
            json.BeginArray("list");
            for (int i = 0; i < 3; i++)
            {
                json.BeginObject();
                json.Text("name", "item" + i);
                json.Number("since", 100 + i);
                json.EndObject();
            }

            json.EndArray();
            json.Flag("end", true);
            byte[] message = json.End();
            Assert.IsLessThanOrEqualTo(capacity, message.Length);
            using JsonDocument document = JsonDocument.Parse(message);
            JsonElement[] items = [.. document.RootElement.GetProperty("list").EnumerateArray()];
            for (int i = 0; i < items.Length; i++)
            {
                Assert.AreEqual($$"""{"name":"item{{i}}","since":{{100 + i}}}""", items[i].GetRawText(), $"{capacity}");
            }

            Assert.AreEqual(items.Length < 3 || !document.RootElement.TryGetProperty("end", out _), json.Overflowed, $"{capacity}");
            Assert.IsFalse(capacity > 120 && json.Overflowed, "what fits is there");
        }
    }

    [TestMethod]
    public void End_AnyCapacity_IsWellFormedAndFits()
    {
        for (int capacity = 3; capacity < 140; capacity++)
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
            json.Bytes("bytes", [1, 2, 3, 4, 5], 5);
            byte[] message = json.End();
            Assert.IsLessThanOrEqualTo(capacity, message.Length);
            using JsonDocument document = JsonDocument.Parse(message);
            Assert.IsTrue(json.Overflowed || document.RootElement.EnumerateObject().Count() == 5, "what is left out is told");
            Assert.IsFalse(capacity > 131 && json.Overflowed, "what fits is there");
        }
    }
}
