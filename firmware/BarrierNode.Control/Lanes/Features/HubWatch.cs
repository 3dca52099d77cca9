using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// What the lane does when the hub is not heard: nothing more by itself, and once the move that the site declares, if it declares one. A move
    /// under way goes on to its end.
    /// </summary>
    internal sealed class HubWatch
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 2;

        private bool _lost;
        private bool _acting;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            int lossAfterMs = scan.Setting(LaneSetting.HubLossAfterMs);
            bool lost = lossAfterMs > 0 && scan.HubSilentMs > lossAfterMs;
            if (lost != _lost)
            {
                _lost = lost;
                _acting = lost && scan.Setting(LaneSetting.HubLossPolicy) != 0;
                scan.Tell(lost ? EventCode.HubLost : EventCode.HubBack, lost ? (int)scan.HubSilentMs : 0, 0);
            }

            scan.HoldUnattended(LaneHold.HubLost, _lost);
            if (_acting)
            {
                Act(scan);
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _lost = frame.Pass(_lost);
            _acting = frame.Pass(_acting);
        }

        private void Act(LaneScan scan)
        {
            if (scan.JustReversed || scan.JustHalted || scan.PersonMoves)
            {
                _acting = false;
                return;
            }

            // From the proven other end only: what is between the ends is finished or stands, and nobody guesses.
            bool raise = scan.Setting(LaneSetting.HubLossPolicy) == 1;
            bool from = raise ? scan.ProvenDown : scan.ProvenUp;
            if (from)
            {
                scan.AskDeclared(raise ? CommandOp.Raise : CommandOp.Lower, 1 << (int)LaneHold.HubLost);
            }

            _acting = (from || !scan.Still) && !scan.Tripped;
        }
    }
}
