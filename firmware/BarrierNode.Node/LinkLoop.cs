using System.Threading;
using BarrierNode.Control;
using nanoFramework.Hardware.Esp32;

namespace BarrierNode.Node
{
    /// <summary>The link thread: steps the link every 10 ms, and at once when a report or a message waits.</summary>
    internal sealed class LinkLoop
    {
        private readonly NodeLink _link;
        private readonly AutoResetEvent _wake;

        public LinkLoop(NodeLink link, AutoResetEvent wake)
        {
            _link = link;
            _wake = wake;
        }

        /// <summary>Runs for ever.</summary>
        public void Run()
        {
            _link.Start();
            for (;;)
            {
                _link.Step((long)HighResTimer.GetCurrent());
                _wake.WaitOne(NodeLink.PollMs, false);
            }
        }
    }
}
