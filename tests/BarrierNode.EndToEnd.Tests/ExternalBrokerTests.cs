using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Run;
using BarrierNode.Mqtt;
using BarrierNode.Site;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>docs/own-broker.md, step by step, with a Mosquitto that somebody else started.</summary>
[TestClass]
public class ExternalBrokerTests
{
    [TestMethod]
    public void OwnBroker_GivenTheFilesThatTheFirstStartWrote_CarriesTheStreet()
    {
        using TestFolder folder = new();
        SiteModel site = SiteFile.Load(Path.Combine(AppContext.BaseDirectory, "sites", "minimal.yaml"), ProgramFiles.BoardsFolder);
        int port = ProgramRun.FreePort();
        BrokerAddress address = new("localhost", port);

        RunException first = Assert.ThrowsExactly<RunException>(() => RunningStreet.Start(site, folder.Path, address).Dispose());
        Assert.Contains("ca.crt", first.Message);
        Assert.Contains("passwords", first.Message);

        string external = folder["external"];
        CertificateAuthority authority = CertificateAuthority.Open(folder["authority"]);
        File.Copy(authority.CaFile, Path.Combine(external, "ca.crt"));
        string configuration = folder["theirs.conf"];
        File.WriteAllText(configuration,
            $"""
            listener {port} 127.0.0.1
            certfile {authority.ServerCertificateFile}
            keyfile {authority.ServerKeyFile}
            set_tcp_nodelay true
            allow_anonymous false
            password_file {external}/passwords
            acl_file {external}/acl
            user {Environment.UserName}

            """);
        using ToolRun broker = ToolRun.Start(File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto", "-c", configuration);

        using RunningStreet street = RunningStreet.Start(site, folder.Path, address);
        Assert.IsNull(street.Broker);
        Wait.Until(() => street.View() is { Live: true }, "the node is live over the other broker", () => street.Link.WhyNotConnected ?? broker.Errors);
    }
}
