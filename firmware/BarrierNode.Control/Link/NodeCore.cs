namespace BarrierNode.Control
{
    /// <summary>What a node is made of after its start, without pins, clock, flash and network: those come in through ports.</summary>
    public sealed class NodeCore
    {
        /// <summary>Version of the firmware.</summary>
        public const string Version = "0.1.0";

        /// <summary>Reads what the flash has kept, and counts the start. Nothing may be energised yet.</summary>
        /// <param name="config">Who this node is.</param>
        /// <param name="flash">Its files.</param>
        /// <param name="random">A random number for the boot id.</param>
        /// <exception cref="SiteTableException">The site table is not one, or not for this node.</exception>
        /// <exception cref="System.Exception">There is no site table.</exception>
        public NodeCore(NodeConfig config, JournalStore flash, int random)
        {
            Config = config;
            Site = SiteTableReader.Read(flash.Require("site.bin"), config.ConfigKey, config.Node);
            if (Site.City != config.City || Site.Site != config.Site)
            {
                throw new SiteTableException("is for " + Site.City + "/" + Site.Site + ", this node is in " + config.City + "/" + config.Site);
            }

            Journal = new Journal(flash);
            KeptValues values = new KeptValues();
            Kept = new KeptMemory(flash, values);
            Loops = new LoopMemory(flash, Site.Loops);
            Boot = Journal.Start + "-" + HexText.Of(random);
            Controller = new Controller(Site, Journal.LatchedTrips, values, Loops.MilliHz);
        }

        /// <summary>Who this node is.</summary>
        public NodeConfig Config { get; private set; }

        /// <summary>Its site table.</summary>
        public SiteTable Site { get; private set; }

        /// <summary>Its events.</summary>
        public Journal Journal { get; private set; }

        /// <summary>Stores the numbers that it must not forget.</summary>
        public KeptMemory Kept { get; private set; }

        /// <summary>Stores the baselines of its loops.</summary>
        public LoopMemory Loops { get; private set; }

        /// <summary>The boot id: another one after every start.</summary>
        public string Boot { get; private set; }

        /// <summary>Its controller.</summary>
        public Controller Controller { get; private set; }
    }
}
