using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>The checks that the loops of a table must pass on the node.</summary>
    internal static class LoopTableCheck
    {
        private const int LowestHz = 18000;
        private const int HighestHz = 145000;
        private const int CoarsestPpm = 20000;
        private const int LeastDriftPpmPerMinute = 600;
        private const int MostDriftPpmPerMinute = 10000;

        /// <summary>Looks for a fault.</summary>
        /// <param name="site">The table.</param>
        /// <returns>Null, or the first fault in words.</returns>
        public static string Fault(SiteTable site)
        {
            int inverted = (int)site.Gate.Words[GateTable.InvertedInputsAt];
            int seen = 0;
            for (int i = 0; i < site.Loops.Length; i++)
            {
                LoopTable loop = site.Loops[i];
                if (loop.Input < 0 || loop.Input >= site.InputNames.Length || (seen & (1 << loop.Input)) != 0)
                {
                    return "loop " + i + ": its input is not possible";
                }

                seen |= 1 << loop.Input;
                if ((inverted & (1 << loop.Input)) == 0)
                {
                    return "loop " + i + ": its input is no normally closed contact";
                }

                if (loop.NominalHz < LowestHz || loop.NominalHz > HighestHz
                    || loop.MaxDriftPpmPerMinute < LeastDriftPpmPerMinute || loop.MaxDriftPpmPerMinute > MostDriftPpmPerMinute
                    || loop.SensitivityPpm < LoopSettings.FinestPpm(loop.NominalHz, loop.MaxDriftPpmPerMinute) || loop.SensitivityPpm > CoarsestPpm)
                {
                    return "loop " + i + ": a number is out of range";
                }
            }

            return null;
        }
    }
}
