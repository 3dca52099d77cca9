using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>What the lane does when the power comes back.</summary>
    internal sealed class PowerReturn
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 0;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
        }

        /// <summary>Takes the command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Argument of the command.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            return RefusalReason.NotFitted;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
        }
    }
}
