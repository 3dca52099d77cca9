using System.Collections;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BarrierNode.Mqtt;
using BarrierNode.NanoHost;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using static nanoFramework.M2Mqtt.IMqttClient;

namespace nanoFramework.M2Mqtt;

/// <summary>
/// The chip's MQTT 3.1.1 client. As there: no reconnect; what is published without a connection waits for ever; <see cref="Close"/> and
/// <see cref="Dispose"/> say no goodbye, so the broker publishes the will; a handler that throws costs the connection.
/// </summary>
public class MqttClient : IMqttClient, IDisposable
{
    private const ushort DefaultKeepAliveSeconds = 60;
    private const int ShortestKeepAliveSeconds = 5;

    private readonly ChipRun _run = ChipRun.Require();
    private readonly Lock _sending = new();
    private readonly HashSet<int> _unconfirmed = [];
    private string _host = "";
    private int _port;
    private string? _caFile;
    private int _inflight;
    private MosquittoClient? _client;

    /// <summary>A client without TLS for port 1883.</summary>
    /// <param name="brokerHostName">Host.</param>
    public MqttClient(string brokerHostName)
        : this(brokerHostName, MqttSettings.BrokerDefaultPort, false, null, null, MqttSslProtocols.None)
    {
    }

    /// <summary>A client.</summary>
    /// <param name="brokerHostName">Host; with TLS the broker's certificate must name it.</param>
    /// <param name="brokerPort">Port.</param>
    /// <param name="secure">With TLS.</param>
    /// <param name="caCert">Certificate of the authority that signed the broker's; needed with TLS.</param>
    /// <param name="clientCert">Not supported here: null.</param>
    /// <param name="sslProtocol">TLS 1.2 or 1.3.</param>
    /// <exception cref="ArgumentException">TLS without an authority, or with an old version.</exception>
    /// <exception cref="NotSupportedException">A client certificate.</exception>
    public MqttClient(
        string brokerHostName,
        int brokerPort,
        bool secure,
        X509Certificate? caCert,
        X509Certificate? clientCert,
        MqttSslProtocols sslProtocol) =>
        Init(brokerHostName, brokerPort, secure, caCert?.GetRawCertData(), clientCert?.GetRawCertData(), sslProtocol);

    /// <inheritdoc />
    public event MqttMsgPublishEventHandler? MqttMsgPublishReceived;

    /// <inheritdoc />
    public event MqttMsgPublishedEventHandler? MqttMsgPublished;

    /// <inheritdoc />
    public event MqttMsgSubscribedEventHandler? MqttMsgSubscribed;

    /// <inheritdoc />
    public event MqttMsgUnsubscribedEventHandler? MqttMsgUnsubscribed;

    /// <inheritdoc />
    public event ConnectionClosedEventHandler? ConnectionClosed;

    /// <inheritdoc />
    public bool IsConnected
    {
        get
        {
            _run.ThrowIfHalted();
            return _client is { IsConnected: true };
        }
    }

    /// <summary>The settings of all clients of the chip.</summary>
    public MqttSettings Settings => _run.MqttSettings;

    /// <inheritdoc />
    public void Init(string brokerHostName, int brokerPort, bool secure, byte[]? caCert, byte[]? clientCert, MqttSslProtocols sslProtocol)
    {
        _run.ThrowIfHalted();
        if (clientCert != null)
        {
            throw new NotSupportedException("The virtual chip has no client certificates. Use a user name and a password.");
        }
        if (secure && sslProtocol is MqttSslProtocols.SSLv3 or MqttSslProtocols.TLSv1_0 or MqttSslProtocols.TLSv1_1)
        {
            throw new ArgumentException($"{sslProtocol} is not safe. Expected TLSv1_2 or TLSv1_3.");
        }
        _host = brokerHostName;
        _port = brokerPort;
        if (secure)
        {
            _caFile = KeepAuthority(caCert ?? throw new ArgumentException("TLS needs caCert, the certificate of the broker's authority."));
            Settings.SslPort = brokerPort;
        }
        else
        {
            _caFile = null;
            Settings.Port = brokerPort;
        }
    }

    /// <summary>Connects with a clean session, a keep-alive of 60 s and no will.</summary>
    /// <param name="clientId">Client id.</param>
    /// <returns>The broker's answer.</returns>
    /// <exception cref="MqttConnectionException">The broker cannot be reached, or TLS failed.</exception>
    public MqttReasonCode Connect(string clientId) => Connect(clientId, null, null, true, DefaultKeepAliveSeconds);

    /// <summary>Connects with a keep-alive of 60 s and no will.</summary>
    /// <param name="clientId">Client id.</param>
    /// <param name="cleanSession">The broker forgets the session.</param>
    /// <returns>The broker's answer.</returns>
    /// <exception cref="MqttConnectionException">The broker cannot be reached, or TLS failed.</exception>
    public MqttReasonCode Connect(string clientId, bool cleanSession) =>
        Connect(clientId, null, null, cleanSession, DefaultKeepAliveSeconds);

