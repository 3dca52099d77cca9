using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>An opening that the control room wants: asked for until the lane is down, or until somebody or something more important ends it.</summary>
    internal sealed class OpeningWish
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 1;

        private bool _asks;

        /// <summary>Why the lane cannot be asked to open now, or None.</summary>
        public static RefusalReason Refusal(LaneScan scan)
        {
            return !scan.HasDrives ? RefusalReason.NotFitted
                : scan.Tripped ? RefusalReason.Tripped
                : scan.Holds.Against(CommandOp.Lower, MoveOrigin.Command) != 0 ? RefusalReason.Held : RefusalReason.None;
        }

        /// <summary>Asks from now on.</summary>
        public void Begin()
        {
            _asks = true;
        }

        /// <summary>Asks no longer.</summary>
        public void End()
        {
            _asks = false;
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            bool open = scan.ProvenDown && scan.Still;
            bool overruled = scan.Move == CommandOp.Raise && scan.Origin > MoveOrigin.Command;
            _asks = _asks && !open && !overruled && !scan.JustStopped && !scan.Tripped;
            if (_asks)
            {
                scan.Ask(CommandOp.Lower, MoveOrigin.Command);
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _asks = frame.Pass(_asks);
        }
    }
}
