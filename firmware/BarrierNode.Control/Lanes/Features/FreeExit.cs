using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// A detector that asks for an opening by being driven on. Who comes in drives over it too: after a passage it waits a while, and opens only for
    /// those who then still stand there.
    /// </summary>
    internal sealed class FreeExit
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 2;

        // A detector that is stuck must not keep the street open for ever.
        private const long LongestWishUs = 60000000;

        private long _sincePassageUs;
        private long _wishUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            _sincePassageUs = scan.Occupied && !scan.ProvenUp ? 0 : _sincePassageUs + scan.StepUs;
            _wishUs = scan.Rose(InputRole.FreeExit) ? LongestWishUs : _wishUs - scan.StepUs;
            if (!scan.On(InputRole.FreeExit) || scan.JustStopped || scan.Tripped)
            {
                _wishUs = 0;
            }

            if (_wishUs > 0 && _sincePassageUs >= 1000L * scan.Setting(LaneSetting.FreeExitInhibitMs))
            {
                scan.Ask(CommandOp.Lower, MoveOrigin.Automatic);
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _sincePassageUs = frame.Pass(_sincePassageUs);
            _wishUs = frame.Pass(_wishUs);
        }
    }
}
