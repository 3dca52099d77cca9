using System;
using System.Threading;
using BarrierNode.Control;

namespace BarrierNode.Node
{
    /// <summary>Puts the node together: configuration, site table, journal, pins, the scan thread and the link thread.</summary>
    internal sealed class NodeApp
    {
        /// <summary>Version of the firmware.</summary>
        public const string Version = "0.1.0";

        /// <summary>Loads everything and starts the threads.</summary>
        public void Start()
        {
            NodeConfig config = NodeConfig.Load();
            SiteTable site = SiteTableReader.Read(Flash.ReadAll("site.bin"), config.ConfigKey, config.Node);
            if (site.City != config.City || site.Site != config.Site)
            {
                throw new SiteTableException("is for " + site.City + "/" + site.Site + ", this node is in " + config.City + "/" + config.Site);
            }

            Flash flash = new Flash();
            Journal journal = new Journal(flash);
            LoopMemory loops = new LoopMemory(flash, site.Loops);
            string boot = journal.Start + "-" + HexText.Of(new Random().Next());
            Controller controller = new Controller(site, journal.LatchedTrips, new KeptValues(), loops.MilliHz);
            AutoResetEvent wake = new AutoResetEvent(false);
            ScanLoop scan = new ScanLoop(controller, new Pins(site), new LoopCounters(site.Loops), wake);
            Link link = new Link(config, site, boot, controller, journal, loops, wake);

            Thread scanThread = new Thread(scan.Run);
            scanThread.Priority = ThreadPriority.Highest;
            scanThread.Start();
            new Thread(link.Run).Start();
        }
    }
}
