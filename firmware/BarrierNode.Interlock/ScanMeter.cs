namespace BarrierNode.Interlock
{
    /// <summary>
    /// Measures the scan: how long it takes, the gap between two, and how many were late. A window is closed once a second by the scan
    /// itself; the other threads read the closed one.
    /// </summary>
    public sealed class ScanMeter
    {
        // Gap histogram: 2 ms a bucket up to 128 ms, the last one open-ended.
        private const int Buckets = 64;
        private const int BucketUs = 2000;

        private readonly int[] _gaps = new int[Buckets];
        private int _count;
        private int _scanMaxUs;
        private long _scanSumUs;
        private int _gapMinUs = int.MaxValue;
        private int _gapMaxUs;

        /// <summary>Mean time that a scan took in the last window, in microseconds.</summary>
        public int ScanMeanUs { get; private set; }

        /// <summary>Longest time that a scan took in the last window, in microseconds.</summary>
        public int ScanMaxUs { get; private set; }

        /// <summary>Shortest gap between two scans in the last window, in microseconds.</summary>
        public int GapMinUs { get; private set; }

        /// <summary>Longest gap between two scans in the last window, in microseconds.</summary>
        public int GapMaxUs { get; private set; }

        /// <summary>The gap that 99 in 100 scans of the last window kept, in microseconds, rounded up to 2 ms.</summary>
        public int GapP99Us { get; private set; }

        /// <summary>Late scans since the start.</summary>
        public int LateScans { get; private set; }

        /// <summary>Adds one scan.</summary>
        /// <param name="scanUs">How long the scan took, in microseconds.</param>
        /// <param name="gapUs">Time since the scan before it, in microseconds.</param>
        /// <param name="late">True when the gate found it late.</param>
        public void Add(int scanUs, int gapUs, bool late)
        {
            if (late)
            {
                LateScans++;
            }

            _count++;
            _scanSumUs += scanUs;
            _scanMaxUs = scanUs > _scanMaxUs ? scanUs : _scanMaxUs;
            _gapMinUs = gapUs < _gapMinUs ? gapUs : _gapMinUs;
            _gapMaxUs = gapUs > _gapMaxUs ? gapUs : _gapMaxUs;
            int bucket = gapUs / BucketUs;
            _gaps[bucket < 0 ? 0 : bucket >= Buckets ? Buckets - 1 : bucket]++;
        }

        /// <summary>Closes the window and starts the next.</summary>
        public void CloseWindow()
        {
            if (_count == 0)
            {
                return;
            }

            ScanMeanUs = (int)(_scanSumUs / _count);
            ScanMaxUs = _scanMaxUs;
            GapMinUs = _gapMinUs;
            GapMaxUs = _gapMaxUs;
            GapP99Us = Percentile99();
            for (int i = 0; i < Buckets; i++)
            {
                _gaps[i] = 0;
            }

            _count = 0;
            _scanSumUs = 0;
            _scanMaxUs = 0;
            _gapMinUs = int.MaxValue;
            _gapMaxUs = 0;
        }

        private int Percentile99()
        {
            int beyond = _count / 100;
            for (int i = Buckets - 1; i >= 0; i--)
            {
                beyond -= _gaps[i];
                if (beyond < 0)
                {
                    int edgeUs = (i + 1) * BucketUs;
                    return edgeUs < _gapMaxUs ? edgeUs : _gapMaxUs;
                }
            }

            return 0;
        }
    }
}
