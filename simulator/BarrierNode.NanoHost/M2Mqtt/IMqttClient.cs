using System.Collections;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt;

/// <summary>An MQTT client.</summary>
public interface IMqttClient
{
    /// <summary>Handles an arrived message.</summary>
    /// <param name="sender">The client.</param>
    /// <param name="e">The message.</param>
    delegate void MqttMsgPublishEventHandler(object sender, MqttMsgPublishEventArgs e);

    /// <summary>Handles a delivery.</summary>
    /// <param name="sender">The client.</param>
    /// <param name="e">Which message.</param>
    delegate void MqttMsgPublishedEventHandler(object sender, MqttMsgPublishedEventArgs e);

    /// <summary>Handles an answer to a subscription.</summary>
    /// <param name="sender">The client.</param>
    /// <param name="e">The answer.</param>
    delegate void MqttMsgSubscribedEventHandler(object sender, MqttMsgSubscribedEventArgs e);

    /// <summary>Handles the end of a subscription.</summary>
    /// <param name="sender">The client.</param>
    /// <param name="e">Which one.</param>
    delegate void MqttMsgUnsubscribedEventHandler(object sender, MqttMsgUnsubscribedEventArgs e);

    /// <summary>Handles the end of the connection.</summary>
    /// <param name="sender">The client.</param>
    /// <param name="e">Nothing.</param>
    delegate void ConnectionClosedEventHandler(object sender, EventArgs e);

    /// <summary>A message has arrived.</summary>
    event MqttMsgPublishEventHandler MqttMsgPublishReceived;

    /// <summary>A message of QoS 1 or 2 has reached the broker.</summary>
    event MqttMsgPublishedEventHandler MqttMsgPublished;

    /// <summary>The broker has answered a subscription.</summary>
    event MqttMsgSubscribedEventHandler MqttMsgSubscribed;

    /// <summary>The broker has ended a subscription.</summary>
    event MqttMsgUnsubscribedEventHandler MqttMsgUnsubscribed;

    /// <summary>The connection has ended.</summary>
    event ConnectionClosedEventHandler ConnectionClosed;

    /// <summary>True while connected.</summary>
    bool IsConnected { get; }

    /// <summary>Names the broker.</summary>
    /// <param name="brokerHostName">Host.</param>
    /// <param name="brokerPort">Port.</param>
    /// <param name="secure">With TLS.</param>
    /// <param name="caCert">Authority's certificate.</param>
    /// <param name="clientCert">Own certificate.</param>
    /// <param name="sslProtocol">TLS version.</param>
    void Init(string brokerHostName, int brokerPort, bool secure, byte[]? caCert, byte[]? clientCert, MqttSslProtocols sslProtocol);

    /// <summary>Connects.</summary>
    /// <param name="clientId">Client id.</param>
    /// <param name="username">User name.</param>
    /// <param name="password">Password.</param>
    /// <param name="willRetain">The broker keeps the will.</param>
    /// <param name="willQosLevel">QoS of the will.</param>
    /// <param name="willFlag">There is a will.</param>
    /// <param name="willTopic">Topic of the will.</param>
    /// <param name="willMessage">Content of the will.</param>
    /// <param name="cleanSession">The broker forgets the session.</param>
    /// <param name="keepAlivePeriod">Longest silence in s.</param>
    /// <returns>The broker's answer.</returns>
    MqttReasonCode Connect(
        string clientId,
        string? username,
        string? password,
        bool willRetain,
        MqttQoSLevel willQosLevel,
        bool willFlag,
        string? willTopic,
        string? willMessage,
        bool cleanSession,
        ushort keepAlivePeriod);

    /// <summary>Ends the connection with a goodbye.</summary>
    void Disconnect();

    /// <summary>Ends the connection without a goodbye.</summary>
    void Close();

    /// <summary>Subscribes.</summary>
    /// <param name="topics">Topic filters.</param>
    /// <param name="qosLevels">Highest QoS, topic by topic.</param>
    /// <returns>Message id.</returns>
    ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels);

    /// <summary>Ends subscriptions.</summary>
    /// <param name="topics">Topic filters.</param>
    /// <returns>Message id.</returns>
    ushort Unsubscribe(string[] topics);

    /// <summary>Publishes with QoS 0.</summary>
    /// <param name="topic">Topic.</param>
    /// <param name="message">Content.</param>
    /// <returns>Message id.</returns>
    ushort Publish(string topic, byte[] message);

    /// <summary>Publishes with QoS 0.</summary>
    /// <param name="topic">Topic.</param>
    /// <param name="message">Content.</param>
    /// <param name="contentType">MQTT 5 only.</param>
    /// <returns>Message id.</returns>
    ushort Publish(string topic, byte[] message, string? contentType);

    /// <summary>Publishes.</summary>
    /// <param name="topic">Topic.</param>
    /// <param name="message">Content.</param>
    /// <param name="contentType">MQTT 5 only.</param>
    /// <param name="userProperties">MQTT 5 only.</param>
    /// <param name="qosLevel">QoS.</param>
    /// <param name="retain">The broker keeps it.</param>
    /// <returns>Message id.</returns>
    ushort Publish(string topic, byte[] message, string? contentType, ArrayList? userProperties, MqttQoSLevel qosLevel, bool retain);
}
