using BarrierNode.Mqtt;

namespace BarrierNode.Hub;

/// <summary>
/// The hub's link over MQTT: connects on its own thread and again whenever the link is lost, at first at once, then after 1, 2, 4, 8 and
/// at most 10 s. Every connection starts clean, so that nothing from before can go out late.
/// </summary>
public sealed class HubLink : IHubLink, IDisposable
{
    private const int RefusedSubscription = 128;

    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(10);

    // A connection that held for less did not prove that the next one will.
    private static readonly TimeSpan s_stableAfter = TimeSpan.FromSeconds(10);

    private readonly MqttOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<string> _filters = [];
    private readonly ManualResetEvent _stop = new(false);
    private Thread? _thread;
    private volatile MosquittoClient? _client;
    private volatile string? _whyNot = "The link has not been started.";

    /// <summary>Makes a link; it connects after <see cref="Start"/>.</summary>
    /// <param name="options">How to reach the broker. A clean session and no will: the hub is missed by its silence.</param>
    /// <param name="time">Its clock.</param>
    public HubLink(MqttOptions options, TimeProvider time)
    {
        _options = options with { CleanSession = true, Will = null };
        _time = time;
    }

    /// <inheritdoc/>
    public event Action<MqttMessage>? Received;

    /// <inheritdoc/>
    public event Action<bool>? ConnectedChanged;

    /// <inheritdoc/>
    public bool Connected => _client is { IsConnected: true };

    /// <summary>Why there is no link, in a sentence; null while there is one.</summary>
    public string? WhyNotConnected => Connected ? null : _whyNot;

    /// <summary>The wait before an attempt.</summary>
    /// <param name="failed">Attempts that failed in a row.</param>
    /// <returns>0 s before the first, then 1, 2, 4, 8, 10 s.</returns>
    public static TimeSpan WaitBefore(int failed) =>
        failed == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(s_longestWait.TotalSeconds, Math.Pow(2, Math.Min(failed, 8) - 1)));

    /// <summary>Begins to connect, on a thread of its own.</summary>
    public void Start()
    {
        _whyNot = $"The link to {_options} is being made.";
        _thread = new Thread(Run) { IsBackground = true, Name = "hub link" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public void Subscribe(string filter)
    {
        lock (_gate)
        {
            _filters.Add(filter);
            if (_client is { } client)
            {
                TrySubscribe(client, filter);
            }
        }
    }

    /// <inheritdoc/>
    public bool Publish(string topic, byte[] payload)
    {
        try
        {
            if (_client is not { IsConnected: true } client)
            {
                return false;
            }

            client.Publish(topic, payload, 1, false);
            return true;
        }
        catch (MqttLinkException)
        {
            return false;
        }
    }

    /// <summary>Disconnects and ends.</summary>
    public void Dispose()
    {
        _stop.Set();
        _thread?.Join();
    }

    private void Run()
    {
        int failed = 0;
        while (!_stop.WaitOne(WaitBefore(failed)))
        {
            long since = _time.GetTimestamp();
            bool connected = Hold();
            bool stable = connected && _time.GetElapsedTime(since) >= s_stableAfter;
            failed = stable ? 0 : connected ? 1 : failed + 1;
        }
    }

    /// <summary>One connection from its beginning to its end.</summary>
    /// <returns>True when it came to be.</returns>
    private bool Hold()
    {
        // Not disposed here: the client's thread may still set it.
        ManualResetEvent lost = new(false);
        try
        {
            using MosquittoClient client = new(_options);
            client.Received += message => Received?.Invoke(message);
            client.Lost += why => End(why, lost);
            client.Subscribed += (_, granted) =>
            {
                if (granted.Contains(RefusedSubscription))
                {
                    End($"The broker lets {_options} connect but not read the nodes' topics: check its access list.", lost);
                }
            };
            int code = client.Connect(s_connectTimeout);
            if (code != 0)
            {
                _whyNot = Sentence(code);
                return false;
            }

            Open(client);
            ConnectedChanged?.Invoke(true);
            WaitHandle.WaitAny([lost, _stop]);
        }
        catch (MqttLinkException problem)
        {
            _whyNot = problem.Message;
            return false;
        }

        _client = null;
        ConnectedChanged?.Invoke(false);
        return true;
    }

    private void Open(MosquittoClient client)
    {
        lock (_gate)
        {
            _client = client;
            foreach (string filter in _filters)
            {
                TrySubscribe(client, filter);
            }
        }
    }

    // A connection that breaks here is noticed as lost; the next one subscribes again.
    private static void TrySubscribe(MosquittoClient client, string filter)
    {
        try
        {
            client.Subscribe(filter, 1);
        }
        catch (MqttLinkException)
        {
            return;
        }
    }

    private void End(string why, ManualResetEvent lost)
    {
        _whyNot = why;
        lost.Set();
    }

    private string Sentence(int code) => code switch
    {
        4 or 5 => $"The broker refuses {_options}: check user name, password and access list.",
        2 => $"The broker refuses the client id of {_options}: choose another.",
        3 => $"The broker at {_options} is not ready; the hub tries again.",
        _ => $"The broker refuses {_options} with code {code}.",
    };
}
