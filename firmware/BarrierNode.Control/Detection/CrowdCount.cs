using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Counts people over counting lines: how many are inside, and how many came and went within the last minute. The minute is six parts of ten
    /// seconds, the latest of them not yet full: it is 50 to 60 s long.
    /// </summary>
    public sealed class CrowdCount
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 5 + (2 * Parts);

        /// <summary>Most people that are counted.</summary>
        public const int MaxPeople = 1000000;

        private const int Parts = 6;
        private const long PartUs = 10000000;

        private readonly long[] _in = new long[Parts];
        private readonly long[] _out = new long[Parts];
        private int _part;
        private long _partUs;

        /// <summary>People inside. Never negative: who goes out when nobody is inside had come in uncounted.</summary>
        public int People { get; private set; }

        /// <summary>People who came in within the last minute.</summary>
        public int InPerMin { get; private set; }

        /// <summary>People who went out within the last minute.</summary>
        public int OutPerMin { get; private set; }

        /// <summary>Sets how many are inside: somebody has counted them.</summary>
        /// <param name="people">0 to <see cref="MaxPeople"/>.</param>
        public void Set(int people)
        {
            People = people;
        }

        /// <summary>One scan.</summary>
        /// <param name="came">Who came in since the scan before.</param>
        /// <param name="went">Who went out.</param>
        /// <param name="stepUs">Time since the scan before, in microseconds.</param>
        public void Step(int came, int went, long stepUs)
        {
            _partUs += stepUs;
            if (_partUs >= PartUs)
            {
                _partUs -= PartUs;
                _part = _part == Parts - 1 ? 0 : _part + 1;
                InPerMin -= (int)_in[_part];
                OutPerMin -= (int)_out[_part];
                _in[_part] = 0;
                _out[_part] = 0;
            }

            _in[_part] += came;
            _out[_part] += went;
            InPerMin += came;
            OutPerMin += went;
            int people = People + came - went;
            People = people < 0 ? 0 : people > MaxPeople ? MaxPeople : people;
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            People = frame.Pass(People);
            InPerMin = frame.Pass(InPerMin);
            OutPerMin = frame.Pass(OutPerMin);
            _part = frame.Pass(_part);
            _partUs = frame.Pass(_partUs);
            frame.Pass(_in);
            frame.Pass(_out);
        }
    }
}
