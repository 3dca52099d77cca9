using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Everything that a lane does beside moving on command, one class each, in the order in which they look at a scan. They set holds, ask for
    /// moves and outputs; the lane moves, the gate decides. A feature whose equipment or setting is not in the site file does nothing.
    /// </summary>
    internal sealed class LaneFeatures
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = ModeKeys.StateWords
            + PanelButtons.StateWords
            + DetectorBypass.StateWords
            + AutomaticRaise.StateWords
            + FreeExit.StateWords
            + KeepOpen.StateWords
            + Convoy.StateWords
            + CycleLimit.StateWords
            + Retries.StateWords
            + EmergencyOperation.StateWords
            + EmergencyVehicle.StateWords
            + Egress.StateWords
            + HubWatch.StateWords
            + PowerReturn.StateWords
            + SallyPort.StateWords
            + Consent.StateWords
            + Supply.StateWords
            + Heater.StateWords
            + Pit.StateWords
            + StrokeWatch.StateWords
            + Counters.StateWords
            + Tamper.StateWords
            + Passage.StateWords
            + Crowd.StateWords
            + Lamps.StateWords
            + Beacon.StateWords
            + SelfTest.StateWords
            + Timetable.StateWords;

        private readonly LaneScan _scan;
        private readonly ModeKeys _modeKeys = new ModeKeys();
        private readonly PanelButtons _panelButtons = new PanelButtons();
        private readonly DetectorBypass _detectorBypass;
        private readonly AutomaticRaise _automaticRaise = new AutomaticRaise();
        private readonly FreeExit _freeExit = new FreeExit();
        private readonly KeepOpen _keepOpen;
        private readonly Convoy _convoy = new Convoy();
        private readonly CycleLimit _cycleLimit = new CycleLimit();
        private readonly Retries _retries = new Retries();
        private readonly EmergencyOperation _emergencyOperation;
        private readonly EmergencyVehicle _emergencyVehicle = new EmergencyVehicle();
        private readonly Egress _egress;
        private readonly HubWatch _hubWatch = new HubWatch();
        private readonly PowerReturn _powerReturn = new PowerReturn();
        private readonly SallyPort _sallyPort = new SallyPort();
        private readonly Consent _consent = new Consent();
        private readonly Supply _supply = new Supply();
        private readonly Heater _heater = new Heater();
        private readonly Pit _pit = new Pit();
        private readonly StrokeWatch _strokeWatch = new StrokeWatch();
        private readonly Counters _counters = new Counters();
        private readonly Tamper _tamper = new Tamper();
        private readonly Passage _passage;
        private readonly Crowd _crowd;
        private readonly Lamps _lamps;
        private readonly Beacon _beacon = new Beacon();
        private readonly SelfTest _selfTest;
        private readonly Timetable _timetable;

        public LaneFeatures(LaneScan scan)
        {
            _scan = scan;
            _emergencyOperation = new EmergencyOperation(scan);
            _egress = new Egress(scan);
            _detectorBypass = new DetectorBypass(_panelButtons);
            _keepOpen = new KeepOpen(scan, _panelButtons);
            _passage = new Passage(scan);
            _crowd = new Crowd(scan);
            _lamps = new Lamps(scan);
            _selfTest = new SelfTest(scan);
            _timetable = new Timetable(scan);
        }

        /// <summary>The inputs that count as clear although their detectors say otherwise, a mask.</summary>
        public int Bypassed
        {
            get { return _detectorBypass.Inputs; }
        }

        /// <summary>The inputs that act because of a test and are no vehicles, a mask.</summary>
        public int Masked
        {
            get { return _selfTest.Masked; }
        }

        /// <summary>One scan.</summary>
        public void Step()
        {
            _modeKeys.Step(_scan);
            _panelButtons.Step(_scan);
            _detectorBypass.Step(_scan);
            _freeExit.Step(_scan);
            _automaticRaise.Step(_scan);
            _keepOpen.Step(_scan);
            _convoy.Step(_scan);
            _cycleLimit.Step(_scan);
            _retries.Step(_scan);
            _emergencyOperation.Step(_scan);
            _emergencyVehicle.Step(_scan);
            _egress.Step(_scan);
            _hubWatch.Step(_scan);
            _powerReturn.Step(_scan);
            _sallyPort.Step(_scan);
            _consent.Step(_scan);
            _supply.Step(_scan);
            _heater.Step(_scan);
            _pit.Step(_scan);
            _strokeWatch.Step(_scan);
            _counters.Step(_scan);
            _tamper.Step(_scan);
            _passage.Step(_scan);
            _crowd.Step(_scan);
            _lamps.Step(_scan);
            _beacon.Step(_scan);
            _selfTest.Step(_scan);
            _timetable.Step(_scan);
        }

        /// <summary>Takes a command that is not a move, a stop or a reset.</summary>
        /// <param name="op">What it asks.</param>
        /// <param name="argument">Its argument.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(CommandOp op, int argument)
        {
            switch (op)
            {
                case CommandOp.KeepOpen: return _keepOpen.Command(_scan, argument);
                case CommandOp.Release: return Release();
                case CommandOp.Convoy: return _convoy.Command(_scan, argument);
                case CommandOp.EmergencyOperation: return _emergencyOperation.Command(_scan, argument);
                case CommandOp.EmergencyOperationEnd: return _emergencyOperation.End(_scan, argument);
                case CommandOp.EmergencyVehicle: return _emergencyVehicle.Command(_scan, argument);
                case CommandOp.Egress: return _egress.Command(_scan, argument);
                case CommandOp.Automatic: return _automaticRaise.Command(_scan, argument);
                case CommandOp.Bypass: return _detectorBypass.Command(_scan, argument);
                case CommandOp.Consent: return _consent.Command(_scan, argument);
                case CommandOp.Confirm: return _powerReturn.Command(_scan, argument);
                case CommandOp.SelfTest: return _selfTest.Command(_scan, argument);
                case CommandOp.Serviced: return Serviced(argument);
                case CommandOp.CrowdCount: return _crowd.Command(_scan, argument);
                default: return RefusalReason.UnknownOperation;
            }
        }

        /// <summary>Lets a command to lower wait for a second person, where the site wants two.</summary>
        /// <param name="ticket">Its ticket.</param>
        /// <param name="person">Number of the person who gave it.</param>
        /// <returns>False when it need not wait.</returns>
        public bool AwaitsConsent(int ticket, int person)
        {
            return _consent.Awaits(_scan, ticket, person);
        }

        /// <summary>Takes the ticket of the command to which a second person has agreed.</summary>
        public int TakeAgreed()
        {
            return _consent.TakeAgreed();
        }

        /// <summary>Another command took the place of the one that waits for a second person.</summary>
        public void DropConsent()
        {
            _consent.Drop(_scan, RefusalReason.Superseded);
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _modeKeys.Exchange(frame);
            _panelButtons.Exchange(frame);
            _detectorBypass.Exchange(frame);
            _automaticRaise.Exchange(frame);
            _freeExit.Exchange(frame);
            _keepOpen.Exchange(frame);
            _convoy.Exchange(frame);
            _cycleLimit.Exchange(frame);
            _retries.Exchange(frame);
            _emergencyOperation.Exchange(frame);
            _emergencyVehicle.Exchange(frame);
            _egress.Exchange(frame);
            _hubWatch.Exchange(frame);
            _powerReturn.Exchange(frame);
            _sallyPort.Exchange(frame);
            _consent.Exchange(frame);
            _supply.Exchange(frame);
            _heater.Exchange(frame);
            _pit.Exchange(frame);
            _strokeWatch.Exchange(frame);
            _counters.Exchange(frame);
            _tamper.Exchange(frame);
            _passage.Exchange(frame);
            _crowd.Exchange(frame);
            _lamps.Exchange(frame);
            _beacon.Exchange(frame);
            _selfTest.Exchange(frame);
            _timetable.Exchange(frame);
        }

        private RefusalReason Serviced(int argument)
        {
            _strokeWatch.Forgive();
            return _counters.Command(_scan, argument);
        }

        private RefusalReason Release()
        {
            bool something = _keepOpen.Release(_scan);
            something |= _convoy.Release(_scan);
            something |= _emergencyVehicle.Release(_scan);
            something |= _egress.Release(_scan);
            return something ? RefusalReason.None
                : _emergencyVehicle.CauseStands(_scan) || _egress.CauseStands(_scan) ? RefusalReason.CauseStands : RefusalReason.NothingToUndo;
        }
    }
}
