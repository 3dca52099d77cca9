using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street.Tests;

/// <summary>
/// The firmware's controller in a street, the promenade where no other is named, stepped in virtual time; collects what it reports.
/// </summary>
internal sealed class LaneRig
{
    private int _nextTicket = 1000;

    public LaneRig(StreetStart start = StreetStart.BarriersUp, long latchedTrips = 0, SiteModel? site = null, int[]? keptMilliHz = null, int seed = 1)
    {
        site ??= Promenade.Site();
        Table = SiteCompiler.Compile(site);
        Street = new StreetModel(site, seed, start);
        Clock = new StreetClock(Street);
        Cabinet = new VirtualCabinet(Table, Street, latchedTrips, keptMilliHz: keptMilliHz);
        Clock.Every(VirtualCabinet.ScanPeriodUs, _ => Scan());
    }

    public SiteTable Table { get; }

    public StreetModel Street { get; }

    public StreetClock Clock { get; }

    public VirtualCabinet Cabinet { get; private set; }

    /// <summary>The chip stalls: no scan happens.</summary>
    public bool Stalled { get; set; }

    /// <summary>Called after every scan, when its reports have been taken.</summary>
    public Action? Scanned { get; set; }

    public List<Answer> Answers { get; } = [];

    /// <summary>By lane: what holds it.</summary>
    public LaneWhy[] Whys { get; } = [.. Enumerable.Range(0, SiteTable.MaxLanes).Select(_ => new LaneWhy())];

    public List<Happening> Events { get; } = [];

    public List<Stroke> Strokes { get; } = [];

    /// <summary>What was told of the loops that the node measures itself.</summary>
    public List<(int Loop, LoopState State, LoopFault Fault)> LoopFigures { get; } = [];

    public List<CrowdTold> Crowds { get; } = [];

    public State Promenade0 { get; private set; } = State.None;

    /// <summary>The holds of the first lane, by their names.</summary>
    public string[] Holds => Promenade0.Holds;

    public State Depot { get; private set; } = State.None;

    public LanePosition Position => Cabinet.Controller.Position(0);

    public int Command(CommandOp op, int lane = 0, int argument = 0)
    {
        int ticket = _nextTicket++;
        Assert.IsTrue(Cabinet.Controller.Requests.Put(lane, op, ticket, argument), "the request ring is full");
        return ticket;
    }

    public void Run(double seconds) => Clock.Advance((long)(seconds * 1_000_000));

    public void RunUntil(Func<bool> condition, double atMostSeconds, string what)
    {
        long end = Clock.NowUs + (long)(atMostSeconds * 1_000_000);
        while (!condition())
        {
            Assert.IsLessThan(end, Clock.NowUs, $"{what} within {atMostSeconds} s");
            Clock.Advance(1000);
        }
    }

    public Answer Last(int ticket) => Answers.LastOrDefault(a => a.Ticket == ticket, Answer.None);

    public AckStage[] Stages(int ticket) => [.. Answers.Where(a => a.Ticket == ticket).Select(a => a.Stage)];

    public bool Is(string output) => (Cabinet.Outputs & Mask(output)) != 0;

    public int Mask(string output) => 1 << Array.IndexOf(Table.OutputNames, output);

    public string[] Names(long conditions) =>
        [.. Enumerable.Range(0, 64).Where(b => ((conditions >> b) & 1) != 0).Select(b => ConditionBit.Name(Table, b))];

    /// <summary>Power off and on again: a new controller that knows nothing but the stored trips and the kept values.</summary>
    public void Restart(long latchedTrips = 0, int[]? keptMilliHz = null)
    {
        Cabinet.PowerOff();
        Cabinet = new VirtualCabinet(Table, Street, latchedTrips, Cabinet.Controller.Kept, keptMilliHz);
    }

    private static string[] HoldNames(long holds) =>
        [.. Enumerable.Range(0, LaneHolds.Count).Where(h => ((holds >> h) & 1) != 0).Select(h => LaneHolds.Name((LaneHold)h))];

    private string[] Why(ReportRing reports)
    {
        bool refusal = (EventCode)reports.Code is EventCode.CommandRefused or EventCode.WishRefused or EventCode.MoveAborted;
        return refusal && (RefusalReason)reports.A == RefusalReason.Held ? HoldNames(reports.B) : Names(reports.B);
    }

    private void Scan()
    {
        if (Stalled)
        {
            return;
        }

        Cabinet.Scan();
        ReportRing reports = Cabinet.Controller.Reports;
        while (reports.Take())
        {
            switch (reports.Kind)
            {
                case ReportKind.Ack:
                    Answers.Add(new Answer(
                        reports.Ticket, (AckStage)reports.Code, (RefusalReason)reports.A,
                        (RefusalReason)reports.A == RefusalReason.Held ? HoldNames(reports.B) : Names(reports.B), Names(reports.Trips), Clock.NowUs));
                    break;
                case ReportKind.Event:
                    Events.Add(new Happening((EventCode)reports.Code, reports.Lane, reports.A, Why(reports), Clock.NowUs)
                    {
                        Op = reports.Op, B = reports.B,
                    });
                    break;
                case ReportKind.Crowd:
                    Crowds.Add(new CrowdTold(reports.A, (int)reports.B, (int)reports.C, reports.Code, Clock.NowUs));
                    break;
                case ReportKind.Loop:
                    LoopFigures.Add((LoopReport.Number(reports.Code), LoopReport.State(reports.Code), LoopReport.Fault(reports.Code)));
                    break;
                case ReportKind.Stroke:
                    Strokes.Add(new Stroke(reports.Lane, reports.Op, reports.A, (int)reports.B, (int)reports.C, reports.Code));
                    break;
                case ReportKind.Why:
                    Whys[reports.Lane].Take(reports);
                    break;
                default:
                    var state = new State(
                        LaneState.Position(reports.A), LaneState.Mode(reports.A), LaneState.IsProtected(reports.A),
                        LaneState.Signal(reports.A), Names(reports.B), Names(reports.C), Names(reports.Trips))
                    {
                        Holds = HoldNames(reports.Code), Efo = LaneState.Efo(reports.A),
                    };
                    _ = reports.Lane == 0 ? Promenade0 = state : Depot = state;
                    break;
            }
        }

        Scanned?.Invoke();
    }
}

internal sealed record Answer(int Ticket, AckStage Stage, RefusalReason Reason, string[] BlockedBy, string[] Trips, long AtUs)
{
    public static readonly Answer None = new(-1, 0, RefusalReason.None, [], [], 0);
}

internal sealed record Happening(EventCode Code, int Lane, int A, string[] Why, long AtUs)
{
    public CommandOp Op { get; init; }

    /// <summary>Its second number as it is.</summary>
    public long B { get; init; }
}

internal sealed record CrowdTold(int People, int InPerMin, int OutPerMin, int Over, long AtUs);

internal sealed record Stroke(int Lane, CommandOp Direction, int StrokeMs, int LeaveMs, int LearnedMs, int DeviationPercent);

internal sealed record State(
    LanePosition Position, LaneMode Mode, bool Protected, LaneSignal Signal, string[] BlockedBy, string[] LowerBlockedBy, string[] Trips)
{
    public string[] Holds { get; init; } = [];

    /// <summary>The bits of <see cref="EfoReadiness"/>.</summary>
    public int Efo { get; init; }

    public static readonly State None = new(LanePosition.Unknown, LaneMode.Starting, false, LaneSignal.Dark, [], [], []);
}
