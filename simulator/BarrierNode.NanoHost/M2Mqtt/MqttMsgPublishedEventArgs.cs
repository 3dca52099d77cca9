namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A message of QoS 1 or 2 has reached the broker.</summary>
/// <param name="messageId">Message id.</param>
/// <param name="isPublished">False when sending was given up.</param>
public class MqttMsgPublishedEventArgs(ushort messageId, bool isPublished) : EventArgs
{
    /// <summary>A message has reached the broker.</summary>
    /// <param name="messageId">Message id.</param>
    public MqttMsgPublishedEventArgs(ushort messageId)
        : this(messageId, true)
    {
    }

    /// <summary>Message id.</summary>
    public ushort MessageId { get; set; } = messageId;

    /// <summary>False when sending was given up.</summary>
    public bool IsPublished { get; set; } = isPublished;
}
