using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// How restless a loop is: the mean distance between its fast and its slow window over about 10 s. A vehicle is soon over; mains pick-up and the
    /// beat with a neighbour on nearly the same frequency stay. Noise never makes a loop free and never moves anything: it is an alarm.
    /// </summary>
    public sealed class LoopNoise
    {
        /// <summary>Number of words that <see cref="Exchange"/> passes.</summary>
        public const int StateWords = 2;

        private const int GainBits = 9;

        private readonly int _limitPpm;
        private readonly int _mostPpm;
        private long _sum;

        /// <summary>Makes the measure.</summary>
        /// <param name="thresholdPpm">Threshold of the fast window, in ppm.</param>
        public LoopNoise(int thresholdPpm)
        {
            _limitPpm = thresholdPpm * 5 / 8;
            _mostPpm = _limitPpm * 3 / 2;
        }

        /// <summary>The noise, as ΔL/L in ppm. The grain of the counter is in it.</summary>
        public int Ppm
        {
            get { return (int)(_sum >> GainBits); }
        }

        /// <summary>The noise is near the threshold: expect false presence.</summary>
        public bool IsHigh { get; private set; }

        /// <summary>Takes in one scan.</summary>
        /// <param name="restPpm">Difference between the fast and the slow window, in ppm.</param>
        public void Scan(int restPpm)
        {
            int rest = restPpm < 0 ? -restPpm : restPpm;
            _sum += (rest > _mostPpm ? _mostPpm : rest) - (_sum >> GainBits);
            IsHigh = Ppm >= (IsHigh ? _limitPpm * 3 / 4 : _limitPpm);
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            _sum = frame.Pass(_sum);
            IsHigh = frame.Pass(IsHigh);
        }
    }
}
