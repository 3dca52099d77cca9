using BarrierNode.Control;

namespace BarrierNode.Sim.Fuzz.Laws;

/// <summary>Refusals say why; what is in force is so again after a power cut.</summary>
internal sealed class AnswerLaws : LawBook
{
    // One hold is told a scan, after the inputs were filtered.
    private const long HoldsToldUs = 2_000_000;

    private readonly List<LaneHold>[] _owed;
    private long _startedUs;

    public AnswerLaws(FuzzWatch watch)
        : base(watch)
    {
        _owed = [.. Lanes.Select(_ => new List<LaneHold>())];
    }

    /// <summary>Refusals that named what refuses.</summary>
    public int Refusals { get; private set; }

    /// <summary>What was in force at restarts and had to be in force after them.</summary>
    public int Survived { get; private set; }

    public override void Restart()
    {
        _startedUs = Watch.Station.Street.NowUs;
        KeptValues kept = Watch.Station.Node.Controller.Kept;
        for (int l = 0; l < Lanes.Length; l++)
        {
            _owed[l].Clear();
            Owe(l, kept.Get(l, KeptSlot.EmergencyOperation), LaneHold.EmergencyOperation);
            Owe(l, kept.Get(l, KeptSlot.KeepOpen), LaneHold.KeepOpen);
            Owe(l, kept.Get(l, KeptSlot.Egress), LaneHold.Egress);
        }
    }

    public override void Hear(NodeReport told)
    {
        if (told.Kind == ReportKind.Ack && (AckStage)told.Code == AckStage.Refused)
        {
            HearRefusal((RefusalReason)told.A, told);
        }
        else if (told.Kind == ReportKind.Event)
        {
            HearEvent(told);
        }
    }

    public override void Scan()
    {
        if (Watch.NowUs - _startedUs <= HoldsToldUs)
        {
            return;
        }

        for (int l = 0; l < Lanes.Length; l++)
        {
            if (_owed[l].Count > 0)
            {
                Watch.Break(FuzzLaw.ForgottenOverRestart, l, $"has forgotten {string.Join(", ", _owed[l])} over a restart");
            }
        }
    }

    private void HearEvent(NodeReport told)
    {
        switch ((EventCode)told.Code)
        {
            case EventCode.HoldSet:
                _owed[told.Lane].Remove((LaneHold)told.A);
                break;

            // Ended before it was told.
            case EventCode.CommandAccepted when told.Op is CommandOp.Release or CommandOp.EmergencyOperationEnd:
                _owed[told.Lane].Clear();
                break;
            case EventCode.EmergencyOperationEnded or EventCode.EgressEnded:
                _owed[told.Lane].Clear();
                break;
            case EventCode.WishRefused when (RefusalReason)told.A == RefusalReason.Held && told.B == 0:
                Watch.Break(FuzzLaw.RefusalWithoutReason, told.Lane, $"does not {told.Op}, held by nothing");
                break;
        }
    }

    private void HearRefusal(RefusalReason reason, NodeReport told)
    {
        bool named = reason switch
        {
            RefusalReason.None => false,
            RefusalReason.Held or RefusalReason.Interlocked => told.B != 0,
            RefusalReason.Tripped => told.Trips != 0,
            _ => true,
        };
        Refusals += told.B != 0 ? 1 : 0;
        if (!named)
        {
            Watch.Break(FuzzLaw.RefusalWithoutReason, told.Lane, $"refuses {told.Op} with {reason} by nothing");
        }
    }

    private void Owe(int lane, int inForce, LaneHold hold)
    {
        if (inForce != 0 && !Watch.Doubts.IsForgetful)
        {
            _owed[lane].Add(hold);
            Survived++;
        }
    }
}
