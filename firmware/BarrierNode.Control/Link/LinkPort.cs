using System;

namespace BarrierNode.Control
{
    /// <summary>
    /// The way of the node's link to its broker: M2Mqtt over TLS on the chip, a model in a simulated city. It has one connection at a time and decides
    /// nothing; when to connect and what to say is up to <see cref="NodeLink"/>. Any method may throw when the connection breaks under it.
    /// </summary>
    public abstract class LinkPort
    {
        /// <summary>Quality of service 0.</summary>
        public const int AtMostOnce = 0;

        /// <summary>Quality of service 1.</summary>
        public const int AtLeastOnce = 1;

        /// <summary>The broker loses a node that is silent for one and a half times this.</summary>
        public const int KeepAliveSeconds = 10;

        /// <summary>What has arrived. The port puts messages in, from any one thread.</summary>
        public readonly Inbox Inbox = new Inbox();

        /// <summary>True while the connection holds, as far as the port knows.</summary>
        public abstract bool IsOpen { get; }

        /// <summary>Brings the network up. Stalls the chip: only in a quiet window.</summary>
        /// <returns>False when there is none; the port has said why.</returns>
        public abstract bool Join();

        /// <summary>
        /// Opens a connection with a clean session, the node's credentials and a last will that is retained. Stalls the chip: only in a quiet window.
        /// </summary>
        /// <param name="willTopic">Topic of the last will.</param>
        /// <param name="will">The last will, UTF-8.</param>
        /// <returns>False when there is none; the port has said why, and nothing is left behind.</returns>
        public abstract bool Open(string willTopic, byte[] will);

        /// <summary>Hands a message over for sending.</summary>
        /// <param name="topic">Topic.</param>
        /// <param name="message">Its bytes; they are not changed afterwards.</param>
        /// <param name="qos"><see cref="AtMostOnce"/> or <see cref="AtLeastOnce"/>.</param>
        /// <param name="retain">The broker keeps it for who subscribes later.</param>
        public abstract void Publish(string topic, byte[] message, int qos, bool retain);

        /// <summary>Subscribes with <see cref="AtLeastOnce"/>.</summary>
        /// <param name="filters">Topics, with wildcards.</param>
        public abstract void Subscribe(string[] filters);

        /// <summary>Ends the connection without a goodbye, so that the broker tells the last will. Never throws.</summary>
        public abstract void Close();

        /// <summary>Is told what has gone wrong and was dealt with, for the log.</summary>
        /// <param name="part">Which part: <c>Link</c> or <c>Flash</c>.</param>
        /// <param name="problem">What happened.</param>
        public abstract void Failed(string part, Exception problem);
    }
}
