using BarrierNode.NanoHost;

namespace System.Threading
{
    /// <summary>The chip's thread: it ends with the chip's power.</summary>
    internal sealed class Thread
    {
        private readonly ThreadStart _start;
        private ThreadPriority _priority = ThreadPriority.Normal;
        private ChipThread _thread;

        public Thread(ThreadStart start)
        {
            _start = start ?? throw new ArgumentNullException(nameof(start));
        }

        public bool IsAlive
        {
            get { return _thread != null && _thread.IsAlive; }
        }

        public ThreadPriority Priority
        {
            get
            {
                return _priority;
            }

            set
            {
                _priority = value;
                if (_thread != null)
                {
                    _thread.Priority = value;
                }
            }
        }

        public static void Sleep(int millisecondsTimeout)
        {
            ChipRun.Require().Sleep(millisecondsTimeout);
        }

        public void Start()
        {
            if (_thread != null)
            {
                throw new InvalidOperationException("The thread was started before.");
            }

            string name = _start.Method.DeclaringType?.Name + "." + _start.Method.Name;
            _thread = ChipRun.Require().StartThread(name, _start, _priority);
        }

        public bool Join(int millisecondsTimeout)
        {
            ChipRun.Require();
            bool ended = _thread != null && _thread.Join(TimeSpan.FromMilliseconds(millisecondsTimeout));
            ChipRun.Require();
            return ended;
        }
    }
}
