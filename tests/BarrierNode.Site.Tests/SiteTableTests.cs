using System.Security.Cryptography;
using BarrierNode.Control;

namespace BarrierNode.Site.Tests;

/// <summary>The binary site table: what is written is what is read, and nothing else is believed.</summary>
[TestClass]
public sealed class SiteTableTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow("promenade")]
    [DataRow("minimal")]
    [DataRow("two-channel")]
    public void Table_WrittenAndRead_IsEqualInEveryField(string name)
    {
        SiteTable table = SiteCompiler.Compile(SiteFiles.Site(name));

        byte[] bytes = SiteTableWriter.Write(table, Key);
        SiteTable read = SiteTableReader.Read(bytes, Key, table.Node);

        TestContext.WriteLine($"{name}: {bytes.Length} bytes");
        Assert.AreNotEqual(0, table.Hash);
        Assert.AreEqual(TableText.Dump(table), TableText.Dump(read));
        Assert.IsLessThanOrEqualTo(SiteTableReader.MaxLength, bytes.Length);
    }

    [TestMethod]
    public void Table_CompiledTwice_HasTheSameBytes()
    {
        CollectionAssert.AreEqual(Promenade(), Promenade());
    }

    [TestMethod]
    public void Table_ForAnotherNode_IsRejected()
    {
        var e = Assert.ThrowsExactly<SiteTableException>(() => SiteTableReader.Read(Promenade(), Key, "quai-2"));

        Assert.AreEqual("site table: is for node quai-1, this is quai-2", e.Message);
    }

    [TestMethod]
    public void Table_WithAnotherKey_IsRejected()
    {
        byte[] other = [.. Key];
        other[31] ^= 1;

        var e = Assert.ThrowsExactly<SiteTableException>(() => SiteTableReader.Read(Promenade(), other, "quai-1"));

        Assert.AreEqual("site table: was not made with this node's configuration key", e.Message);
    }

    [TestMethod]
    public void Table_WithAnyBitFlipped_IsRejectedWithASentence()
    {
        byte[] bytes = Promenade();
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertRejected(bytes, $"bit {bit}");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Table_CutAtAnyLength_IsRejectedWithASentence()
    {
        byte[] bytes = Promenade();
        for (int length = 0; length < bytes.Length; length++)
        {
            AssertRejected(bytes[..length], $"length {length}");
        }

        AssertRejected([.. bytes, 0], "one byte more");
    }

    [TestMethod]
    public void Table_CutOrPaddedAndSignedAgain_IsRejectedWithASentence()
    {
        byte[] body = Body();
        for (int length = 0; length < body.Length; length++)
        {
            AssertRejected(Sign(body[..length]), $"length {length}");
        }

        AssertRejected(Sign([.. body, 0]), "one byte more");
    }

    [TestMethod]
    public void Table_ChangedAtRandomAndSignedAgain_IsReadOrRejectedWithASentence()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        byte[] body = Body();
        int read = 0;
        for (int i = 0; i < 20000; i++)
        {
            byte[] changed = [.. body];
            for (int edits = 1 + random.Next(3); edits > 0; edits--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            try
            {
                SiteTable table = SiteTableReader.Read(Sign(changed), Key, "quai-1");
                Assert.IsNull(SiteTableCheck.Fault(table));
                read++;
            }
            catch (SiteTableException e)
            {
                Assert.StartsWith("site table: ", e.Message);
            }
            catch (Exception e) when (e is not AssertFailedException)
            {
                Assert.Fail($"seed {seed}, change {i}: {e}");
            }
        }

        TestContext.WriteLine($"{read} of 20000 changed tables are possible ones");
    }

    private static byte[] Promenade() => SiteTableWriter.Write(SiteCompiler.Compile(SiteFiles.Site("promenade")), Key);

    private static byte[] Body() => Promenade()[..^(SiteTableReader.TagLength + 4)];

    private static byte[] Sign(byte[] body)
    {
        byte[] signed = [.. body, .. BitConverter.GetBytes(Crc32.Of(body, 0, body.Length))];
        return [.. signed, .. HMACSHA256.HashData(Key, signed)];
    }

    private static void AssertRejected(byte[] bytes, string what)
    {
        try
        {
            SiteTableReader.Read(bytes, Key, "quai-1");
        }
        catch (SiteTableException e)
        {
            Assert.IsGreaterThan("site table: ".Length, e.Message.Length);
            return;
        }
        catch (Exception e)
        {
            Assert.Fail($"{what}: {e}");
        }

        Assert.Fail($"{what} was believed.");
    }
}
