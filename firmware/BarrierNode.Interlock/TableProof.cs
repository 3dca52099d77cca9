namespace BarrierNode.Interlock
{
    /// <summary>
    /// Rule G9: proves the words of the table against their check word while the gate uses them, eight words a scan, so all of them every
    /// 34 scans. A mismatch is for good: what else has changed is not known.
    /// </summary>
    internal sealed class TableProof
    {
        private const int WordsPerScan = 8;

        private readonly long[] _words;
        private long _sum = CheckWord.Start;
        private int _next;

        public TableProof(long[] words)
        {
            _words = words;
        }

        /// <summary>True since the first mismatch.</summary>
        public bool Broken;

        /// <summary>Proves the next part.</summary>
        public void Scan()
        {
            long[] words = _words;
            long sum = _sum;
            int next = _next;
            for (int i = 0; i < WordsPerScan - 1; i++)
            {
                sum = (sum * CheckWord.Factor) + words[next + i];
            }

            next += WordsPerScan - 1;
            if (next == GateTable.CheckWordAt)
            {
                Broken |= sum != words[next];
                _sum = CheckWord.Start;
                _next = 0;
                return;
            }

            _sum = (sum * CheckWord.Factor) + words[next];
            _next = next + 1;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            Broken = frame.Pass(Broken);
            _sum = frame.Pass(_sum);
            _next = frame.Pass(_next);
        }
    }
}
