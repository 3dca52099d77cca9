namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>What a caller did wrong.</summary>
public enum MqttClientErrorCode
{
    /// <summary>Will.</summary>
    WillWrong = 1,

    /// <summary>Keep-alive.</summary>
    KeepAliveWrong = 2,

    /// <summary>Wildcard in a topic to publish on.</summary>
    TopicWildcard = 3,

    /// <summary>Length of a topic.</summary>
    TopicLength = 4,

    /// <summary>Quality of service.</summary>
    QosNotAllowed = 5,

    /// <summary>No topics.</summary>
    TopicsEmpty = 6,

    /// <summary>No qualities of service.</summary>
    QosLevelsEmpty = 7,

    /// <summary>Not one quality of service for each topic.</summary>
    TopicsQosLevelsNotMatch = 8,

    /// <summary>Unexpected message from the broker.</summary>
    WrongBrokerMessage = 9,

    /// <summary>Message id.</summary>
    WrongMessageId = 10,

    /// <summary>Too many messages in flight.</summary>
    InflightQueueFull = 11,

    /// <summary>Flags of a message.</summary>
    InvalidFlagBits = 12,

    /// <summary>Flags of the connection.</summary>
    InvalidConnectFlags = 13,

    /// <summary>Client id.</summary>
    InvalidClientId = 14,

    /// <summary>Protocol name.</summary>
    InvalidProtocolName = 15,
}
