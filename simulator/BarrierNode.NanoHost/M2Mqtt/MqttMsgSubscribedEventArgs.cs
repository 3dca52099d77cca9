namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The broker has answered a subscription.</summary>
/// <param name="messageId">Message id.</param>
/// <param name="grantedQosLevels">What it grants, topic by topic.</param>
public class MqttMsgSubscribedEventArgs(ushort messageId, MqttQoSLevel[] grantedQosLevels) : EventArgs
{
    /// <summary>Message id.</summary>
    public ushort MessageId { get; } = messageId;

    /// <summary>What the broker grants, topic by topic.</summary>
    public MqttQoSLevel[] GrantedQoSLevels { get; } = grantedQosLevels;
}
