namespace BarrierNode.Mqtt;

/// <summary>
/// An MQTT 3.1.1 client over libmosquitto. It never reconnects by itself: after <see cref="Lost"/> call <see cref="Connect"/> again.
/// Handlers run one after the other on the client's own thread; they may call every member, and should be short.
/// A handler that throws closes the connection, and <see cref="Lost"/> tells why.
/// </summary>
public sealed class MosquittoClient : IDisposable
{
    private readonly MqttOptions _options;
    private MosquittoLink? _link;

    /// <summary>A client that is not connected yet.</summary>
    /// <param name="options">How to reach the broker.</param>
    /// <exception cref="MqttLinkException">The port or the keep-alive is out of range.</exception>
    public MosquittoClient(MqttOptions options)
    {
        if (options.Port is < 1 or > 65535)
        {
            throw new MqttLinkException($"Port {options.Port} does not exist. Expected 1 to 65535.");
        }
        if (options.KeepAliveSeconds is not 0 and (< 5 or > 65535))
        {
            throw new MqttLinkException(
                $"A keep-alive of {options.KeepAliveSeconds} s is not possible. Expected 5 to 65535 s, or 0 for none.");
        }
        _options = options;
    }

    /// <summary>A message has arrived.</summary>
    public event Action<MqttMessage>? Received;

    /// <summary>
    /// The message with this id has reached the broker (QoS 1 and 2) or the socket (QoS 0). It may be raised before <see cref="Publish"/>
    /// returns.
    /// </summary>
    public event Action<int>? Delivered;

    /// <summary>The broker has answered the subscription with this id: the granted QoS, or 128 for a refusal.</summary>
    public event Action<int, int[]>? Subscribed;

    /// <summary>The broker has ended the subscription with this id.</summary>
    public event Action<int>? Unsubscribed;

    /// <summary>The connection broke off, with a sentence that says why. Raised once a connection, and never for one that was ended here.
    /// Its handler must not throw: nobody is left to tell.</summary>
    public event Action<string>? Lost;

    /// <summary>True while the broker has accepted the connection and it has not ended.</summary>
    public bool IsConnected => _link is { IsOpen: true };

    /// <summary>Connects and waits for the broker's answer.</summary>
    /// <param name="timeout">Longest wait.</param>
    /// <returns>The broker's return code: 0 accepted, 2 client id refused, 4 wrong user name or password, 5 not authorised.</returns>
    /// <exception cref="MqttLinkException">
    /// The library is missing, the broker cannot be reached, TLS failed, or the time ran out.
    /// </exception>
    public int Connect(TimeSpan timeout)
    {
        if (IsConnected)
        {
            throw new MqttLinkException($"{_options} is connected already. Disconnect first.");
        }
        _link = new MosquittoLink(this, _options);
        return _link.Connect(timeout);
    }

    /// <summary>Hands a message over for sending; does not wait.</summary>
    /// <param name="topic">Topic, without wildcards.</param>
    /// <param name="payload">Content.</param>
    /// <param name="qos">0 to 2.</param>
    /// <param name="retain">True: the broker keeps it for later subscribers.</param>
    /// <returns>Message id, as <see cref="Delivered"/> gives it.</returns>
    /// <exception cref="MqttLinkException">Not connected, or the message is not possible.</exception>
    public int Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain) => OpenLink().Publish(topic, payload, qos, retain);

    /// <summary>Asks for the messages of a topic filter; the answer comes as <see cref="Subscribed"/>.</summary>
    /// <param name="filter">Topic filter.</param>
    /// <param name="qos">Highest QoS wanted, 0 to 2.</param>
    /// <returns>Message id.</returns>
    /// <exception cref="MqttLinkException">Not connected, or the filter is not possible.</exception>
    public int Subscribe(string filter, int qos) => Subscribe([filter], qos);

    /// <summary>Asks for the messages of several topic filters at once.</summary>
    /// <param name="filters">Topic filters, at least one.</param>
    /// <param name="qos">Highest QoS wanted, 0 to 2.</param>
    /// <returns>Message id.</returns>
    /// <exception cref="MqttLinkException">Not connected, or a filter is not possible.</exception>
    public int Subscribe(string[] filters, int qos) => OpenLink().Subscribe(filters, qos);

    /// <summary>Ends a subscription; the answer comes as <see cref="Unsubscribed"/>.</summary>
    /// <param name="filter">Topic filter as subscribed.</param>
    /// <returns>Message id.</returns>
    /// <exception cref="MqttLinkException">Not connected, or the filter is not possible.</exception>
    public int Unsubscribe(string filter) => Unsubscribe([filter]);

    /// <summary>Ends several subscriptions at once.</summary>
    /// <param name="filters">Topic filters as subscribed, at least one.</param>
    /// <returns>Message id.</returns>
    /// <exception cref="MqttLinkException">Not connected, or a filter is not possible.</exception>
    public int Unsubscribe(string[] filters) => OpenLink().Unsubscribe(filters);

    /// <summary>Sends what was handed over, says goodbye to the broker (no will) and ends the connection; waits 2 s at most.</summary>
    public void Disconnect() => _link?.Disconnect();

    /// <summary>Closes the socket without a goodbye, so that the broker publishes the will: what a loss of power looks like.</summary>
    public void Abort() => _link?.Abort();

    /// <summary>The same as <see cref="Disconnect"/>.</summary>
    public void Dispose() => Disconnect();

    internal void RaiseReceived(MqttMessage message) => Received?.Invoke(message);

    internal void RaiseDelivered(int messageId) => Delivered?.Invoke(messageId);

    internal void RaiseSubscribed(int messageId, int[] qos) => Subscribed?.Invoke(messageId, qos);

    internal void RaiseUnsubscribed(int messageId) => Unsubscribed?.Invoke(messageId);

    internal void RaiseLost(string why) => Lost?.Invoke(why);

    private MosquittoLink OpenLink() =>
        _link ?? throw new MqttLinkException($"There is no connection to {_options.Host}:{_options.Port}. Connect first.");
}
