using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Run;
using BarrierNode.Mqtt;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.EndToEnd.Tests;

[TestClass]
[DoNotParallelize]
public class VirtualNodeTests
{
    [TestMethod]
    public void PowerOn_BeforeTheStreetsClockRuns_SeesTheContactsAsTheyAre()
    {
        using TestFolder folder = new();
        SiteModel site = SiteFile.Load(Path.Combine(AppContext.BaseDirectory, "sites", "minimal.yaml"), ProgramFiles.BoardsFolder);
        NodeCredentials own = Credentials.Open(folder.Path).Of(NodeFiles.AddressOf(site));
        byte[] authority = CertificateAuthority.Open(folder["broker"]).CaDer;
        NodeFiles.Write(folder["flash"], site, own, "localhost", ProgramRun.FreePort(), authority);
        StreetModel street = new(site);
        using VirtualNode node = new(site, street, folder["flash"]);
        Probe permission = new(node.Pins, [site.PermitPin]);

        node.PowerOn();

        // An emergency stop circuit that nobody has read yet would look open, and the node would latch it and give no pulse.
        Wait.Until(
            () =>
            {
                street.Step(1000);
                node.Exchange();
                return permission.Rises >= 3;
            },
            "the node gives its permission pulses");
    }
}
