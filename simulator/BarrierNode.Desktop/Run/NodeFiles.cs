using System.Text.Json;
using BarrierNode.Control;
using BarrierNode.Hub;
using BarrierNode.Mqtt;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Run;

/// <summary>The files that commissioning puts into a node's flash: who it is, whom it trusts, what stands in its street.</summary>
public static class NodeFiles
{
    /// <summary>Writes the files. What the node wrote itself (journal, memory) stays as it is.</summary>
    /// <param name="folder">Folder that is, or will be copied to, the node's flash.</param>
    /// <param name="site">The site.</param>
    /// <param name="credentials">The node's credentials.</param>
    /// <param name="host">Host of the broker, as its certificate names it.</param>
    /// <param name="port">Port of the broker.</param>
    /// <param name="authority">Certificate of the broker's authority, DER.</param>
    public static void Write(string folder, SiteModel site, NodeCredentials credentials, string host, int port, byte[] authority)
    {
        SiteTable table = SiteCompiler.Compile(site);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["city"] = site.City,
            ["site"] = site.Site,
            ["node"] = site.Node,
            ["network"] = site.Board.HasEthernet ? "ethernet" : "wifi",
            ["broker"] = host,
            ["port"] = port,
            ["user"] = credentials.User,
            ["password"] = credentials.Password,
            ["commandKey"] = credentials.CommandKey,
            ["configKey"] = credentials.ConfigKey,
        });
        PrivateFiles.CreateFolder(folder);
        PrivateFiles.Write(Path.Combine(folder, "node.json"), json);
        PrivateFiles.Write(Path.Combine(folder, "ca.der"), authority);
        PrivateFiles.Write(Path.Combine(folder, "site.bin"), SiteTableWriter.Write(table, credentials.ConfigKeyBytes()));
    }

    /// <summary>Address of the node of a site.</summary>
    /// <param name="site">The site.</param>
    public static NodeAddress AddressOf(SiteModel site) => new(site.City, site.Site, site.Node);
}
