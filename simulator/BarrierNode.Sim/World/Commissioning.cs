using System.Text.Json;
using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>What commissioning puts into the flash of a simulated node: who it is, and what stands in its street. Its keys come from the seed.</summary>
internal static class Commissioning
{
    public const string NodeFile = "node.json";
    public const string SiteFile = "site.bin";

    private const int KeyLength = 32;

    /// <summary>Writes the files.</summary>
    /// <returns>The command key of the node.</returns>
    public static byte[] Write(SimFlash flash, SiteModel site, SiteTable table, SimRandom random)
    {
        byte[] commandKey = random.Bytes(KeyLength);
        byte[] configKey = random.Bytes(KeyLength);
        flash.Put(NodeFile, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["city"] = site.City,
            ["site"] = site.Site,
            ["node"] = site.Node,
            ["network"] = site.Board.HasEthernet ? "ethernet" : "wifi",
            ["broker"] = "broker",
            ["port"] = 8883,
            ["user"] = $"{site.City}-{site.Site}-{site.Node}",
            ["password"] = Base64Url.Encode(random.Bytes(KeyLength)),
            ["commandKey"] = Base64Url.Encode(commandKey),
            ["configKey"] = Base64Url.Encode(configKey),
        }));
        flash.Put(SiteFile, SiteTableWriter.Write(table, configKey));
        return commandKey;
    }

    /// <summary>Writes another site table.</summary>
    /// <param name="flash">The flash.</param>
    /// <param name="site">The site of the node.</param>
    /// <param name="change">What is wrong with the table.</param>
    public static void Write(SimFlash flash, SiteModel site, TableChange change)
    {
        byte[] key = NodeConfig.Read(flash).ConfigKey;
        SiteModel written = change == TableChange.OfAnotherNode ? site with { Node = site.Node + "x" } : site;
        flash.Put(SiteFile, SiteTableWriter.Write(SiteCompiler.Compile(written), change == TableChange.WithAnotherKey ? [.. key.Reverse()] : key));
    }
}
