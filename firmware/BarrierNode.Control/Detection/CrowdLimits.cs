namespace BarrierNode.Control
{
    /// <summary>
    /// When a crowd is too much. What was crossed stays so until the figure is well below it again: a crowd around a threshold must not open and
    /// close a gate.
    /// </summary>
    public sealed class CrowdLimits
    {
        private readonly int _people;
        private readonly int _peopleAgain;
        private readonly int _surge;
        private readonly int _counterFlowPercent;

        /// <summary>Makes the limits of an area.</summary>
        /// <param name="areaM2">The area in square metres, 1 to 100000.</param>
        /// <param name="densityPerM2x10">Too dense from here, tenths of persons a square metre; no longer below nine tenths of it.</param>
        /// <param name="surgePerMin">A surge from so many more in than out within a minute; no longer below three quarters of it.</param>
        /// <param name="counterFlowPercent">
        /// A counter-flow from this share of the weaker direction, when at least half as many as in a surge move; no longer below three quarters
        /// of the share, or when a quarter moves.
        /// </param>
        public CrowdLimits(int areaM2, int densityPerM2x10, int surgePerMin, int counterFlowPercent)
        {
            int tenths = areaM2 * densityPerM2x10;
            _people = (tenths + 9) / 10;
            _peopleAgain = (tenths * 9) / 100;
            _surge = surgePerMin;
            _counterFlowPercent = counterFlowPercent;
        }

        /// <summary>What is too much, bits of <see cref="CrowdState"/>.</summary>
        /// <param name="count">The crowd.</param>
        /// <param name="before">What has been too much so far.</param>
        public int Over(CrowdCount count, int before)
        {
            int over = 0;
            if (count.People >= ((before & CrowdState.Density) != 0 ? _peopleAgain : _people))
            {
                over |= CrowdState.Density;
            }

            int net = 4 * (count.InPerMin - count.OutPerMin);
            if (net >= ((before & CrowdState.Surge) != 0 ? 3 * _surge : 4 * _surge))
            {
                over |= CrowdState.Surge;
            }

            return over | CounterFlow(count, (before & CrowdState.CounterFlow) != 0);
        }

        private int CounterFlow(CrowdCount count, bool before)
        {
            int moving = count.InPerMin + count.OutPerMin;
            int weaker = count.InPerMin < count.OutPerMin ? count.InPerMin : count.OutPerMin;
            int percent = (before ? 3 : 4) * _counterFlowPercent;
            bool many = (before ? 4 : 2) * moving >= _surge;
            return many && weaker > 0 && 400 * weaker >= percent * moving ? CrowdState.CounterFlow : 0;
        }
    }
}
