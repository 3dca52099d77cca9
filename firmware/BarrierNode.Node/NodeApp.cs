using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using BarrierNode.Control;

namespace BarrierNode.Node
{
    /// <summary>Puts the node together: configuration, site table, journal, pins, the scan thread and the link thread.</summary>
    internal sealed class NodeApp
    {
        /// <summary>Loads everything and starts the threads.</summary>
        public void Start()
        {
            Flash flash = new Flash();
            NodeConfig config = NodeConfig.Read(flash);
            X509Certificate authority = new X509Certificate(flash.Require("ca.der"));
            NodeCore node = new NodeCore(config, flash, new Random().Next());
            AutoResetEvent wake = new AutoResetEvent(false);
            ChipPins pins = new ChipPins(node.Site);
            ScanLoop scan = new ScanLoop(new ScanStep(node.Controller, pins), pins, wake);
            LinkLoop link = new LinkLoop(new NodeLink(node, new MqttPort(config, authority, wake)), wake);

            Thread scanThread = new Thread(scan.Run);
            scanThread.Priority = ThreadPriority.Highest;
            scanThread.Start();
            new Thread(link.Run).Start();
        }
    }
}
