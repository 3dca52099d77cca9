namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>Talking to the broker failed.</summary>
public class MqttCommunicationException : Exception
{
    /// <summary>Without a cause.</summary>
    public MqttCommunicationException()
    {
    }

    /// <summary>With the cause.</summary>
    /// <param name="e">Cause.</param>
    public MqttCommunicationException(Exception e)
        : base(string.Empty, e)
    {
    }
}
