using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The opening times of a week and the closures of a lane. It looks at one row a scan: what a calendar says changes once a minute, and a scan
    /// has better things to do.
    /// </summary>
    public sealed class Calendar
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 4;

        private const int DayMinutes = 1440;

        private readonly LaneTable _table;
        private readonly int _openings;
        private readonly int _rows;
        private int _row;
        private CalendarSays _found;
        private int _minutes = -1;

        /// <summary>Makes the calendar of a lane.</summary>
        /// <param name="table">The lane.</param>
        public Calendar(LaneTable table)
        {
            _table = table;
            _openings = table.OpenDays.Length;
            _rows = _openings + table.ClosedFromMinutes.Length;
        }

        /// <summary>The lane has a calendar.</summary>
        public bool Fitted
        {
            get { return _rows != 0; }
        }

        /// <summary>What it says; a closure before an opening time. Nothing while the time is not known.</summary>
        public CalendarSays Says { get; private set; }

        /// <summary>One scan.</summary>
        /// <param name="minutes">Local time in minutes since 2024-01-01 00:00, or -1.</param>
        public void Step(int minutes)
        {
            if (minutes < 0)
            {
                Says = CalendarSays.Nothing;
            }

            if (minutes != _minutes)
            {
                _minutes = minutes;
                _row = 0;
                _found = CalendarSays.Nothing;
            }

            if (minutes < 0 || _row == _rows)
            {
                return;
            }

            if (_row >= _openings)
            {
                _found = IsClosed(_row - _openings) ? CalendarSays.Closed : _found;
            }
            else if (IsOpen(_row))
            {
                _found = CalendarSays.Open;
            }

            _row++;
            Says = _row == _rows ? _found : Says;
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            _row = frame.Pass(_row);
            _found = (CalendarSays)frame.Pass((int)_found);
            _minutes = frame.Pass(_minutes);
            Says = (CalendarSays)frame.Pass((int)Says);
        }

        private bool IsClosed(int row)
        {
            return _minutes >= _table.ClosedFromMinutes[row] && _minutes < _table.ClosedToMinutes[row];
        }

        // 2024-01-01 was a Monday. A row that ends before it begins ends on the next day.
        private bool IsOpen(int row)
        {
            int day = _minutes / DayMinutes;
            int minute = _minutes % DayMinutes;
            int from = _table.OpenFromMinute[row];
            int to = _table.OpenToMinute[row];
            bool today = ((_table.OpenDays[row] >> (day % 7)) & 1) != 0;
            if (from < to)
            {
                return today && minute >= from && minute < to;
            }

            bool yesterday = ((_table.OpenDays[row] >> ((day + 6) % 7)) & 1) != 0;
            return (today && minute >= from) || (yesterday && minute < to);
        }
    }
}
