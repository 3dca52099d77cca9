namespace BarrierNode.Control
{
    /// <summary>
    /// One scan of one lane, as its features see it: what is, what has just happened; and what they ask for. Filled by the lane before the
    /// features are stepped, read by it afterwards.
    /// </summary>
    public sealed class LaneScan
    {
        /// <summary>The lane.</summary>
        public readonly LaneTable Table;

        /// <summary>Its number.</summary>
        public readonly int Number;

        /// <summary>Where features tell what they do.</summary>
        public readonly Reporter Reporter;

        /// <summary>What forbids moves beside the interlock.</summary>
        public readonly LaneHolds Holds = new LaneHolds();

        /// <summary>The numbers of the lane that survive a power cut.</summary>
        public readonly KeptLane Kept;

        /// <summary>The inputs that tell of tampering with a passive barrier beside the lane, and raise it, a mask.</summary>
        public readonly int TamperBeside;

        /// <summary>The safety detectors that forbid only this lane's raise, a mask.</summary>
        public int OwnDetectors;

        /// <summary>The condition image of this scan: inputs, and the derived conditions.</summary>
        public long Conditions;

        /// <summary>The conditions of the inputs in this scan, a mask.</summary>
        public int Inputs;

        /// <summary>The conditions of the inputs in the scan before, a mask.</summary>
        public int InputsBefore;

        /// <summary>The contacts of the inputs in this scan as they are, without any delay, a mask: 1 while one acts.</summary>
        public int Contacts;

        /// <summary>Time since the scan before, in microseconds.</summary>
        public long StepUs;

        /// <summary>Uptime of the node, in milliseconds.</summary>
        public long UptimeMs;

        /// <summary>Local time in minutes since 2024-01-01 00:00, or -1 when the node does not know it.</summary>
        public int ClockMinutes = -1;

        /// <summary>Time since the hub was last heard, in milliseconds.</summary>
        public long HubSilentMs;

        /// <summary>The outputs that have been on since the scan before, a mask.</summary>
        public int Permitted;

        /// <summary>Where the lane was after the scan before.</summary>
        public LanePosition Position;

        /// <summary>The move under way or being warned of: Raise, Lower, or None.</summary>
        public CommandOp Move;

        /// <summary>Who asked for it.</summary>
        public MoveOrigin Origin;

        /// <summary>The drive has been energised in this move.</summary>
        public bool Moved;

        /// <summary>Time that the drive has been on in this move, in microseconds.</summary>
        public long StrokeUs;

        /// <summary>A latched trip holds the drives.</summary>
        public bool Tripped;

        /// <summary>Since the scan before a move has reached its end: its direction, else None.</summary>
        public CommandOp JustDone;

        /// <summary>Since the scan before a drive was energised: its direction, else None.</summary>
        public CommandOp JustStarted;

        /// <summary>Since the scan before a raise was reversed.</summary>
        public bool JustReversed;

        /// <summary>Since the scan before a move was given up: its direction, else None.</summary>
        public CommandOp JustAborted;

        /// <summary>Why the last move that was given up was.</summary>
        public RefusalReason AbortReason;

        /// <summary>Since the scan before a person has stopped a move: by command, by a button, by a key.</summary>
        public bool JustStopped;

        /// <summary>Length of the stroke of <see cref="JustDone"/>, in milliseconds.</summary>
        public int DoneStrokeMs;

        /// <summary>Who had asked for the move of <see cref="JustDone"/>.</summary>
        public MoveOrigin DoneOrigin;

        /// <summary>In this scan a command to raise or to lower was accepted.</summary>
        public bool JustCommanded;

        /// <summary>In this scan a command let a convoy through.</summary>
        public bool JustConvoyed;

        /// <summary>In this scan a command stopped the lane.</summary>
        public bool JustHalted;

        /// <summary>Asked for by features: a move; see <see cref="Ask"/>.</summary>
        public CommandOp Wish;

        /// <summary>Who asks for it.</summary>
        public MoveOrigin WishOrigin;

        /// <summary>The holds to which this wish is the answer that the site declares: they do not forbid it, a mask.</summary>
        public int WishOverrides;

        /// <summary>The move goes on only while it is asked for in every scan.</summary>
        public bool WishHeld;

        /// <summary>Asked for by features: a halt where it is.</summary>
        public bool WishStop;

        /// <summary>Asked for by features: outputs beside drives, lamps and warning, a mask. The gate decides.</summary>
        public int Outputs;

        /// <summary>Outputs that must stay off although the lane's sequence asks for them, a mask: a lamp in a lamp test, for example.</summary>
        public int Suppressed;

        /// <summary>Who may move the lane.</summary>
        public LaneMode Mode;

        private readonly long _up;
        private readonly long _down;

        /// <summary>Makes the scan of a lane.</summary>
        /// <param name="table">The lane.</param>
        /// <param name="number">Its number.</param>
        /// <param name="reporter">Where features tell what they do.</param>
        /// <param name="kept">Its numbers that survive a power cut.</param>
        /// <param name="tamperBeside">The inputs that tell of tampering beside the lane and raise it, a mask.</param>
        public LaneScan(LaneTable table, int number, Reporter reporter, KeptLane kept, int tamperBeside)
        {
            Table = table;
            Number = number;
            Reporter = reporter;
            Kept = kept;
            TamperBeside = tamperBeside;
            _up = 1L << ConditionBit.OfLane(number, ConditionBit.LaneUp);
            _down = 1L << ConditionBit.OfLane(number, ConditionBit.LaneDown);
        }

        /// <summary>Nothing of the lane moves or is about to.</summary>
        public bool Still
        {
            get { return Move == CommandOp.None; }
        }

        /// <summary>The lane can be moved by this node.</summary>
        public bool HasDrives
        {
            get { return (Table.RaiseOutputs | Table.LowerOutputs) != 0; }
        }

        /// <summary>Every barrier is proven at its upper (closed) end.</summary>
        public bool ProvenUp
        {
            get { return (Conditions & _up) != 0; }
        }

        /// <summary>Every barrier is proven at its lower (open) end.</summary>
        public bool ProvenDown
        {
            get { return (Conditions & _down) != 0; }
        }

        /// <summary>A safety detector of the lane sees something, or is broken.</summary>
        public bool Occupied
        {
            get { return (Inputs & Table.Detectors) != 0; }
        }

        /// <summary>The lane has an input of this role.</summary>
        public bool HasInput(InputRole role)
        {
            return Table.RoleInputs[(int)role] != 0;
        }

        /// <summary>An input of this role acts.</summary>
        public bool On(InputRole role)
        {
            return (Inputs & Table.RoleInputs[(int)role]) != 0;
        }

        /// <summary>An input of this role began to act in this scan.</summary>
        public bool Rose(InputRole role)
        {
            return (Inputs & ~InputsBefore & Table.RoleInputs[(int)role]) != 0;
        }

        /// <summary>An input of this role ceased to act in this scan.</summary>
        public bool Fell(InputRole role)
        {
            return (InputsBefore & ~Inputs & Table.RoleInputs[(int)role]) != 0;
        }

        /// <summary>A person moves the lane, or has asked for it in this scan: from the control room or at the panel.</summary>
        public bool PersonMoves
        {
            get { return JustCommanded || (Move != CommandOp.None && (Origin == MoveOrigin.Command || Origin == MoveOrigin.Panel)); }
        }

        /// <summary>A setting of the lane.</summary>
        public int Setting(LaneSetting setting)
        {
            return Table.Settings[(int)setting];
        }

        /// <summary>
        /// Asks for a move in this scan. The highest origin counts. Ask again in every scan in which it is still wanted: a move that a hold or
        /// the interlock forbids now may be possible later. At the end of travel nothing happens.
        /// </summary>
        public void Ask(CommandOp op, MoveOrigin origin)
        {
            if (origin > WishOrigin)
            {
                Wish = op;
                WishOrigin = origin;
                WishHeld = false;
                WishOverrides = 0;
            }
        }

        /// <summary>
        /// Asks for the move that the site declares as the answer to a loss. The hold that tells of the loss forbids every other move that no
        /// person asked for, so this wish goes before those of its origin.
        /// </summary>
        /// <param name="op">Raise or Lower.</param>
        /// <param name="overrides">The holds that do not forbid it, a mask.</param>
        public void AskDeclared(CommandOp op, int overrides)
        {
            if (WishOrigin <= MoveOrigin.Automatic)
            {
                WishOrigin = MoveOrigin.None;
                Ask(op, MoveOrigin.Automatic);
                WishOverrides = overrides;
            }
        }

        /// <summary>Asks for a move that goes on only while it is asked for in every scan (a held button).</summary>
        public void AskHeld(CommandOp op, MoveOrigin origin)
        {
            if (origin > WishOrigin)
            {
                Ask(op, origin);
                WishHeld = true;
            }
        }

        /// <summary>Sets or clears a hold; the lane tells what has changed.</summary>
        public void Hold(LaneHold hold, bool raise, bool lower, bool unattended)
        {
            Holds.Set(hold, raise, lower, unattended);
        }

        /// <summary>Sets or clears a hold that only ever forbids moves that no person asked for.</summary>
        public void HoldUnattended(LaneHold hold, bool holds)
        {
            Holds.SetUnattended(hold, holds);
        }

        /// <summary>Tells that an input of the equipment has begun or ceased to act.</summary>
        /// <param name="role">Its role.</param>
        public void TellInput(InputRole role)
        {
            if (Rose(role))
            {
                Tell(EventCode.EquipmentInput, (int)role, 1);
            }
            else if (Fell(role))
            {
                Tell(EventCode.EquipmentInput, (int)role, 0);
            }
        }

        /// <summary>Tells that a move which was wanted is not even asked for, because of holds.</summary>
        /// <param name="op">Raise or Lower.</param>
        /// <param name="holds">The holds, a mask.</param>
        public void TellHeld(CommandOp op, int holds)
        {
            Reporter.Event(EventCode.WishRefused, Number, op, (int)RefusalReason.Held, holds);
        }

        /// <summary>Tells an event of the lane.</summary>
        /// <param name="code">What happened.</param>
        /// <param name="a">Its number.</param>
        /// <param name="b">Its second number.</param>
        public void Tell(EventCode code, int a, long b)
        {
            Reporter.Event(code, Number, CommandOp.None, a, b);
        }
    }
}
