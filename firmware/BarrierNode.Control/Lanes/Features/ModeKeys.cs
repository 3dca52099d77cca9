using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>The key switches of the cabinet: local, maintenance, test. They say who may move the lane.</summary>
    internal sealed class ModeKeys
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
