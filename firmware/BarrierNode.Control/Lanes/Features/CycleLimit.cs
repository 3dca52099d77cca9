using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Counts the raises of the last hour and forbids more than the drive can bear: by command and by itself, never for an emergency or a person at the
    /// panel. The hour slides in sixteenths of 4 minutes, so a raise counts for 60 to 64 minutes. A restart begins a new count.
    /// </summary>
    internal sealed class CycleLimit
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 4;

        private const long SlotUs = 4 * 60000000L;
        private const int SlotBits = 8;
        private const int SlotMask = (1 << SlotBits) - 1;
        private const int TopSlot = 64 - SlotBits;

        // Sixteen counts of 8 bits: the newest in the low bits of the one word, the oldest in the high bits of the other.
        private long _newer;
        private long _older;
        private int _raises;
        private long _slotUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            int max = scan.Setting(LaneSetting.MaxCyclesPerHour);
            if (max == 0)
            {
                return;
            }

            _slotUs += scan.StepUs;
            if (_slotUs >= SlotUs)
            {
                _slotUs -= SlotUs;
                Slide();
            }

            if (scan.JustStarted == CommandOp.Raise && ((int)_newer & SlotMask) < SlotMask)
            {
                _newer++;
                _raises++;
            }

            scan.Hold(LaneHold.CycleLimit, _raises >= max, false, false);
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _newer = frame.Pass(_newer);
            _older = frame.Pass(_older);
            _raises = frame.Pass(_raises);
            _slotUs = frame.Pass(_slotUs);
        }

        private void Slide()
        {
            _raises -= (int)(_older >> TopSlot) & SlotMask;
            _older = (_older << SlotBits) | ((_newer >> TopSlot) & SlotMask);
            _newer <<= SlotBits;
        }
    }
}
