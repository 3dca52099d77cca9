using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace BarrierNode.Mqtt;

/// <summary>
/// A Mosquitto broker as a child of this program, on the loopback address, with TLS, passwords and an ACL. It ends with this program,
/// however that ends. Everything it needs lies in one state folder.
/// </summary>
public sealed class BrokerProcess : IDisposable
{
    // $1 mosquitto, $2 its configuration, $3 its log. The shell becomes Mosquitto. Beside it a reader holds the other end of our pipe: a
    // line means that all is well; the end of the pipe without one means that this program is gone, even by kill -9, and the broker must
    // not stay behind.
    private const string GuardScript =
        """
        exec 3<&0 </dev/null >>"$3" 2>&1
        { read -r line <&3 || kill -KILL $$; } &
        exec "$1" -c "$2" 3<&-
        """;

    private const int FreePortAttempts = 5;
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(15);

    private readonly FileStream _folderLock;
    private readonly CertificateAuthority _authority;
    private readonly string _executable;
    private readonly string _configurationFile;
    private Process? _process;

    private BrokerProcess(string stateFolder, IReadOnlyList<BrokerClient> clients, int port)
    {
        _executable = FindMosquitto();
        _folderLock = LockFolder(stateFolder);
        try
        {
            Port = port;
            _authority = CertificateAuthority.Open(stateFolder);
            _configurationFile = Path.Combine(stateFolder, "mosquitto.conf");
            LogFile = Path.Combine(stateFolder, "mosquitto.log");
            string passwordFile = Path.Combine(stateFolder, "passwords");
            string aclFile = Path.Combine(stateFolder, "acl");
            PrivateFiles.Write(passwordFile, BrokerFiles.Passwords(clients));
            PrivateFiles.Write(aclFile, BrokerFiles.Acl(clients));
            PrivateFiles.Write(LogFile, "");
            PrivateFiles.Write(_configurationFile, BrokerFiles.Configuration(port, _authority, passwordFile, aclFile, LogFile));
            Launch();
        }
        catch (Exception exception)
        {
            Dispose();
            if (exception is IOException or UnauthorizedAccessException)
            {
                throw NotWritable(stateFolder, exception);
            }
            throw;
        }
    }

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>PEM file of the authority that signed the broker's certificate.</summary>
    public string CaFile => _authority.CaFile;

    /// <summary>The same certificate in DER.</summary>
    public byte[] CaDer => _authority.CaDer;

    /// <summary>The broker's log.</summary>
    public string LogFile { get; }

    /// <summary>Process id of the broker.</summary>
    public int ProcessId => _process?.Id ?? 0;

    /// <summary>True while the broker's process lives.</summary>
    public bool Running => _process is { HasExited: false };

