using System.Security.Cryptography.X509Certificates;
using BarrierNode.Mqtt;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class CertificateAuthorityTests
{
    [TestMethod]
    public void Open_TheSecondTime_KeepsEverything()
    {
        using TestFolder folder = new();
        string first = Contents(CertificateAuthority.Open(folder.Path));

        Assert.AreEqual(first, Contents(CertificateAuthority.Open(folder.Path)));
    }

    [TestMethod]
    public void Open_MakesAuthorityForTenYearsAndServerForTwo()
    {
        using TestFolder folder = new();
        CertificateAuthority authority = CertificateAuthority.Open(folder.Path);
        using X509Certificate2 ca = X509CertificateLoader.LoadCertificateFromFile(authority.CaFile);
        using X509Certificate2 server = X509CertificateLoader.LoadCertificateFromFile(authority.ServerCertificateFile);

        CollectionAssert.AreEqual(ca.RawData, authority.CaDer);
        Assert.AreEqual(0, (ca.NotAfter - DateTime.Now.AddYears(10)).TotalDays, 1);
        Assert.AreEqual(0, (server.NotAfter - DateTime.Now.AddYears(2)).TotalDays, 1);
        Assert.IsTrue(server.MatchesHostname("localhost"));
        Assert.IsTrue(server.MatchesHostname("127.0.0.1"));
        Assert.IsTrue(server.MatchesHostname("::1"));
        Assert.IsFalse(server.MatchesHostname("example.org"));
    }

    [TestMethod]
    [DataRow(690, true)]
    [DataRow(710, false)]
    public void Open_WhenTheServerCertificateIsWithinThirtyDaysOfItsEnd_RenewsItAlone(int daysLater, bool kept)
    {
        using TestFolder folder = new();
        CertificateAuthority authority = CertificateAuthority.Open(folder.Path);
        string ca = File.ReadAllText(authority.CaFile);
        string server = File.ReadAllText(authority.ServerCertificateFile);

        CertificateAuthority.Open(folder.Path, new LaterClock(TimeSpan.FromDays(daysLater)));

        Assert.AreEqual(kept, server == File.ReadAllText(authority.ServerCertificateFile));
        Assert.AreEqual(ca, File.ReadAllText(authority.CaFile));
    }

    [TestMethod]
    public void Open_WhenTheAuthorityNearsItsEnd_MakesEverythingNew()
    {
        using TestFolder folder = new();
        CertificateAuthority authority = CertificateAuthority.Open(folder.Path);
        string ca = File.ReadAllText(authority.CaFile);
        string server = File.ReadAllText(authority.ServerCertificateFile);

        CertificateAuthority.Open(folder.Path, new LaterClock(TimeSpan.FromDays(3640)));

        Assert.AreNotEqual(ca, File.ReadAllText(authority.CaFile));
        Assert.AreNotEqual(server, File.ReadAllText(authority.ServerCertificateFile));
    }

    [TestMethod]
    public void Open_InTheYearBeforeTheAuthorityEnds_ServerDoesNotOutliveIt()
    {
        using TestFolder folder = new();
        CertificateAuthority authority = CertificateAuthority.Open(folder.Path);
        using X509Certificate2 ca = X509CertificateLoader.LoadCertificateFromFile(authority.CaFile);

        CertificateAuthority.Open(folder.Path, new LaterClock(TimeSpan.FromDays(3400)));

        using X509Certificate2 server = X509CertificateLoader.LoadCertificateFromFile(authority.ServerCertificateFile);
        Assert.AreEqual(ca.NotAfter, server.NotAfter);
    }

    [TestMethod]
    public void Open_WithAServerCertificateOfAnotherAuthority_MakesANewOne()
    {
        using TestFolder folder = new();
        using TestFolder otherFolder = new();
        CertificateAuthority authority = CertificateAuthority.Open(folder.Path);
        CertificateAuthority other = CertificateAuthority.Open(otherFolder.Path);
        File.Copy(other.ServerCertificateFile, authority.ServerCertificateFile, overwrite: true);
        File.Copy(other.ServerKeyFile, authority.ServerKeyFile, overwrite: true);
        string foreign = File.ReadAllText(authority.ServerCertificateFile);

        CertificateAuthority.Open(folder.Path);

        Assert.AreNotEqual(foreign, File.ReadAllText(authority.ServerCertificateFile));
    }

    private static string Contents(CertificateAuthority authority) =>
        File.ReadAllText(authority.CaFile) + File.ReadAllText(authority.ServerCertificateFile) + File.ReadAllText(authority.ServerKeyFile);

    private sealed class LaterClock(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }
}
