using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BarrierNode.Mqtt;

namespace BarrierNode.Desktop.Run;

/// <summary>
/// What a broker that is not ours has to know, and what we have to know of it. Its password and access files are written for its keeper; the
/// certificate of its authority must be put beside them.
/// </summary>
public sealed class ExternalBroker
{
    private ExternalBroker(string caFile, byte[] caDer)
    {
        CaFile = caFile;
        CaDer = caDer;
    }

    /// <summary>Certificate of its authority, PEM file.</summary>
    public string CaFile { get; }

    /// <summary>The same, DER.</summary>
    public byte[] CaDer { get; }

    /// <summary>Writes the files for the keeper of the broker and reads the certificate of its authority.</summary>
    /// <param name="stateFolder">The state folder.</param>
    /// <param name="clients">Who has to be let in.</param>
    /// <exception cref="RunException">The certificate is missing or cannot be read.</exception>
    public static ExternalBroker Prepare(string stateFolder, IReadOnlyList<BrokerClient> clients)
    {
        string folder = Path.Combine(stateFolder, "external");
        BrokerFiles.Write(folder, clients);
        string caFile = Path.Combine(folder, "ca.crt");
        try
        {
            using X509Certificate2 certificate = X509Certificate2.CreateFromPem(File.ReadAllText(caFile));
            return new ExternalBroker(caFile, certificate.RawData);
        }
        catch (Exception e) when (e is FileNotFoundException or CryptographicException)
        {
            throw new RunException(
                $"{caFile}: the certificate of the broker's authority is needed there, in PEM form. The broker must also know the users and "
                + $"permissions in {folder}/passwords and {folder}/acl (Mosquitto's password_file and acl_file).");
        }
    }
}