    /// <summary>Starts a broker and waits until it answers over TLS.</summary>
    /// <param name="stateFolder">
    /// Folder for certificates, passwords, configuration and log; made when missing; one broker at a time.
    /// </param>
    /// <param name="clients">Who may connect.</param>
    /// <param name="port">TCP port, or 0 for a free one.</param>
    /// <returns>The running broker.</returns>
    /// <exception cref="BrokerException">
    /// Mosquitto is not installed, the folder cannot be written or is in use, the port is taken, a certificate is broken, or the broker
    /// ends at once.
    /// </exception>
    public static BrokerProcess Start(string stateFolder, IReadOnlyList<BrokerClient> clients, int port = 0)
    {
        string folder = Path.GetFullPath(stateFolder);
        if (port != 0)
        {
            return new BrokerProcess(folder, clients, port);
        }
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new BrokerProcess(folder, clients, LoopbackPort.FindFree());
            }
            catch (BrokerException exception) when (exception.PortTaken && attempt < FreePortAttempts)
            {
                // Somebody else took the port between our look and the broker's start.
            }
        }
    }

    /// <summary>Ends the broker without a goodbye to anyone, as a crash does.</summary>
    public void Kill()
    {
        if (_process is { } process)
        {
            process.Kill();
            process.WaitForExit();
            ReleaseGuard(process);
        }
    }

    /// <summary>
    /// Ends the broker if it lives and starts it again, on the same port with the same files. Retained messages are gone.
    /// </summary>
    /// <exception cref="BrokerException">It does not start.</exception>
    public void Restart()
    {
        Kill();
        _process?.Dispose();
        Launch();
    }

    /// <summary>Ends the broker and frees the state folder.</summary>
    public void Dispose()
    {
        Kill();
        _process?.Dispose();
        _process = null;
        _folderLock.Dispose();
    }

    private void Launch()
    {
        LoopbackPort.RefuseTaken(Port);
        ProcessStartInfo start = new() { RedirectStandardInput = true, UseShellExecute = false };

        // In a session of its own the broker does not see the terminal's Ctrl-C: it must outlive our own orderly end.
        string? newSession = ExecutableSearch.Find("setsid");
        start.FileName = newSession ?? "sh";
        string[] shell = newSession != null ? ["sh"] : [];
        foreach (string argument in (string[])[.. shell, "-c", GuardScript, "broker", _executable, _configurationFile, LogFile])
        {
            start.ArgumentList.Add(argument);
        }
        Process process = new() { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => ReleaseGuard(process);
        process.Start();
        _process = process;
        WaitUntilReady(process);
    }

    // Without this the guard would later kill whatever process had inherited the broker's id.
    private static void ReleaseGuard(Process process)
    {
        try
        {
            // The end is told here and by the Exited event, on two threads. Used by both at once, the pipe closes its descriptor twice, and
            // the second time it is somebody else's.
            lock (process)
            {
                process.StandardInput.WriteLine();
                process.StandardInput.Close();
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Released before.
        }
    }

    private void WaitUntilReady(Process process)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            string? problem = TryTls();
            if (process.HasExited)
            {
                throw EndedAtOnce();
            }
            if (problem == null)
            {
                return;
            }
            if (waited.Elapsed > StartTimeout)
            {
                throw new BrokerException(
                    $"The broker on port {Port} does not answer over TLS after {StartTimeout.TotalSeconds:0} s: {problem} See {LogFile}.");
            }
            Thread.Sleep(20);
        }
    }

    private string? TryTls()
    {
        try
        {
            using TcpClient tcp = new();
            tcp.Connect(IPAddress.Loopback, Port);
            using SslStream tls = new(tcp.GetStream());
            X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(CaDer));
            tls.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = policy });

            // Without it every start would leave an error in the broker's log.
            tls.ShutdownAsync().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException)
        {
            return exception.Message;
        }
    }

    private BrokerException EndedAtOnce()
    {
        string lastLine = File.ReadLines(LogFile).LastOrDefault(line => line.Length > 0) ?? "nothing";
        return lastLine.Contains("Address already in use", StringComparison.Ordinal)
            ? LoopbackPort.Taken(Port)
            : new BrokerException($"Mosquitto ended at once. Its last words: {lastLine} (log: {LogFile})");
    }

    private static string FindMosquitto() =>
        ExecutableSearch.Find("mosquitto")
        ?? throw new BrokerException(
            "The broker mosquitto is not installed. Install the package mosquitto (Debian, Ubuntu: apt install mosquitto), " +
            "or name a running broker.");

    private static FileStream LockFolder(string folder)
    {
        if (folder.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            throw new BrokerException("The path of the broker's state folder has a line break. Choose another folder.");
        }
        string lockFile = Path.Combine(folder, "lock");
        try
        {
            PrivateFiles.CreateFolder(folder);
            PrivateFiles.Write(lockFile + ".check", "");
            File.Delete(lockFile + ".check");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(folder, exception);
        }
        try
        {
            return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new BrokerException($"{folder}: another program runs a broker from this folder. End it or choose another folder.");
        }
    }

    private static BrokerException NotWritable(string folder, Exception exception) =>
        new($"{folder}: the broker's files cannot be written there ({exception.Message}). Choose a folder that you may write.");
}
