namespace BarrierNode.Control
{
    /// <summary>What is too much about a crowd: bits of one number. The values travel in events and never change.</summary>
    public static class CrowdState
    {
        /// <summary>Too many people on the area.</summary>
        public const int Density = 1;

        /// <summary>Too many come in within a minute.</summary>
        public const int Surge = 2;

        /// <summary>Two streams against each other.</summary>
        public const int CounterFlow = 4;

        /// <summary>Number of the states.</summary>
        public const int Count = 3;

        /// <summary>Name of a state in messages.</summary>
        /// <param name="state">One of the constants.</param>
        public static string Name(int state)
        {
            switch (state)
            {
                case Density: return "density";
                case Surge: return "surge";
                case CounterFlow: return "counterFlow";
                default: return "state" + state;
            }
        }
    }
}
