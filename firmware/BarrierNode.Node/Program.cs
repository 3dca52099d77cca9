using System;
using System.Threading;

namespace BarrierNode.Node
{
    /// <summary>The ESP32 application.</summary>
    public static class Program
    {
        /// <summary>Starts the node. Never returns: when Main returns, the chip goes on with whatever its outputs show.</summary>
        public static void Main()
        {
            try
            {
                new NodeApp().Start();
            }
            catch (Exception e)
            {
                // Without configuration or site table nothing is ever energised: no output was opened, no permission pulse is given.
                Console.WriteLine("BarrierNode does not start: " + e.Message);
            }

            for (;;)
            {
                Thread.Sleep(1000);
            }
        }
    }
}
