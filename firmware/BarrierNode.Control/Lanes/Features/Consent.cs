using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// An opening that two persons must ask for: the command of the first waits for the consent of the second. Nothing but an emergency opens
    /// such a lane on any other way.
    /// </summary>
    internal sealed class Consent
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 3;

        private const long WaitUs = 30000000;

        private int _ticket = -1;
        private int _person;
        private long _waitedUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (scan.Setting(LaneSetting.DualConsent) == 0)
            {
                return;
            }

            scan.Hold(LaneHold.ConsentMissing, false, true, false);
            _waitedUs += scan.StepUs;
            if (_waitedUs >= WaitUs)
            {
                Drop(scan, RefusalReason.Waiting);
            }
        }

        /// <summary>Lets a command to lower wait.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="ticket">Its ticket.</param>
        /// <param name="person">Number of the person who gave it.</param>
        /// <returns>False when the site wants one person alone.</returns>
        public bool Awaits(LaneScan scan, int ticket, int person)
        {
            if (scan.Setting(LaneSetting.DualConsent) == 0)
            {
                return false;
            }

            _ticket = ticket;
            _person = person;
            _waitedUs = 0;
            return true;
        }

        /// <summary>A person agrees.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Number of the person.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            return scan.Setting(LaneSetting.DualConsent) == 0 ? RefusalReason.NotFitted
                : _ticket < 0 ? RefusalReason.NothingToUndo
                : argument == _person ? RefusalReason.SamePerson : RefusalReason.None;
        }

        /// <summary>Takes the ticket of the command that waited.</summary>
        public int TakeAgreed()
        {
            int ticket = _ticket;
            _ticket = -1;
            return ticket;
        }

        /// <summary>Gives the command that waits up, if there is one.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="reason">Why.</param>
        public void Drop(LaneScan scan, RefusalReason reason)
        {
            if (_ticket >= 0)
            {
                scan.Reporter.Ack(scan.Number, _ticket, CommandOp.Lower, AckStage.Aborted, reason, 0, 0);
                scan.Reporter.Event(EventCode.ConsentLapsed, scan.Number, CommandOp.Lower, (int)reason, 0);
                _ticket = -1;
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _ticket = frame.Pass(_ticket);
            _person = frame.Pass(_person);
            _waitedUs = frame.Pass(_waitedUs);
        }
    }
}
