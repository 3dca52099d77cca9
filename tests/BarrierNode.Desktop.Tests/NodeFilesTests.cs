using System.Text.Json.Nodes;
using BarrierNode.Control;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Run;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Tests;

[TestClass]
public sealed class NodeFilesTests
{
    private readonly TestFolder _folder = new();

    [TestCleanup]
    public void Cleanup() => _folder.Dispose();

    [TestMethod]
    public void NodeJson_Written_HasTheFieldsOfThePage()
    {
        JsonObject written = JsonNode.Parse(File.ReadAllBytes(Write("promenade")))!.AsObject();
        JsonObject page = JsonNode.Parse(Example())!.AsObject();
        CollectionAssert.AreEqual(page.Select(f => f.Key).ToArray(), written.Select(f => f.Key).ToArray());
        foreach (string same in new[] { "city", "site", "node", "network", "user", "commandKey", "configKey" })
        {
            Assert.AreEqual(page[same]!.GetValue<string>(), written[same]!.GetValue<string>());
        }
    }

    [TestMethod]
    [DataRow("promenade", "wifi")]
    [DataRow("minimal", "ethernet")]
    public void NodeJson_Network_IsThatOfTheBoard(string site, string network) =>
        Assert.AreEqual(network, JsonNode.Parse(File.ReadAllBytes(Write(site)))!["network"]!.GetValue<string>());

    [TestMethod]
    public void SiteBin_Written_IsReadByTheNodeAndByNoOther()
    {
        Write("promenade");
        byte[] table = File.ReadAllBytes(_folder["site.bin"]);
        Assert.AreEqual("promenade", SiteTableReader.Read(table, Own().ConfigKeyBytes(), "quai-1").Site);
        Assert.ThrowsExactly<SiteTableException>(() => SiteTableReader.Read(table, Own().CommandKeyBytes(), "quai-1"));
        Assert.ThrowsExactly<SiteTableException>(() => SiteTableReader.Read(table, Own().ConfigKeyBytes(), "quai-2"));
    }

    [TestMethod]
    public void Files_WithKeysInThem_AreForTheirOwnerOnly()
    {
        string file = Write("promenade");
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private string Write(string site)
    {
        SiteModel model = SiteFile.Load(Path.Combine(Path.GetDirectoryName(ProgramFiles.DefaultSite)!, site + ".yaml"), ProgramFiles.BoardsFolder);
        NodeFiles.Write(_folder.Path, model, Own(), "hub.example.org", 8883, [1, 2, 3]);
        return _folder["node.json"];
    }

    private static NodeCredentials Own() => new(
        "nice.promenade.quai-1", "…", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8");

    private static string Example()
    {
        string page = Repository.Text("docs/node-files.md");
        int at = page.IndexOf("```json node.json", StringComparison.Ordinal);
        at = page.IndexOf('\n', at);
        return page[at..page.IndexOf("```", at, StringComparison.Ordinal)];
    }
}
