namespace BarrierNode.Interlock.Tests.Specification;

/// <summary>
/// The interlock as docs/interlock.md states it, for a table that is intact: functions from the past and a scan to the next past. Shares no
/// code with the gate, and is written to be read beside the page.
/// </summary>
internal sealed class InterlockSpecification(Rules rules)
{
    private const long LongestStepUs = 600_000_000;

    private const int TableFault = 33;

    private static readonly Numbers s_allInputs = Numbers.UpTo(32);

    // A damaged table trips the node, whether the table itself names that or not.
    private Numbers Trips { get; } = rules.TripConditions.With(TableFault);

    private Numbers NodeTrips { get; } = rules.NodeTrips.With(TableFault);

    private Numbers Motion { get; } = rules.Outputs.Index().Where(o => o.Item.Motion).Aggregate(Numbers.None, (all, o) => all.With(o.Index));

    public Past Start(Numbers latched) => new(
        [.. rules.Inputs.Select(i => new InputPast(i.StartOn, null))],
        [.. rules.Outputs.Select(_ => new OutputPast(0, 0, null))],
        [.. rules.Pairs.Select(_ => new PairPast(0, false))],
        new long[rules.Feedbacks.Length])
    {
        InputConditions = rules.Inputs.Index().Where(i => i.Item.StartOn).Aggregate(Numbers.None, (all, i) => all.With(i.Index)),
        NeedFreshRequest = Motion,
        Latched = latched.Both(Trips),
    };

    /// <summary>The first half of a scan: time and pins.</summary>
    public Past FirstHalf(Past past, Numbers pins, long gapUs)
    {
        Past timed = Timing(past, gapUs);
        var inputs = new InputPast[rules.Inputs.Length];
        Numbers conditions = Numbers.None;
        for (int i = 0; i < inputs.Length; i++)
        {
            bool contact = pins.Has(i) != rules.Inputs[i].Inverted;
            inputs[i] = Conditioned(past.Inputs[i], rules.Inputs[i], contact, timed.EarnedUs);
            conditions = inputs[i].Condition ? conditions.With(i) : conditions;
        }

        (PairPast[] pairs, Numbers faults) = Discrepancies(past.Pairs, conditions, timed.EarnedUs);
        return timed with { Inputs = inputs, InputConditions = conditions, Pairs = pairs, PairFaults = faults, HadFirstHalf = true };
    }

    /// <summary>The second half of a scan: what the sequences derive, ask for and renew.</summary>
    public (Past Past, Verdict Verdict) SecondHalf(Past past, Numbers derived, Numbers requests, Numbers renewed)
    {
        (long[] agreed, Numbers feedbackFaults) = Feedbacks(past);
        Numbers image = past.InputConditions.And(derived.Without(s_allInputs)).And(past.PairFaults).And(feedbackFaults);
        Numbers latched = past.Latched.And(image.Both(Trips));
        Refusal ofEverything = RefusalOfEverything(past, latched);
        Numbers needFresh = past.Armed ? past.NeedFreshRequest.Both(requests) : past.NeedFreshRequest;

        int count = rules.Outputs.Length;
        OutputPast[] outputs = Outputs(past, renewed);
        var blocking = new Numbers[count];
        var holding = new Numbers[count];
        var refusals = new Refusal[count];
        Numbers permitted = Numbers.None;
        for (int o = 0; o < count; o++)
        {
            OutputRules rule = rules.Outputs[o];
            blocking[o] = rule.MustBeOne.Without(image).And(rule.MustBeZero.Both(image));
            holding[o] = latched.Both(rule.MustBeZero.With(TableFault));
            refusals[o] =
                ofEverything != Refusal.None ? ofEverything
                : !holding[o].IsEmpty ? Refusal.Trip
                : !blocking[o].IsEmpty ? Refusal.Require
                : needFresh.Has(o) ? Refusal.Late
                : LeaseIsOver(past, rule, outputs[o]) ? Refusal.Lease
                : LimitIsReached(past, rule, outputs[o]) ? Refusal.Limit
                : IsExcluded(past, rule, outputs, requests) ? Refusal.Exclude
                : Refusal.None;
            permitted = requests.Has(o) && refusals[o] == Refusal.None ? permitted.With(o) : permitted;
        }

        bool pulse = past.HadAScan && past.HadFirstHalf && !past.Late && !latched.Meets(NodeTrips);
        Past next = past with
        {
            Outputs = outputs,
            FeedbackAgreedUs = agreed,
            HadFirstHalf = false,
            HadAScan = true,
            Image = image,
            Latched = latched,
            Permitted = permitted,
            NeedFreshRequest = needFresh,
        };
        return (next, new Verdict(image, permitted, latched, pulse, refusals, blocking, holding));
    }

    /// <summary>A reset: unlatches the trips that did not stand in the last scan; what they held needs a fresh request.</summary>
    public Past Reset(Past past, Numbers trips)
    {
        Numbers cleared = past.Latched.Both(trips).Without(past.Image);
        Numbers held = Numbers.None;
        foreach (int o in Motion)
        {
            held = rules.Outputs[o].MustBeZero.With(TableFault).Meets(cleared) ? held.With(o) : held;
        }

        return past with { Latched = past.Latched.Without(cleared), NeedFreshRequest = past.NeedFreshRequest.And(held) };
    }

