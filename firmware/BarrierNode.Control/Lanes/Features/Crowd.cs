using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>People who come and go: number, density, surge, counter-flow.</summary>
    internal sealed class Crowd
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 0;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
        }
    }
}
