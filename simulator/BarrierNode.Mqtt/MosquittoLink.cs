using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static BarrierNode.Mqtt.MosquittoLibrary;

namespace BarrierNode.Mqtt;

/// <summary>
/// One connection with its thread. Native callbacks only put events into a queue; the thread raises them between two turns of the native
/// loop. So no handler ever runs inside native code or under one of its locks: it may publish, disconnect or fail.
/// </summary>
internal sealed unsafe class MosquittoLink
{
    // Bounds how late an abort is noticed; messages in either direction wake the loop at once.
    private const int LoopTimeoutMs = 50;
    private const int NoAnswerYet = -1;
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(2);

    private readonly MosquittoClient _client;
    private readonly MqttOptions _options;
    private readonly MosquittoHandle _handle;
    private readonly Thread _thread;
    private readonly ConcurrentQueue<Action> _events = new();
    private readonly ManualResetEventSlim _answered = new();

    private volatile bool _open;
    private volatile bool _aborted;
    private volatile bool _leaving;
    private long _leaveByMs = long.MaxValue;
    private int _goodbyeSent;
    private int _undelivered;
    private volatile int _connack = NoAnswerYet;
    private volatile string? _whyEnded;
    private volatile string? _handlerFailure;
    private volatile string? _lastLoggedError;

    internal MosquittoLink(MosquittoClient client, MqttOptions options)
    {
        _client = client;
        _options = options;
        Start();
        _handle = new MosquittoHandle(options.ClientId, options.CleanSession, this);
        try
        {
            Configure();
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
        _thread = new Thread(Run) { Name = $"MQTT {options.ClientId}", IsBackground = true };
    }

    internal bool IsOpen => _open;

    private string CheckThatItListens =>
        "Check that an MQTT broker listens there" + (_options.CaFile == null ? "." : " and that it speaks TLS.");

    private string Broker => $"{_options.Host}:{_options.Port}";

    internal int Connect(TimeSpan timeout)
    {
        _thread.Start();
        if (!_answered.Wait(timeout))
        {
            Abort();
            throw new MqttLinkException($"The broker at {Broker} did not answer within {timeout.TotalSeconds:0.#} s. {CheckThatItListens}");
        }
        return _connack != NoAnswerYet
            ? _connack
            : throw new MqttLinkException(_whyEnded ?? $"The connection to {Broker} was given up before the broker answered.");
    }

    internal int Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        MosquittoHandle handle = OpenHandle();
        Interlocked.Increment(ref _undelivered);
        int error = MosquittoLibrary.Publish(handle, out int messageId, topic, payload.Length, payload, qos, retain);
        if (error != ErrSuccess)
        {
            Interlocked.Decrement(ref _undelivered);
        }
        return Checked(error, messageId, "publish on", topic);
    }

    internal int Subscribe(string[] filters, int qos)
    {
        int error = MosquittoLibrary.Subscribe(OpenHandle(), out int messageId, filters.Length, filters, qos, 0, 0);
        return Checked(error, messageId, "subscribe to", string.Join("\", \"", filters));
    }

    internal int Unsubscribe(string[] filters)
    {
        int error = MosquittoLibrary.Unsubscribe(OpenHandle(), out int messageId, filters.Length, filters, 0);
        return Checked(error, messageId, "unsubscribe from", string.Join("\", \"", filters));
    }

    internal void Disconnect()
    {
        Volatile.Write(ref _leaveByMs, Environment.TickCount64 + (long)EndTimeout.TotalMilliseconds);
        _leaving = true;
        SayGoodbyeWhenDelivered();
        if (Thread.CurrentThread == _thread && _open)
        {
            return;
        }
        if (!_open || !_thread.Join(EndTimeout))
        {
            Abort();
        }
    }

    internal void Abort()
    {
        _aborted = true;
        _open = false;
        _answered.Set();

        // Before an answer the thread may be held by the operating system's own connect; it then ends by itself later.
        if (_connack != NoAnswerYet && Thread.CurrentThread != _thread)
        {
            _thread.Join(EndTimeout);
        }
    }

    private void Configure()
    {
        Require(ThreadedSet(_handle, true), "thread support");
        Require(IntOption(_handle, OptionTcpNoDelay, 1), "TCP_NODELAY");
        if (_options.UserName is { } userName)
        {
            Require(UserNameSet(_handle, userName, _options.Password), "user name");
        }
        if (_options.Will is { } will)
        {
            Require(WillSet(_handle, will.Topic, will.Payload.Length, will.Payload, will.Qos, will.Retain), $"will on {will.Topic}");
        }
        if (_options.CaFile is { } caFile)
        {
            if (!File.Exists(caFile))
            {
                throw new MqttLinkException(
                    $"{caFile}: no such file. Expected the PEM certificate of the authority that signed the broker's.");
            }
            Require(TlsSet(_handle, caFile, null, null, null, 0), $"authority file {caFile}");
            Require(TlsOptionsSet(_handle, VerifyPeer, "tlsv1.2", null), "TLS 1.2");
        }
        OnConnect(_handle, &HandleConnack);
        OnMessage(_handle, &HandleMessage);
        OnPublish(_handle, &HandlePublished);
        OnSubscribe(_handle, &HandleSubscribed);
        OnUnsubscribe(_handle, &HandleUnsubscribed);
        OnLog(_handle, &HandleLog);
    }

