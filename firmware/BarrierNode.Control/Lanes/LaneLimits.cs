namespace BarrierNode.Control
{
    /// <summary>What the limit switches of a lane prove, for one switch a barrier as for one in series.</summary>
    internal sealed class LaneLimits
    {
        private readonly long _upMask;
        private readonly long _downMask;
        private readonly bool _inPairs;
        private readonly int _pairOffset;

        public LaneLimits(LaneTable lane)
        {
            _upMask = MaskOf(lane.UpInputs);
            _downMask = MaskOf(lane.DownInputs);
            _inPairs = lane.UpInputs.Length == lane.DownInputs.Length;
            _pairOffset = _inPairs && lane.UpInputs.Length > 0 ? lane.DownInputs[0] - lane.UpInputs[0] : 0;
        }

        /// <summary>Mask of every limit switch of the lane.</summary>
        public long All
        {
            get { return _upMask | _downMask; }
        }

        /// <summary>Every barrier is at its upper end and none at its lower.</summary>
        public bool AllUp(long conditions)
        {
            return (conditions & _upMask) == _upMask && (conditions & _downMask) == 0;
        }

        /// <summary>Every barrier is at its lower end and none at its upper.</summary>
        public bool AllDown(long conditions)
        {
            return (conditions & _downMask) == _downMask && (conditions & _upMask) == 0;
        }

        /// <summary>
        /// One barrier is reported at both ends. With one switch a barrier at both ends they are compared one by one; a switch in series
        /// speaks for every barrier, so then any switch of the other end contradicts it.
        /// </summary>
        public bool Conflict(long conditions)
        {
            if (!_inPairs)
            {
                return (conditions & _upMask) != 0 && (conditions & _downMask) != 0;
            }

            // Every pair of switches is equally far apart (SiteTableCheck): one shift brings all of them together.
            long down = _pairOffset >= 0 ? conditions >> _pairOffset : conditions << -_pairOffset;
            return (conditions & _upMask & down) != 0;
        }

        private static long MaskOf(int[] inputs)
        {
            long mask = 0;
            for (int i = 0; i < inputs.Length; i++)
            {
                mask |= 1L << inputs[i];
            }

            return mask;
        }
    }
}
