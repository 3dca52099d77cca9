using BarrierNode.NanoHost;

namespace nanoFramework.M2Mqtt;

/// <summary>Settings of the MQTT client, one set for all clients of a chip.</summary>
public class MqttSettings
{
    /// <summary>TCP port without TLS.</summary>
    public const int BrokerDefaultPort = 1883;

    /// <summary>TCP port with TLS.</summary>
    public const int BrokerDefaultSslPort = 8883;

    /// <summary>Longest wait for an answer in ms.</summary>
    public const int DefaultTimeout = 30000;

    /// <summary>Attempts to send a message.</summary>
    public const int MaximumAttemptsRetry = 3;

    /// <summary>Wait between attempts in ms.</summary>
    public const int DefaultDelayRetry = 1000;

    /// <summary>Longest wait for a connection in ms.</summary>
    public const int ConnectTimeout = 30000;

    /// <summary>Messages in flight: without limit.</summary>
    public const int DefaultInflightQueueSize = int.MaxValue;

    internal MqttSettings()
    {
    }

    /// <summary>The settings of the chip that the calling thread belongs to.</summary>
    public static MqttSettings Instance => ChipRun.Require().MqttSettings;

    /// <summary>Port of the latest client without TLS.</summary>
    public int Port { get; internal set; } = BrokerDefaultPort;

    /// <summary>Port of the latest client with TLS.</summary>
    public int SslPort { get; internal set; } = BrokerDefaultSslPort;

    /// <summary>Longest wait for a connection in ms.</summary>
    public int TimeoutOnConnection { get; internal set; } = ConnectTimeout;

    /// <summary>Longest wait for an answer in ms.</summary>
    public int TimeoutOnReceiving { get; internal set; } = DefaultTimeout;

    /// <summary>Attempts to send a message.</summary>
    public int AttemptsOnRetry { get; internal set; } = MaximumAttemptsRetry;

    /// <summary>Wait between attempts in ms.</summary>
    public int DelayOnRetry { get; internal set; } = DefaultDelayRetry;

    /// <summary>Most messages in flight; a further one is refused.</summary>
    public int InflightQueueSize { get; set; } = DefaultInflightQueueSize;

    /// <summary>Whether the broker's certificate is checked. It always is here.</summary>
    public bool ValidateServerCertificate { get; set; } = true;
}
