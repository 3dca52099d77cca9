using System.Text;

namespace BarrierNode.Interlock.Tests;

[TestClass]
public class InterlockVersionTests
{
    [TestMethod]
    public void SourceHash_OfTheSourcesOnDisk_IsTheOneThatNodesPublish()
    {
        string folder = Repository.File("firmware/BarrierNode.Interlock");
        string[] sources = [.. Directory.GetFiles(folder, "*.cs").Where(f => !f.EndsWith("InterlockVersion.cs", StringComparison.Ordinal))];
        Array.Sort(sources, StringComparer.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(sources.Select(s => File.ReadAllText(s).ReplaceLineEndings("\n"))));
        int hash = Crc(bytes);
        Assert.AreEqual(
            InterlockVersion.SourceHash, hash, $"the interlock has changed: review it, then set SourceHash to unchecked((int)0x{hash:x8})");
    }

    private static int Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return (int)~crc;
    }
}