    /// <summary>Connects with a clean session, a keep-alive of 60 s and no will.</summary>
    /// <param name="clientId">Client id.</param>
    /// <param name="username">User name.</param>
    /// <param name="password">Password.</param>
    /// <returns>The broker's answer.</returns>
    /// <exception cref="MqttConnectionException">The broker cannot be reached, or TLS failed.</exception>
    public MqttReasonCode Connect(string clientId, string? username, string? password) =>
        Connect(clientId, username, password, true, DefaultKeepAliveSeconds);

    /// <summary>Connects without a will.</summary>
    /// <param name="clientId">Client id.</param>
    /// <param name="username">User name.</param>
    /// <param name="password">Password.</param>
    /// <param name="cleanSession">The broker forgets the session.</param>
    /// <param name="keepAlivePeriod">Longest silence in s.</param>
    /// <returns>The broker's answer.</returns>
    /// <exception cref="MqttConnectionException">The broker cannot be reached, or TLS failed.</exception>
    public MqttReasonCode Connect(string clientId, string? username, string? password, bool cleanSession, ushort keepAlivePeriod) =>
        Connect(clientId, username, password, false, MqttQoSLevel.AtMostOnce, false, null, null, cleanSession, keepAlivePeriod);

    /// <inheritdoc />
    /// <exception cref="MqttConnectionException">The broker cannot be reached, or TLS failed.</exception>
    public MqttReasonCode Connect(
        string clientId,
        string? username,
        string? password,
        bool willRetain,
        MqttQoSLevel willQosLevel,
        bool willFlag,
        string? willTopic,
        string? willMessage,
        bool cleanSession,
        ushort keepAlivePeriod)
    {
        _run.ThrowIfHalted();
        MqttMessage? will = willFlag
            ? new MqttMessage(willTopic ?? "", Encoding.UTF8.GetBytes(willMessage ?? ""), (int)willQosLevel, willRetain)
            : null;

        // libmosquitto knows no shorter one.
        int keepAliveSeconds = keepAlivePeriod == 0 ? 0 : Math.Max((int)keepAlivePeriod, ShortestKeepAliveSeconds);
        MqttOptions options = new(_host, _port, clientId, username, password, _caFile, keepAliveSeconds, will, cleanSession);
        EndConnection();
        try
        {
            MosquittoClient client = new(options);
            Listen(client);
            _run.Attach(client);
            _client = client;
            Volatile.Write(ref _inflight, 0);
            return (MqttReasonCode)client.Connect(TimeSpan.FromMilliseconds(Settings.TimeoutOnConnection));
        }
        catch (MqttLinkException exception)
        {
            _run.ThrowIfHalted();
            EndConnection();
            throw new MqttConnectionException(exception.Message, exception);
        }
    }

    /// <inheritdoc />
    public void Disconnect()
    {
        _run.ThrowIfHalted();
        if (_client is { IsConnected: true } client)
        {
            _run.Detach(client);
            client.Disconnect();
            _run.StartThread("MqttClient", RaiseClosed, ThreadPriority.Normal);
        }
    }

    /// <inheritdoc />
    public void Close()
    {
        _run.ThrowIfHalted();
        EndConnection();
    }

    /// <summary>The same as <see cref="Close"/>.</summary>
    public void Dispose()
    {
        // After a power cut the connection has been torn down already.
        if (!_run.Halted)
        {
            EndConnection();
        }
        System.GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    /// <exception cref="MqttClientException">Topics and qualities do not fit.</exception>
    /// <exception cref="NotSupportedException">Different qualities in one call: the chip's client can, this one cannot.</exception>
    public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels)
    {
        CheckTopics(topics);
        if (qosLevels == null || qosLevels.Length == 0)
        {
            throw new MqttClientException(MqttClientErrorCode.QosLevelsEmpty);
        }
        if (topics.Length != qosLevels.Length)
        {
            throw new MqttClientException(MqttClientErrorCode.TopicsQosLevelsNotMatch);
        }
        if (Array.Exists(qosLevels, level => level != qosLevels[0]))
        {
            throw new NotSupportedException("The virtual chip subscribes with one quality of service a call.");
        }
        return Hand(client => client.Subscribe(topics, (int)qosLevels[0]));
    }

    /// <inheritdoc />
    /// <exception cref="MqttClientException">No topics.</exception>
    public ushort Unsubscribe(string[] topics)
    {
        CheckTopics(topics);
        return Hand(client => client.Unsubscribe(topics));
    }

    /// <inheritdoc />
    public ushort Publish(string topic, byte[] message) => Publish(topic, message, null, null, MqttQoSLevel.AtMostOnce, false);

