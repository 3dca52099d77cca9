namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>A call that the client refuses.</summary>
/// <param name="errorCode">Why.</param>
public class MqttClientException(MqttClientErrorCode errorCode) : Exception
{
    /// <summary>Why.</summary>
    public MqttClientErrorCode ErrorCode { get; set; } = errorCode;
}
