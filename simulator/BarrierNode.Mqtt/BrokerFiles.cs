using System.Security.Cryptography;
using System.Text;

namespace BarrierNode.Mqtt;

/// <summary>The texts of Mosquitto's configuration, password and ACL files.</summary>
public static class BrokerFiles
{
    // Mosquitto's own format and number of rounds; the passwords here are random, so more rounds would add nothing.
    private const int HashRounds = 101;
    private const int SaltBytes = 12;
    private const int HashBytes = 64;

    /// <summary>Writes the files <c>passwords</c> and <c>acl</c> for the keeper of a broker that is not our child.</summary>
    /// <param name="folder">Folder for both; made when missing, for its owner only.</param>
    /// <param name="clients">Who may connect.</param>
    /// <exception cref="BrokerException">A user name, password or permission has the wrong form.</exception>
    public static void Write(string folder, IReadOnlyList<BrokerClient> clients)
    {
        PrivateFiles.CreateFolder(folder);
        PrivateFiles.Write(Path.Combine(folder, "passwords"), Passwords(clients));
        PrivateFiles.Write(Path.Combine(folder, "acl"), Acl(clients));
    }

    internal static string Passwords(IEnumerable<BrokerClient> clients)
    {
        StringBuilder text = new();
        foreach (BrokerClient client in clients)
        {
            Check(client);
            byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
            byte[] password = Encoding.UTF8.GetBytes(client.Password);
            byte[] hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, HashRounds, HashAlgorithmName.SHA512, HashBytes);
            text.Append($"{client.User}:$7${HashRounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}\n");
        }
        return text.ToString();
    }

    internal static string Acl(IEnumerable<BrokerClient> clients)
    {
        StringBuilder text = new();
        foreach (BrokerClient client in clients)
        {
            text.Append($"user {client.User}\n");
            foreach (string entry in client.Acl)
            {
                bool read = entry.StartsWith("read ", StringComparison.Ordinal);
                bool write = entry.StartsWith("write ", StringComparison.Ordinal);
                if (!(read || write) || entry.AsSpan().IndexOfAny('\r', '\n') >= 0)
                {
                    throw new BrokerException(
                        $"Broker client {client.User}: \"{entry}\" is no permission. Expected \"read TOPIC\" or \"write TOPIC\".");
                }
                text.Append($"topic {entry}\n");
            }
        }
        return text.ToString();
    }

    internal static string Configuration(int port, CertificateAuthority authority, string passwordFile, string aclFile, string logFile)
    {
        // As root Mosquitto would change to another user, who cannot read these files.
        string user = Environment.UserName == "root" ? "user root\n" : "";
        return $"""
            per_listener_settings false
            listener {port} 127.0.0.1
            certfile {authority.ServerCertificateFile}
            keyfile {authority.ServerKeyFile}
            tls_version tlsv1.2
            set_tcp_nodelay true
            allow_anonymous false
            password_file {passwordFile}
            acl_file {aclFile}
            persistence false
            log_dest file {logFile}
            log_timestamp_format %Y-%m-%dT%H:%M:%S
            {user}
            """;
    }

    private static void Check(BrokerClient client)
    {
        if (client.User.Length == 0 || client.User.AsSpan().IndexOfAny(":\r\n") >= 0)
        {
            throw new BrokerException($"\"{client.User}\" is no user name for the broker. Expected text without a colon or a line break.");
        }
        if (client.Password.Length == 0)
        {
            throw new BrokerException($"Broker client {client.User} has no password. Expected one.");
        }
    }
}