    /// <inheritdoc />
    public ushort Publish(string topic, byte[] message, string? contentType) =>
        Publish(topic, message, contentType, null, MqttQoSLevel.AtMostOnce, false);

    /// <summary>Publishes with QoS 0.</summary>
    /// <param name="topic">Topic.</param>
    /// <param name="message">Content.</param>
    /// <param name="contentType">MQTT 5 only: null.</param>
    /// <param name="userProperties">MQTT 5 only: null.</param>
    /// <returns>Message id.</returns>
    /// <exception cref="MqttClientException">Too many messages in flight, or a wildcard in the topic.</exception>
    public ushort Publish(string topic, byte[] message, string? contentType, ArrayList? userProperties) =>
        Publish(topic, message, contentType, userProperties, MqttQoSLevel.AtMostOnce, false);

    /// <inheritdoc />
    /// <exception cref="MqttClientException">Too many messages in flight, or a wildcard in the topic.</exception>
    /// <exception cref="NotSupportedException">A content type or user properties.</exception>
    public ushort Publish(string topic, byte[] message, string? contentType, ArrayList? userProperties, MqttQoSLevel qosLevel, bool retain)
    {
        if (!string.IsNullOrEmpty(contentType) || userProperties is { Count: > 0 })
        {
            throw new NotSupportedException("Content type and user properties need MQTT 5.");
        }
        if (topic.AsSpan().IndexOfAny('#', '+') >= 0)
        {
            throw new MqttClientException(MqttClientErrorCode.TopicWildcard);
        }
        if (Volatile.Read(ref _inflight) >= Settings.InflightQueueSize)
        {
            throw new MqttClientException(MqttClientErrorCode.InflightQueueFull);
        }
        Interlocked.Increment(ref _inflight);
        return Hand(client =>
        {
            // A delivery may be told before Publish returns: it then waits until the id is noted.
            lock (_sending)
            {
                int messageId = client.Publish(topic, message, (int)qosLevel, retain);
                if (qosLevel != MqttQoSLevel.AtMostOnce)
                {
                    _unconfirmed.Add(messageId);
                }
                return messageId;
            }
        });
    }

    private static void CheckTopics(string[] topics)
    {
        if (topics == null || topics.Length == 0)
        {
            throw new MqttClientException(MqttClientErrorCode.TopicsEmpty);
        }
    }

    // The chip's client does not tell a caller that there is no connection; the message waits in a queue that nobody empties.
    private ushort Hand(Func<MosquittoClient, int> action)
    {
        _run.ThrowIfHalted();
        try
        {
            return _client is { IsConnected: true } client ? (ushort)action(client) : (ushort)0;
        }
        catch (MqttLinkException) when (_client is not { IsConnected: true })
        {
            return 0;
        }
    }

    private void Listen(MosquittoClient client)
    {
        client.Received += message => MqttMsgPublishReceived?.Invoke(
            this, new MqttMsgPublishEventArgs(message.Topic, message.Payload, false, (MqttQoSLevel)message.Qos, message.Retain));
        client.Delivered += HandleDelivered;
        client.Subscribed += (id, granted) => MqttMsgSubscribed?.Invoke(
            this, new MqttMsgSubscribedEventArgs((ushort)id, Array.ConvertAll(granted, static qos => (MqttQoSLevel)qos)));
        client.Unsubscribed += id => MqttMsgUnsubscribed?.Invoke(this, new MqttMsgUnsubscribedEventArgs((ushort)id));
        client.Lost += _ => HandleLost(client);
    }

    private void HandleDelivered(int messageId)
    {
        Interlocked.Decrement(ref _inflight);
        bool wanted;
        lock (_sending)
        {
            wanted = _unconfirmed.Remove(messageId);
        }
        if (wanted)
        {
            MqttMsgPublished?.Invoke(this, new MqttMsgPublishedEventArgs((ushort)messageId));
        }
    }

    private void HandleLost(MosquittoClient client)
    {
        _run.Detach(client);
        try
        {
            RaiseClosed();
        }
        catch (ChipHaltedException)
        {
            // The power went meanwhile.
        }
        catch (Exception exception)
        {
            _run.Chip.RaiseFaulted(exception);
        }
    }

    private void RaiseClosed() => ConnectionClosed?.Invoke(this, EventArgs.Empty);

    private void EndConnection()
    {
        if (_client is { } client)
        {
            _client = null;
            _run.Detach(client);
            client.Abort();
        }
    }

    private string KeepAuthority(byte[] der)
    {
        string file = Path.Combine(_run.Chip.TemporaryFolder, $"ca-{Convert.ToHexStringLower(SHA256.HashData(der))[..16]}.pem");
        File.WriteAllText(file, PemEncoding.WriteString("CERTIFICATE", der));
        return file;
    }
}
