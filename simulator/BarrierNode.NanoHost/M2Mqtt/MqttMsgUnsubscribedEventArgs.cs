namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The broker has ended a subscription.</summary>
/// <param name="messageId">Message id.</param>
public class MqttMsgUnsubscribedEventArgs(ushort messageId) : EventArgs
{
    /// <summary>Message id.</summary>
    public ushort MessageId { get; } = messageId;
}
