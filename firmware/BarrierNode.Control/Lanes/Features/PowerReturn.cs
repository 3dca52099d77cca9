using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// What the lane does when the power comes back: it waits for a person to look, or makes once the move that the site declares. No target
    /// is remembered over a start.
    /// </summary>
    internal sealed class PowerReturn
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 3;

        // A cabinet whose power comes back does not hear its hub yet: that does not forbid the move that is declared for this.
        private const int Overrides = (1 << (int)LaneHold.Restarted) | (1 << (int)LaneHold.HubLost);

        // The limit switches prove an end only after their debounce time.
        private const long ProofUs = 500000;

        private bool _confirmed;
        private bool _over;
        private long _waitedUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            _confirmed = _confirmed || scan.PersonMoves;
            scan.HoldUnattended(LaneHold.Restarted, !_confirmed);
            int policy = scan.Setting(LaneSetting.PowerReturnPolicy);
            if (policy != 0 && !_over)
            {
                Act(scan, policy == 1);
            }
        }

        /// <summary>A person has looked.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Not used.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            if (_confirmed)
            {
                return RefusalReason.NothingToUndo;
            }

            _confirmed = true;
            return RefusalReason.None;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _confirmed = frame.Pass(_confirmed);
            _over = frame.Pass(_over);
            _waitedUs = frame.Pass(_waitedUs);
        }

        private void Act(LaneScan scan, bool raise)
        {
            bool otherMove = scan.Move != CommandOp.None && scan.Origin != MoveOrigin.Automatic;
            if (scan.PersonMoves || otherMove || scan.JustReversed || scan.JustHalted)
            {
                _over = true;
                return;
            }

            _waitedUs += scan.StepUs;
            if (_waitedUs < ProofUs + (1000L * scan.Setting(LaneSetting.PowerReturnDelayMs)))
            {
                return;
            }

            // From the proven other end only: what stands between the ends stays there, the node does not know what stopped it.
            bool from = raise ? scan.ProvenDown : scan.ProvenUp;
            if (from && !scan.Occupied)
            {
                scan.AskDeclared(raise ? CommandOp.Raise : CommandOp.Lower, Overrides);
            }

            _over = (!from && scan.Still) || scan.Tripped;
        }
    }
}
