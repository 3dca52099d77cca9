using System.Text;

namespace BarrierNode.Control.Tests;

[TestClass]
public class FlatJsonTests
{
    private static FlatJson? Read(string json) => FlatJson.Read(Encoding.UTF8.GetBytes(json));

    [TestMethod]
    public void Read_FlatObject_GivesItsFields()
    {
        FlatJson json = Read(""" { "a" : "x\"\\\/\n\u00e9é€😀" , "b":-12, "c":true,"d":null,"e":0 } """)!;
        Assert.AreEqual("x\"\\/\néé€😀", json.Text("a"));
        Assert.AreEqual(-12, json.Number("b", 1));
        Assert.AreEqual(0, json.Number("e", 1));
        Assert.IsNull(json.Text("b"), "a number is no text");
        Assert.AreEqual(7, json.Number("a", 7), "a text is no number");
        Assert.AreEqual(7, json.Number("c", 7));
        Assert.IsNull(json.Text("d"));
        Assert.IsNull(json.Text("missing"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{")]
    [DataRow("{}x")]
    [DataRow("{\"a\":1,}")]
    [DataRow("{\"a\":1 \"b\":2}")]
    [DataRow("{\"a\":1,\"a\":2}", DisplayName = "a key twice")]
    [DataRow("{\"a\":{}}", DisplayName = "an object inside")]
    [DataRow("{\"a\":[1]}", DisplayName = "an array inside")]
    [DataRow("{\"a\":1.5}")]
    [DataRow("{\"a\":1e3}")]
    [DataRow("{\"a\":01}")]
    [DataRow("{\"a\":-}")]
    [DataRow("{\"a\":1234567890123456789}", DisplayName = "a number of 19 digits")]
    [DataRow("{\"a\":\"\\x\"}")]
    [DataRow("{\"a\":\"\\u12g4\"}")]
    [DataRow("{\"a\":\"line\nbreak\"}")]
    [DataRow("{'a':1}")]
    [DataRow("{\"a\":tru}")]
    [DataRow("{\"a\"}")]
    [DataRow("{\"a\":\"open")]
    public void Read_AnythingElse_IsNull(string json) => Assert.IsNull(Read(json));

    [TestMethod]
    [DataRow(new byte[] { 0xFF }, DisplayName = "no first byte")]
    [DataRow(new byte[] { 0xC3 }, DisplayName = "cut off")]
    [DataRow(new byte[] { 0xC0, 0xAF }, DisplayName = "overlong")]
    [DataRow(new byte[] { 0xED, 0xA0, 0x80 }, DisplayName = "surrogate")]
    [DataRow(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, DisplayName = "above U+10FFFF")]
    [DataRow(new byte[] { 0x80 }, DisplayName = "continuation alone")]
    public void Read_NotUtf8_IsNull(byte[] bad) =>
        Assert.IsNull(FlatJson.Read([.. "{\"a\":\""u8, .. bad, .. "\"}"u8]));

    [TestMethod]
    public void Read_RandomBytes_NeverThrows()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        byte[] good = """{"aud":"a/b/c","beat":12,"id":"0f","ok":true,"x":"é"}"""u8.ToArray();
        for (int i = 0; i < 200_000; i++)
        {
            byte[] bytes = (byte[])good.Clone();
            for (int k = random.Next(4); k >= 0; k--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            FlatJson.Read(bytes[..random.Next(bytes.Length + 1)]);
        }
    }
}
