namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A message has arrived.</summary>
/// <param name="topic">Topic.</param>
/// <param name="message">Content.</param>
/// <param name="dupFlag">Sent before.</param>
/// <param name="qosLevel">Quality of service.</param>
/// <param name="retain">Kept by the broker.</param>
public class MqttMsgPublishEventArgs(string topic, byte[] message, bool dupFlag, MqttQoSLevel qosLevel, bool retain) : EventArgs
{
    /// <summary>Topic.</summary>
    public string Topic { get; } = topic;

    /// <summary>Content.</summary>
    public byte[] Message { get; } = message;

    /// <summary>Sent before.</summary>
    public bool DupFlag { get; } = dupFlag;

    /// <summary>Quality of service.</summary>
    public MqttQoSLevel QosLevel { get; } = qosLevel;

    /// <summary>Kept by the broker, so it may be old.</summary>
    public bool Retain { get; } = retain;
}
