using BarrierNode.Control;

namespace BarrierNode.Sim.Fuzz.Laws;

/// <summary>Between node and hub: no event is lost, none comes twice or out of order; a command is obeyed once and answered.</summary>
internal sealed class LinkLaws : LawBook
{
    private const int LookEveryScans = 50;

    // A command whose way was good is answered by then, and its way was good for so long before.
    private const long AnswerUs = 8_000_000;
    private const long GoodUs = 30_000_000;

    private readonly City _city;
    private readonly List<Told> _told = [];
    private readonly HashSet<long> _numbers = [];
    private readonly int[,] _accepted;
    private readonly int[,] _sent;
    private int _counted;
    private int _answered;
    private int _stored;
    private long _goodSinceUs;
    private bool _overflowed;

    public LinkLaws(FuzzWatch watch, City city)
        : base(watch)
    {
        _city = city;
        int ops = Enum.GetValues<CommandOp>().Length;
        _accepted = new int[Lanes.Length, ops];
        _sent = new int[Lanes.Length, ops];
    }

    public override void Restart()
    {
        _goodSinceUs = Watch.Station.Street.NowUs;
        foreach (Told told in _told)
        {
            told.MayBeLost |= told.AtUs > Watch.WrittenUntilUs;
        }
    }

    public override void Hear(NodeReport told)
    {
        if (told.Kind != ReportKind.Event)
        {
            return;
        }

        var code = (EventCode)told.Code;
        _overflowed |= code == EventCode.EventsLost;
        _told.Add(new Told(Watch.Station.Node.Journal.Start, told.UptimeMs, code, told.AtUs));
        if (code == EventCode.CommandAccepted && told.Lane >= 0)
        {
            int accepted = ++_accepted[told.Lane, (int)told.Op];
            CountSent();
            if (accepted > _sent[told.Lane, (int)told.Op])
            {
                Watch.Break(FuzzLaw.ObeyedTwice, told.Lane, $"has accepted {told.Op} {accepted} times, the hub has sent it {_sent[told.Lane, (int)told.Op]} times");
            }
        }
    }

    public override void Scan()
    {
        if (Watch.Doubts.IsCutOff || Watch.Late)
        {
            _goodSinceUs = Watch.NowUs;
        }

        if (Watch.Scans % LookEveryScans == 0)
        {
            CountSent();
            LookAtAnswers();
            LookAtNumbers();
        }
    }

    /// <summary>At the end of a life, all healed: everything has arrived.</summary>
    public void Close()
    {
        LookAtNumbers();
        if (_overflowed || Watch.Doubts.WasForgetful)
        {
            return;
        }

        if (_city.Hub.HasGap(Watch.Station))
        {
            Watch.Break(FuzzLaw.EventLost, "the numbers of the events that the hub has stored have a gap");
        }

        Dictionary<(int, long, EventCode), int> stored = [];
        foreach (HubEvent told in _city.Hub.Events.Where(e => e.Station == Watch.Station))
        {
            (int, long, EventCode) key = (told.Start, told.UptimeMs, told.Code);
            stored[key] = stored.GetValueOrDefault(key) + 1;
        }

        foreach (Told told in _told)
        {
            (int, long, EventCode) key = (told.Start, told.UptimeMs, told.Code);
            if (stored.GetValueOrDefault(key) > 0)
            {
                stored[key]--;
            }
            else if (!told.MayBeLost)
            {
                Watch.Break(FuzzLaw.EventLost, $"the event {told.Code} of {told.AtUs / 1e6:0.00} s, start {told.Start}, has not reached the hub");
                return;
            }
        }
    }

    private void CountSent()
    {
        for (; _counted < _city.Hub.Commands.Count; _counted++)
        {
            HubCommand command = _city.Hub.Commands[_counted];
            if (command.NotSentBecause is null && command.Station == Watch.Station)
            {
                _sent[Watch.Station.LaneNumber(command.Lane), (int)command.Op]++;
            }
        }
    }

    private void LookAtAnswers()
    {
        for (; _answered < _city.Hub.Commands.Count; _answered++)
        {
            HubCommand command = _city.Hub.Commands[_answered];
            if (Watch.NowUs - command.SentUs < AnswerUs)
            {
                return;
            }

            bool good = command.Station == Watch.Station && command.NotSentBecause is null && _goodSinceUs + GoodUs < command.SentUs;
            if (good && command.Answers.Count == 0 && command.Op != CommandOp.Clock && !Watch.Doubts.IsUntimed)
            {
                Watch.Break(FuzzLaw.Unanswered, $"{command.Op} to {command.Lane}, sent at {command.SentUs / 1e6:0.00} s, got no answer");
            }
        }
    }

    // A hub that was away gets what it missed later than what came since: the numbers tell the order, and none comes twice.
    private void LookAtNumbers()
    {
        IReadOnlyList<HubEvent> events = _city.Hub.Events;
        for (; _stored < events.Count; _stored++)
        {
            HubEvent told = events[_stored];
            if (told.Station != Watch.Station)
            {
                continue;
            }

            // More than a journal can hold: it says so, and that is no secret loss.
            _overflowed |= told.Code == EventCode.EventsLost;
            if (!_numbers.Add(told.Number) && !Watch.Doubts.WasForgetful)
            {
                Watch.Break(FuzzLaw.EventLost, $"event {told.Number} is stored twice");
            }
        }
    }

    private sealed class Told(int start, long uptimeMs, EventCode code, long atUs)
    {
        public int Start => start;

        public long UptimeMs => uptimeMs;

        public EventCode Code => code;

        public long AtUs => atUs;

        public bool MayBeLost { get; set; }
    }
}
