using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The calendar at work: it opens the lane for an opening time and closes it afterwards, and keeps it closed during an event. A person who
    /// moves the lane the other way is right until the calendar says something else. Without the time of day it does nothing.
    /// </summary>
    internal sealed class Timetable
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = Calendar.StateWords + 3;

        // After a move that was given up before an obstacle: not again at once.
        private const long PauseUs = 30000000;

        private readonly Calendar _calendar;
        private CalendarSays _said;
        private CommandOp _wanted;
        private long _pauseUs;

        /// <summary>Makes the timetable of a lane.</summary>
        public Timetable(LaneScan scan)
        {
            _calendar = new Calendar(scan.Table);
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (!_calendar.Fitted)
            {
                return;
            }

            scan.HoldUnattended(LaneHold.ClockUnknown, scan.ClockMinutes < 0);
            _calendar.Step(scan.ClockMinutes);
            if (_calendar.Says != _said)
            {
                Turn(scan);
            }

            scan.HoldUnattended(LaneHold.EventClosure, _said == CalendarSays.Closed);
            Ask(scan);
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _calendar.Exchange(frame);
            _said = (CalendarSays)frame.Pass((int)_said);
            _wanted = (CommandOp)frame.Pass((int)_wanted);
            _pauseUs = frame.Pass(_pauseUs);
        }

        private void Turn(LaneScan scan)
        {
            bool wasOpen = _said == CalendarSays.Open;
            _said = _calendar.Says;
            _wanted = _said == CalendarSays.Open ? CommandOp.Lower
                : _said == CalendarSays.Closed || wasOpen ? CommandOp.Raise : CommandOp.None;
            _pauseUs = 0;
            scan.Reporter.Event(EventCode.TimetableMove, scan.Number, _wanted, (int)_said, 0);
        }

        private void Ask(LaneScan scan)
        {
            bool against = !scan.Still && scan.Move != _wanted && scan.Origin >= MoveOrigin.Command;
            bool closed = _wanted == CommandOp.Raise && scan.ProvenUp;
            if (against || closed)
            {
                _wanted = CommandOp.None;
            }

            Pause(scan);
            if (_wanted != CommandOp.None && _pauseUs == 0)
            {
                // An open lane is asked to open again and again: that outranks the automatic that would close it.
                scan.Ask(_wanted, MoveOrigin.Timetable);
            }
        }

        // An obstacle goes away by itself; a stop, another command or a trip is for people.
        private void Pause(LaneScan scan)
        {
            if (scan.JustAborted == CommandOp.None)
            {
                _pauseUs = _pauseUs > scan.StepUs ? _pauseUs - scan.StepUs : 0;
            }
            else if (scan.AbortReason == RefusalReason.Interlocked || scan.JustAborted != _wanted)
            {
                _pauseUs = PauseUs;
            }
            else
            {
                _wanted = CommandOp.None;
            }
        }
    }
}
