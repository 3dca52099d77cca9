using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// A barrier, or a cover, that was tampered with. The lane is then not protected, whatever its switches say. A passive barrier can raise the
    /// lane beside it; a raise that had to turn back is not asked for again until the tamper contact has closed.
    /// </summary>
    internal sealed class Tamper
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 1;

        private bool _turnedBack;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (scan.Rose(InputRole.Tamper))
            {
                scan.Tell(EventCode.Tampered, 0, 0);
            }
            else if (scan.Fell(InputRole.Tamper))
            {
                scan.Tell(EventCode.TamperEnded, 0, 0);
            }

            scan.HoldUnattended(LaneHold.Tampered, scan.On(InputRole.Tamper));
            bool beside = (scan.Inputs & scan.TamperBeside) != 0;
            _turnedBack = beside && (_turnedBack || scan.JustReversed);
            if (beside && !_turnedBack)
            {
                scan.Ask(CommandOp.Raise, MoveOrigin.Automatic);
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _turnedBack = frame.Pass(_turnedBack);
        }
    }
}
