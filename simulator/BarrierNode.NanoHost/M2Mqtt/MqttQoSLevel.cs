namespace nanoFramework.M2Mqtt.Messages;

/// <summary>Quality of service.</summary>
public enum MqttQoSLevel
{
    /// <summary>Sent once, perhaps lost.</summary>
    AtMostOnce = 0,

    /// <summary>Confirmed, perhaps twice.</summary>
    AtLeastOnce = 1,

    /// <summary>Confirmed, exactly once.</summary>
    ExactlyOnce = 2,

    /// <summary>Answer to a subscription: refused.</summary>
    GrantedFailure = 128,
}
