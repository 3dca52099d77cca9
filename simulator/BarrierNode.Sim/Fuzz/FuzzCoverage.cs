using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Site;

namespace BarrierNode.Sim.Fuzz;

/// <summary>What was seen in random lives: how often each state, transition, trip, refusal, hold, event and fault.</summary>
public sealed class FuzzCoverage
{
    private const int Positions = 6;

    private readonly SortedDictionary<string, SortedDictionary<string, long>> _seen = new(StringComparer.Ordinal);
    private readonly long[] _transitions = new long[Positions * Positions];
    private readonly long[] _modes = new long[8];
    private readonly long[] _events = new long[64];
    private readonly long[] _refusals = new long[64];
    private readonly long[] _holds = new long[LaneHolds.Count];
    private readonly long[] _trips = new long[16];
    private readonly long[] _loops = new long[8];
    private readonly long[] _origins = new long[8];
    private readonly long[] _ops = new long[32];
    private readonly long[] _verbs = new long[Enum.GetValues<FuzzVerb>().Length];

    /// <summary>By kind of thing and its name: how often it was seen.</summary>
    public IReadOnlyDictionary<string, SortedDictionary<string, long>> Seen
    {
        get
        {
            Count("transitions", _transitions, t => $"{(LanePosition)(t / Positions)}→{(LanePosition)(t % Positions)}");
            Count("modes", _modes, m => ((LaneMode)m).ToString());
            Count("events", _events, e => ((EventCode)e).ToString());
            Count("refusals", _refusals, r => ((RefusalReason)r).ToString());
            Count("holds", _holds, h => ((LaneHold)h).ToString());
            Count("trips", _trips, t => ((TripCode)t).ToString());
            Count("loopStates", _loops, l => ((LoopState)l).ToString());
            Count("origins", _origins, o => ((MoveOrigin)o).ToString());
            Count("commands", _ops, o => ((CommandOp)o).ToString());
            Count("actions", _verbs, v => ((FuzzVerb)v).ToString());
            return _seen;
        }
    }

    /// <summary>By kind: what there is and was never seen.</summary>
    public IReadOnlyDictionary<string, string[]> NotSeen => new SortedDictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["modes"] = Missing<LaneMode>("modes"),
        ["events"] = Missing<EventCode>("events"),
        ["refusals"] = Missing<RefusalReason>("refusals"),
        ["holds"] = Missing<LaneHold>("holds"),
        ["trips"] = Missing<TripCode>("trips"),
        ["loopStates"] = Missing<LoopState>("loopStates"),
        ["origins"] = Missing<MoveOrigin>("origins"),
        ["commands"] = Missing<CommandOp>("commands"),
        ["actions"] = Missing<FuzzVerb>("actions"),
    };

    /// <summary>Adds what another has seen.</summary>
    public void Add(FuzzCoverage other)
    {
        Sum(_transitions, other._transitions);
        Sum(_modes, other._modes);
        Sum(_events, other._events);
        Sum(_refusals, other._refusals);
        Sum(_holds, other._holds);
        Sum(_trips, other._trips);
        Sum(_loops, other._loops);
        Sum(_origins, other._origins);
        Sum(_ops, other._ops);
        Sum(_verbs, other._verbs);
        foreach ((string fault, long count) in other._seen.GetValueOrDefault("faults") ?? [])
        {
            Fault(fault, count);
        }
    }

    internal void Hear(NodeReport told, SiteTable site)
    {
        switch (told.Kind)
        {
            case ReportKind.Ack when (AckStage)told.Code is AckStage.Refused or AckStage.Aborted:
                _refusals[told.A]++;
                break;
            case ReportKind.Loop:
                _loops[(int)LoopReport.State(told.Code)]++;
                break;
            case ReportKind.Event:
                HearEvent(told, site);
                break;
        }
    }

    internal void Did(FuzzAction action)
    {
        _verbs[(int)action.Verb]++;
        if (action.Verb == FuzzVerb.Command)
        {
            _ops[action.Number]++;
        }
        else if (action.Verb == FuzzVerb.Break)
        {
            Fault($"{action.Target} {(FaultKind)action.Number}".ToLowerInvariant(), 1);
        }
    }

    internal void Moved(LanePosition from, LanePosition to) => _transitions[((int)from * Positions) + (int)to]++;

    private static void Sum(long[] counts, long[] other)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] += other[i];
        }
    }

    private void HearEvent(NodeReport told, SiteTable site)
    {
        _events[told.Code]++;
        switch ((EventCode)told.Code)
        {
            case EventCode.Tripped:
                _trips[(int)site.TripCode(told.A)]++;
                break;
            case EventCode.HoldSet:
                _holds[told.A]++;
                break;
            case EventCode.ModeChanged:
                _modes[told.A]++;
                break;
            case EventCode.MoveAsked:
                _origins[told.A]++;
                break;
            case EventCode.CommandAccepted when told.Op is CommandOp.Raise or CommandOp.Lower:
                _origins[(int)MoveOrigin.Command]++;
                break;
            case EventCode.WishRefused:
                _refusals[told.A]++;
                break;
        }
    }

    private void Fault(string fault, long count)
    {
        if (!_seen.TryGetValue("faults", out SortedDictionary<string, long>? faults))
        {
            _seen["faults"] = faults = new(StringComparer.Ordinal);
        }

        faults[fault] = faults.GetValueOrDefault(fault) + count;
    }

    private void Count(string kind, long[] counts, Func<int, string> name)
    {
        SortedDictionary<string, long> named = new(StringComparer.Ordinal);
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                named[name(i)] = counts[i];
            }
        }

        _seen[kind] = named;
    }

    private string[] Missing<T>(string kind)
        where T : struct, Enum
    {
        SortedDictionary<string, long> seen = Seen[kind];
        return [.. Enum.GetNames<T>().Where(n => n != "None" && !seen.ContainsKey(n)).Order(StringComparer.Ordinal)];
    }
}
