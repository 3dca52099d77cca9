namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>The broker cannot be reached.</summary>
/// <param name="message">What happened.</param>
/// <param name="innerException">Cause.</param>
public class MqttConnectionException(string message, Exception innerException) : Exception(message, innerException);