    private Refusal RefusalOfEverything(Past past, Numbers latched) =>
        !past.HadAScan ? Refusal.Start
        : !past.HadFirstHalf ? Refusal.Flow
        : latched.Has(TableFault) ? Refusal.Table
        : latched.Without(past.Latched).Meets(rules.NodeTrips) ? Refusal.NodeTrip
        : Refusal.None;

    private Past Timing(Past past, long gapUs)
    {
        bool late = gapUs < 0 || gapUs > rules.LateLimitUs;
        long stepUs = Math.Clamp(gapUs, 0, LongestStepUs);
        int goodInARow = late || gapUs > rules.RearmGapUs ? 0 : past.GoodInARow + 1;
        bool armed = !late && (past.Armed || goodInARow >= 2);
        return past with
        {
            NowUs = past.NowUs + stepUs,
            EarnedUs = late ? past.EarnedUs : past.EarnedUs + stepUs,
            Late = late,
            GoodInARow = goodInARow,
            Armed = armed,
            NeedFreshRequest = armed ? past.NeedFreshRequest : Motion,
        };
    }

    private static InputPast Conditioned(InputPast past, InputRules rule, bool contact, long earnedUs)
    {
        if (contact == past.Condition)
        {
            return new InputPast(contact, null);
        }

        long delayUs = contact ? rule.OnDelayUs : rule.OffDelayUs;
        return past.DueUs is long dueUs
            ? earnedUs >= dueUs ? new InputPast(contact, null) : past
            : delayUs == 0 ? new InputPast(contact, null) : past with { DueUs = earnedUs + delayUs };
    }

    // G7
    private (PairPast[] Pairs, Numbers Faults) Discrepancies(PairPast[] past, Numbers conditions, long earnedUs)
    {
        var pairs = new PairPast[rules.Pairs.Length];
        Numbers faults = Numbers.None;
        for (int p = 0; p < pairs.Length; p++)
        {
            PairRules rule = rules.Pairs[p];
            bool first = conditions.Has(rule.First);
            bool second = conditions.Has(rule.Second);
            bool bothOff = first == rule.OffLevel && second == rule.OffLevel;
            bool tooLong = first != second && earnedUs - past[p].AgreedUs > rule.WindowUs;
            pairs[p] = new PairPast(first == second ? earnedUs : past[p].AgreedUs, (past[p].Waits || tooLong) && !bothOff);
            faults = pairs[p].Waits ? faults.And(rule.Fault) : faults;
        }

        return (pairs, faults);
    }

    // G6. The contact counts as it is conditioned, like every other input; in G7 too.
    private (long[] AgreedUs, Numbers Faults) Feedbacks(Past past)
    {
        var agreed = new long[rules.Feedbacks.Length];
        Numbers faults = Numbers.None;
        for (int o = 0; o < agreed.Length; o++)
        {
            FeedbackRules rule = rules.Feedbacks[o];
            bool agrees = past.InputConditions.Has(rule.Input) == past.Permitted.Has(o);
            agreed[o] = agrees ? past.EarnedUs : past.FeedbackAgreedUs[o];
            faults = past.EarnedUs - agreed[o] > rule.WindowUs ? faults.And(rule.Fault) : faults;
        }

        return (agreed, faults);
    }

    private OutputPast[] Outputs(Past past, Numbers renewed)
    {
        var outputs = new OutputPast[rules.Outputs.Length];
        for (int o = 0; o < outputs.Length; o++)
        {
            OutputPast before = past.Outputs[o];
            long lastOnEarnedUs = past.Permitted.Has(o) ? past.EarnedUs : before.LastOnEarnedUs;
            bool rested = past.EarnedUs - lastOnEarnedUs >= rules.Outputs[o].RestUs;
            outputs[o] = new OutputPast(lastOnEarnedUs, rested ? past.NowUs : before.RestedUs, renewed.Has(o) ? past.NowUs : before.RenewedUs);
        }

        return outputs;
    }

    // G4
    private static bool LeaseIsOver(Past past, OutputRules rule, OutputPast output) =>
        rule.LeaseUs is long leaseUs && (output.RenewedUs is not long renewedUs || past.NowUs - renewedUs >= leaseUs);

    // G3
    private static bool LimitIsReached(Past past, OutputRules rule, OutputPast output) => past.NowUs - output.RestedUs >= rule.MaxOnUs;

    // G2
    private bool IsExcluded(Past past, OutputRules rule, OutputPast[] outputs, Numbers requests)
    {
        if (rule.Excludes.Meets(requests))
        {
            return true;
        }

        foreach (int other in rule.Excludes)
        {
            if (past.EarnedUs - outputs[other].LastOnEarnedUs < rules.Outputs[other].DeadTimeUs)
            {
                return true;
            }
        }

        return false;
    }
}
