using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The buttons of the cabinet's panel: one for each direction, or one that steps open, stop, close, stop. Where a person must watch, the lane
    /// moves only while the button is held.
    /// </summary>
    internal sealed class PanelButtons
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 3;

        // A button that is stuck when the node starts shows after its debounce time, which is 5 s at most. It must not move anything.
        private const long StartUpMs = 6000;

        private CommandOp _pressed;
        private CommandOp _last;
        private long _heldUs;

        /// <summary>What the button asks for that a person holds down: Raise, Lower or None.</summary>
        public CommandOp Pressed
        {
            get { return _pressed; }
        }

        /// <summary>For how long a person has held the lane's opening button, in microseconds; 0 when nobody does.</summary>
        public long LowerHeldUs
        {
            get { return _pressed == CommandOp.Lower ? _heldUs : 0; }
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            _last = scan.Still ? _last : scan.Move;
            bool raise = scan.On(InputRole.RaiseButton);
            bool lower = scan.On(InputRole.LowerButton);

            // After a reversal the button that is still held must not raise again: what was pinched may still be there.
            if (scan.JustReversed || !(raise || lower) || !Allowed(scan))
            {
                _pressed = CommandOp.None;
                return;
            }

            if (scan.Rose(InputRole.RaiseButton) || scan.Rose(InputRole.LowerButton))
            {
                Press(scan, raise, lower);
            }
            else if (scan.Tripped)
            {
                // A reset moves nothing: whoever held on through the trip must let go first.
                _pressed = CommandOp.None;
            }

            _heldUs += scan.StepUs;
            if (_pressed != CommandOp.None && MustHold(scan))
            {
                scan.AskHeld(_pressed, MoveOrigin.Panel);
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _pressed = (CommandOp)frame.Pass((int)_pressed);
            _last = (CommandOp)frame.Pass((int)_last);
            _heldUs = frame.Pass(_heldUs);
        }

        private static bool Allowed(LaneScan scan)
        {
            return scan.UptimeMs >= StartUpMs && (scan.Mode != LaneMode.Remote || scan.Setting(LaneSetting.PanelInRemote) != 0);
        }

        private void Press(LaneScan scan, bool raise, bool lower)
        {
            bool steps = scan.Setting(LaneSetting.StepMode) != 0;
            _heldUs = 0;
            if ((raise && lower) || (steps && !scan.Still))
            {
                // A panel stops what it may move itself; an emergency goes on.
                _pressed = CommandOp.None;
                scan.WishStop = scan.WishStop || scan.Origin <= MoveOrigin.Panel;
                return;
            }

            _pressed = steps ? NextStep(scan) : raise ? CommandOp.Raise : CommandOp.Lower;
            if (!MustHold(scan))
            {
                scan.Ask(_pressed, MoveOrigin.Panel);
            }
        }

        // Open, stop, close, stop. Where nothing is known the lane opens: that is the way out.
        private CommandOp NextStep(LaneScan scan)
        {
            return scan.ProvenUp ? CommandOp.Lower
                : scan.ProvenDown || _last == CommandOp.Lower ? CommandOp.Raise : CommandOp.Lower;
        }

        private bool MustHold(LaneScan scan)
        {
            return scan.Mode == LaneMode.Maintenance || scan.Setting(LaneSetting.HoldToRun) != 0
                || (_pressed == CommandOp.Raise && scan.Holds.Has(LaneHold.Bypass));
        }
    }
}
