using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BarrierNode.Mqtt;

/// <summary>
/// A certificate authority of this installation alone, and the broker's certificate that it signed. Made on first use, kept in a folder,
/// renewed when less than 30 days are left. ECDSA on P-256 with SHA-256: small, and within what the chip's TLS library (mbedTLS, TLS 1.2)
/// verifies.
/// </summary>
public sealed class CertificateAuthority
{
    private const int AuthorityYears = 10;
    private const int ServerYears = 2;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    private readonly string _folder;
    private readonly DateTimeOffset _now;

    private CertificateAuthority(string folder, DateTimeOffset now)
    {
        _folder = folder;
        _now = now;
        CaDer = [];
    }

    /// <summary>PEM file with the authority's certificate, for desktop clients.</summary>
    public string CaFile => Path.Combine(_folder, "ca.pem");

    /// <summary>The authority's certificate in DER, for the chip.</summary>
    public byte[] CaDer { get; private set; }

    /// <summary>PEM file with the broker's certificate, for localhost, 127.0.0.1 and ::1.</summary>
    public string ServerCertificateFile => Path.Combine(_folder, "server.pem");

    /// <summary>PEM file with the broker's private key, readable by its owner alone.</summary>
    public string ServerKeyFile => Path.Combine(_folder, "server-key.pem");

    private string CaKeyFile => Path.Combine(_folder, "ca-key.pem");

    /// <summary>Opens the authority of a folder and makes or renews what is missing or about to end.</summary>
    /// <param name="folder">Folder, created when it does not exist.</param>
    /// <param name="clock">The clock to judge validity by; null for the system's.</param>
    /// <returns>The authority with a valid server certificate.</returns>
    /// <exception cref="BrokerException">A file is broken or the folder cannot be written.</exception>
    public static CertificateAuthority Open(string folder, TimeProvider? clock = null)
    {
        CertificateAuthority authority = new(folder, (clock ?? TimeProvider.System).GetUtcNow());
        try
        {
            PrivateFiles.CreateFolder(folder);
            using X509Certificate2 ca = authority.OpenAuthority();
            authority.CaDer = ca.RawData;
            authority.OpenServer(ca);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BrokerException(
                $"{folder}: the certificates cannot be kept there ({exception.Message}). Choose a folder that you may write.");
        }
        return authority;
    }

    private X509Certificate2 OpenAuthority()
    {
        X509Certificate2? kept = Load(CaFile, CaKeyFile);
        return kept != null && kept.NotAfter.ToUniversalTime() - _now.UtcDateTime > RenewBefore ? kept : MakeAuthority();
    }

    private void OpenServer(X509Certificate2 ca)
    {
        using X509Certificate2? kept = Load(ServerCertificateFile, ServerKeyFile);
        bool good = kept != null
            && kept.NotAfter.ToUniversalTime() - _now.UtcDateTime > RenewBefore
            && IsSignedBy(kept, ca);
        if (!good)
        {
            MakeServer(ca);
        }
    }

    private bool IsSignedBy(X509Certificate2 server, X509Certificate2 ca)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(ca);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _now.LocalDateTime;
        return chain.Build(server);
    }

    private static X509Certificate2? Load(string certificateFile, string keyFile)
    {
        if (!File.Exists(certificateFile) && !File.Exists(keyFile))
        {
            return null;
        }
        try
        {
            return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or FileNotFoundException)
        {
            throw new BrokerException(
                $"{certificateFile}: not a PEM certificate with its key in {Path.GetFileName(keyFile)} ({exception.Message}). " +
                "Delete both files to have new ones made.");
        }
    }

    private X509Certificate2 MakeAuthority()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=BarrierNode local authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        X509Certificate2 ca = request.CreateSelfSigned(_now.AddDays(-1), _now.AddYears(AuthorityYears));
        PrivateFiles.Write(CaKeyFile, key.ExportPkcs8PrivateKeyPem());
        PrivateFiles.Write(CaFile, ca.ExportCertificatePem());
        return ca;
    }

    private void MakeServer(X509Certificate2 ca)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(ca, true, false));
        DateTimeOffset end = _now.AddYears(ServerYears);
        DateTimeOffset authorityEnd = ca.NotAfter;
        using X509Certificate2 server = request.Create(ca, _now.AddDays(-1), end < authorityEnd ? end : authorityEnd, SerialNumber());
        PrivateFiles.Write(ServerKeyFile, key.ExportPkcs8PrivateKeyPem());
        PrivateFiles.Write(ServerCertificateFile, server.ExportCertificatePem());
    }

    private static byte[] SerialNumber()
    {
        byte[] serial = RandomNumberGenerator.GetBytes(16);

        // Positive and without a leading zero, as RFC 5280 asks.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
