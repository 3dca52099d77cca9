using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>A detector that asks for an opening by being driven on.</summary>
    internal sealed class FreeExit
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
