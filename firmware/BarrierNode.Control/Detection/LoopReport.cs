namespace BarrierNode.Control
{
    /// <summary>The code of a report of kind <see cref="ReportKind.Loop"/>: which loop, its state, its fault, and whether it is noisy.</summary>
    public static class LoopReport
    {
        private const int StateAt = 4;
        private const int FaultAt = 8;
        private const int NoisyAt = 12;
        private const int Field = 15;

        /// <summary>Packs what a loop says.</summary>
        /// <param name="number">Number of the loop.</param>
        /// <param name="loop">The loop.</param>
        public static int Pack(int number, FrequencyLoop loop)
        {
            return number | ((int)loop.State << StateAt) | ((int)loop.Fault << FaultAt) | ((loop.IsNoisy ? 1 : 0) << NoisyAt);
        }

        /// <summary>The code without the difference between clear and occupied: traffic does not change it.</summary>
        /// <param name="code">The code.</param>
        public static int Health(int code)
        {
            return State(code) == LoopState.Occupied ? code - (((int)LoopState.Occupied - (int)LoopState.Clear) << StateAt) : code;
        }

        /// <summary>Number of the loop.</summary>
        /// <param name="code">The code.</param>
        public static int Number(int code)
        {
            return code & Field;
        }

        /// <summary>State of the loop.</summary>
        /// <param name="code">The code.</param>
        public static LoopState State(int code)
        {
            return (LoopState)((code >> StateAt) & Field);
        }

        /// <summary>What is or was last wrong with it.</summary>
        /// <param name="code">The code.</param>
        public static LoopFault Fault(int code)
        {
            return (LoopFault)((code >> FaultAt) & Field);
        }

        /// <summary>It is noisy.</summary>
        /// <param name="code">The code.</param>
        public static bool IsNoisy(int code)
        {
            return ((code >> NoisyAt) & 1) != 0;
        }
    }
}
