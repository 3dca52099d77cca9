using System.Threading;
using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// A time in which the link thread may do what can stall the whole node (TLS connect, DNS, flash write). It asks; the scan grants while
    /// nothing moves or is about to; nothing may move until the window is given back. A holder that never gives it back leaves the street still.
    /// </summary>
    public sealed class QuietWindow
    {
        private int _asked;
        private int _granted;

        /// <summary>True while a window is granted.</summary>
        public bool Granted
        {
            get { return Interlocked.CompareExchange(ref _granted, 0, 0) != 0; }
        }

        /// <summary>True when the last scan saw a window asked for.</summary>
        public bool Asked { get; private set; }

        /// <summary>Asks for a window (link thread).</summary>
        public void Ask()
        {
            Interlocked.Exchange(ref _asked, 1);
        }

        /// <summary>Gives the window back (link thread), granted or not.</summary>
        public void GiveBack()
        {
            Interlocked.Exchange(ref _asked, 0);
        }

        /// <summary>Grants, keeps or ends the window (scan).</summary>
        /// <param name="still">Nothing is energised or about to be.</param>
        /// <returns>True while the window is in force: no motion in this scan.</returns>
        public bool Scan(bool still)
        {
            bool asked = Interlocked.CompareExchange(ref _asked, 0, 0) != 0;
            bool granted = asked && (Granted || still);
            Asked = asked;
            Interlocked.Exchange(ref _granted, granted ? 1 : 0);
            return granted;
        }

        /// <summary>Saves or loads the state.</summary>
        internal void Exchange(StateFrame frame)
        {
            _granted = frame.Pass(_granted);
        }
    }
}