    private void Run()
    {
        int error = MosquittoLibrary.Connect(_handle, _options.Host, _options.Port, _options.KeepAliveSeconds);
        string systemError = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
        while (error == ErrSuccess && !_aborted && _handlerFailure == null && Environment.TickCount64 < Volatile.Read(ref _leaveByMs))
        {
            error = Loop(_handle, LoopTimeoutMs, 1);
            RaiseEvents();
            SayGoodbyeWhenDelivered();
        }
        _open = false;
        _whyEnded = _handlerFailure ?? ExplainEnd(error, systemError);
        _handle.Dispose();
        _answered.Set();
        if (_connack == 0 && !_leaving && !_aborted)
        {
            _client.RaiseLost(_whyEnded);
        }
    }

    // Not before: the socket closes right after the goodbye, and acknowledgements that arrive then make it throw away what is still on
    // its way.
    private void SayGoodbyeWhenDelivered()
    {
        if (_leaving && _open && Volatile.Read(ref _undelivered) <= 0 && Interlocked.Exchange(ref _goodbyeSent, 1) == 0)
        {
            try
            {
                _ = MosquittoLibrary.Disconnect(_handle);
            }
            catch (ObjectDisposedException)
            {
                // It broke off at this very moment.
            }
        }
    }

    private void RaiseEvents()
    {
        while (!_aborted && _events.TryDequeue(out Action? raise))
        {
            try
            {
                raise();
            }
            catch (Exception exception)
            {
                // A message that was not handled must not pass for one that was.
                _handlerFailure = $"The connection to {Broker} was closed, because handling a message failed: {exception.Message}";
                return;
            }
        }
    }

    private MosquittoHandle OpenHandle() =>
        _open ? _handle : throw new MqttLinkException($"There is no connection to {Broker}. Connect first.");

    private static int Checked(int error, int messageId, string action, string topic) =>
        error == ErrSuccess ? messageId : throw new MqttLinkException($"Cannot {action} \"{topic}\": {Explain(error)}");

    private static void Require(int error, string what)
    {
        if (error != ErrSuccess)
        {
            throw new MqttLinkException($"The MQTT library refused the {what}: {Explain(error)}");
        }
    }

    private string ExplainEnd(int error, string systemError) => error switch
    {
        ErrSystem when _connack == NoAnswerYet =>
            $"The broker at {Broker} cannot be reached: {systemError}. Check that it runs and that the address is right.",
        ErrNameLookup => $"The host name {_options.Host} is not known. Check the broker's address.",
        ErrTls =>
            $"TLS with {Broker} failed: {_lastLoggedError ?? Explain(error)} " +
            $"Check that {_options.CaFile} belongs to this broker and that its certificate names {_options.Host}.",
        ErrKeepAlive when _connack == NoAnswerYet => $"The broker at {Broker} did not answer. {CheckThatItListens}",
        ErrKeepAlive => $"The connection to {Broker} broke off: the broker was silent for {_options.KeepAliveSeconds} s.",
        _ when _connack == NoAnswerYet =>
            $"The broker at {Broker} closed the connection before it answered: {Explain(error)} " +
            (_options.CaFile == null ? "Perhaps it expects TLS." : "Check its log."),
        _ => $"The connection to {Broker} broke off: {Explain(error)}",
    };

    private static MosquittoLink Of(nint userData) => (MosquittoLink)GCHandle.FromIntPtr(userData).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void HandleConnack(nint mosquitto, nint userData, int code)
    {
        MosquittoLink link = Of(userData);
        link._connack = code;
        link._open = code == 0 && !link._aborted;
        link._answered.Set();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void HandleMessage(nint mosquitto, nint userData, NativeMessage* native)
    {
        MosquittoLink link = Of(userData);
        string topic = Marshal.PtrToStringUTF8((nint)native->Topic) ?? "";
        byte[] payload = new ReadOnlySpan<byte>(native->Payload, native->Length).ToArray();
        MqttMessage message = new(topic, payload, native->Qos, native->Retain != 0);
        link._events.Enqueue(() => link._client.RaiseReceived(message));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void HandlePublished(nint mosquitto, nint userData, int messageId)
    {
        MosquittoLink link = Of(userData);
        Interlocked.Decrement(ref link._undelivered);
        link._events.Enqueue(() => link._client.RaiseDelivered(messageId));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void HandleSubscribed(nint mosquitto, nint userData, int messageId, int count, int* granted)
    {
        MosquittoLink link = Of(userData);
        int[] qos = new ReadOnlySpan<int>(granted, count).ToArray();
        link._events.Enqueue(() => link._client.RaiseSubscribed(messageId, qos));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void HandleUnsubscribed(nint mosquitto, nint userData, int messageId)
    {
        MosquittoLink link = Of(userData);
        link._events.Enqueue(() => link._client.RaiseUnsubscribed(messageId));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void HandleLog(nint mosquitto, nint userData, int level, byte* text)
    {
        if (level == LogError)
        {
            Of(userData)._lastLoggedError = Marshal.PtrToStringUTF8((nint)text);
        }
    }
}
