using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Tests that the lane makes of itself while nothing moves: the test output must make every detector and safety edge act, and the lamps that
    /// should be lit must draw current. It runs when it is due and nobody is there, or on command; when it is overdue or has failed, automatic moves
    /// stop. It never moves anything.
    /// </summary>
    internal sealed class SelfTest
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 8;

        private const long ActUs = 200000;
        private const long ClearUs = 15000000;
        private const int LampDelayMs = 500;
        private const long IdleUs = 60000000;

        private readonly int _pulse;
        private readonly int _tested;
        private readonly int _redCurrent;
        private readonly int _greenCurrent;
        private readonly int _hours;
        private readonly long _lampUs;
        private SelfTestStep _step;
        private long _us;
        private int _found;
        private bool _missed;
        private int _passedAt;
        private bool _failed;
        private bool _passPending;
        private long _idleUs;

        /// <summary>Makes the self-test of a lane.</summary>
        public SelfTest(LaneScan scan)
        {
            LaneTable table = scan.Table;
            _pulse = table.RoleOutputs[(int)OutputRole.TestPulse];
            _tested = _pulse == 0 ? 0 : table.Detectors | table.RoleInputs[(int)InputRole.SafetyEdge];
            _redCurrent = table.RoleInputs[(int)InputRole.RedCurrent];
            _greenCurrent = table.RoleInputs[(int)InputRole.GreenCurrent];
            _hours = scan.Setting(LaneSetting.SelfTestHours);
            _lampUs = 1000L * (scan.Setting(LaneSetting.LampCheckMs) + LampDelayMs);
            _passedAt = scan.Kept.Get(KeptSlot.SelfTestMinutes);
        }

        /// <summary>The inputs that act because of the test, a mask: the features of the lane must not take them for vehicles. The gate sees them.</summary>
        public int Masked
        {
            get { return _step == SelfTestStep.Act || _step == SelfTestStep.Clear ? _tested : 0; }
        }

        private bool Fitted
        {
            get { return (_tested | _redCurrent | _greenCurrent) != 0; }
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (!Fitted)
            {
                return;
            }

            if (_passPending && scan.ClockMinutes >= 0)
            {
                KeepPass(scan, scan.ClockMinutes);
            }

            bool possible = Possible(scan);
            if (_step != SelfTestStep.None && !possible)
            {
                _step = SelfTestStep.None;
            }

            Run(scan);
            Wait(scan, possible);
            scan.HoldUnattended(LaneHold.SelfTestOverdue, _failed || (_hours != 0 && Older(scan, 60 * _hours)));
        }

        /// <summary>Takes the command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Argument of the command.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            if (!Fitted)
            {
                return RefusalReason.NotFitted;
            }

            if (_step != SelfTestStep.None || scan.Occupied || !Possible(scan))
            {
                return RefusalReason.Busy;
            }

            Begin(_tested != 0 ? SelfTestStep.Act : SelfTestStep.Lamps);
            return RefusalReason.None;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _step = (SelfTestStep)frame.Pass((int)_step);
            _us = frame.Pass(_us);
            _found = frame.Pass(_found);
            _missed = frame.Pass(_missed);
            _passedAt = frame.Pass(_passedAt);
            _failed = frame.Pass(_failed);
            _passPending = frame.Pass(_passPending);
            _idleUs = frame.Pass(_idleUs);
        }

        private static bool Possible(LaneScan scan)
        {
            return scan.Still && (scan.ProvenUp || scan.ProvenDown) && !scan.Tripped;
        }

        // A pass in the future tells that the clock was wrong then or is now: nothing is proven.
        private bool Older(LaneScan scan, int minutes)
        {
            int age = scan.ClockMinutes - _passedAt;
            return scan.ClockMinutes < 0 || age < 0 || age >= minutes;
        }

        // Due a little before it is overdue: a test that passes in time interrupts no automatic operation. One that has failed waits for a person.
        private void Wait(LaneScan scan, bool possible)
        {
            bool due = _hours != 0 && !_failed && scan.ClockMinutes >= 0 && Older(scan, 54 * _hours);
            _idleUs = due && possible && !scan.Occupied && _step == SelfTestStep.None ? _idleUs + scan.StepUs : 0;
            if (_idleUs >= IdleUs)
            {
                Begin(_tested != 0 ? SelfTestStep.Act : SelfTestStep.Lamps);
            }
        }

        private void Begin(SelfTestStep step)
        {
            _step = step;
            _us = 0;
            _found = 0;
            _missed = false;
        }

        private void Run(LaneScan scan)
        {
            _us += scan.StepUs;
            switch (_step)
            {
                case SelfTestStep.Act:
                    Act(scan);
                    break;
                case SelfTestStep.Clear:
                    Clear(scan);
                    break;
                case SelfTestStep.Lamps:
                    CheckLamps(scan);
                    break;
            }
        }

        private void Act(LaneScan scan)
        {
            _found |= (int)scan.Conditions & _tested;
            if (_us < ActUs)
            {
                scan.Outputs |= _pulse;
                return;
            }

            _missed = _found != _tested;
            Tell(scan, SelfTestStep.Act, _missed, _missed ? _tested & ~_found : _found);
            _step = SelfTestStep.Clear;
            _us = 0;
        }

        private void Clear(LaneScan scan)
        {
            int acting = (int)scan.Conditions & _tested;
            if (acting != 0 && _us < ClearUs)
            {
                return;
            }

            Tell(scan, SelfTestStep.Clear, acting != 0, acting != 0 ? acting : _found);
            if (acting != 0 || _missed)
            {
                Fail(scan);
            }
            else
            {
                _step = (_redCurrent | _greenCurrent) == 0 ? SelfTestStep.All : SelfTestStep.Lamps;
                _us = 0;
                End(scan);
            }
        }

        // Where green is lit it is looked at first; then it makes room for red, which is never wrong.
        private void CheckLamps(LaneScan scan)
        {
            int lit = scan.Permitted;
            int current = (int)scan.Conditions;
            if (_us <= scan.StepUs && (lit & scan.Table.GreenOutputs) != 0 && (_greenCurrent & ~current) != 0)
            {
                _missed = true;
                Tell(scan, SelfTestStep.Lamps, true, _greenCurrent);
            }

            scan.Suppressed |= scan.Table.GreenOutputs;
            if (_us < _lampUs)
            {
                return;
            }

            int dead = (lit & scan.Table.RedOutputs) != 0 ? _redCurrent & ~current : _redCurrent;
            Tell(scan, SelfTestStep.Lamps, dead != 0, dead != 0 ? dead : _redCurrent);
            if (dead != 0 || _missed)
            {
                Fail(scan);
                return;
            }

            _step = SelfTestStep.All;
            End(scan);
        }

        private void End(LaneScan scan)
        {
            if (_step != SelfTestStep.All)
            {
                return;
            }

            Tell(scan, SelfTestStep.All, false, _tested | _redCurrent | _greenCurrent);
            _step = SelfTestStep.None;
            _failed = false;
            _passPending = true;
            if (scan.ClockMinutes >= 0)
            {
                KeepPass(scan, scan.ClockMinutes);
            }
        }

        private void Fail(LaneScan scan)
        {
            _step = SelfTestStep.None;
            _failed = true;
            KeepPass(scan, 0);
        }

        private void KeepPass(LaneScan scan, int minutes)
        {
            _passPending = false;
            _passedAt = minutes;
            scan.Kept.Set(KeptSlot.SelfTestMinutes, minutes);
        }

        private static void Tell(LaneScan scan, SelfTestStep step, bool failed, int inputs)
        {
            scan.Tell(failed ? EventCode.SelfTestFailed : EventCode.SelfTestPassed, (int)step, inputs);
        }
    }
}
