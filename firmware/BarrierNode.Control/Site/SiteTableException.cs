using System;

namespace BarrierNode.Control
{
    /// <summary>A site table was rejected; the message says why. The node then moves nothing.</summary>
    public sealed class SiteTableException : Exception
    {
        /// <summary>Makes the exception.</summary>
        /// <param name="message">What is wrong.</param>
        public SiteTableException(string message)
            : base("site table: " + message)
        {
        }
    }
}
