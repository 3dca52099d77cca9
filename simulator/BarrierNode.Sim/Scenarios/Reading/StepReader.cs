using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>Reads one step of a scenario.</summary>
internal sealed class StepReader(ScenarioSite site, FactReader facts)
{
    /// <summary>The keys of a step beside the verbs, with an example and what they mean.</summary>
    public static IReadOnlyList<(string Key, string Form, string Meaning)> Keys { get; } =
    [
        ("at", "2 s", "The step begins at this time of the scenario; it has failed when that is over already"),
        ("after", "500 ms", "The step begins so long after the end of the step before"),
        ("when", "entryLoop is occupied", "The step waits until this is so; then it goes on, or has ended when nothing else is in it"),
        ("patience", "5 min", "The longest wait for `when`; 60 s when left out"),
        ("expect", "{ lane: promenade, position: down }", "What is to be seen, all of it at one moment: now, or as the next three keys say"),
        ("within", "5 s", "It is so at some moment from now on, at the latest after this time; `3.0 s ± 200 ms`: not before 2.8 s, and at the latest after 3.2 s"),
        ("throughout", "10 s", "It is so in every scan for this time"),
        ("never", "{ lane: promenade, position: raising }", "With `throughout`, in place of `expect`: in no scan for this time all of this is so"),
    ];

    public ScenarioStep Read(Section section)
    {
        ScenarioStep step = new()
        {
            Line = section.Line,
            AtUs = section.Value("at")?.Duration(),
            AfterUs = section.Value("after")?.Duration() ?? 0,
            When = section.Value("when") is { } when ? facts.Read(when) : [],
            PatienceUs = section.Value("patience")?.Duration() ?? ScenarioStep.UsualPatienceUs,
            Act = Act(section),
            Expect = Expect(section),
        };
        if (section.Has("at") && section.Has("after"))
        {
            Problem(section, "after", "this step has both 'at' and 'after'", "one of them");
        }

        if (section.Has("patience") && !section.Has("when"))
        {
            Problem(section, "patience", "this step has 'patience' and nothing to wait for", "the key 'when' too");
        }

        section.Done();
        return step;
    }

    private ScenarioAct? Act(Section section)
    {
        Verb[] verbs = [.. Verbs.All.Where(v => section.Has(v.Word))];
        bool expects = section.Has("expect") || section.Has("never");
        if (verbs.Length + (expects ? 1 : 0) > 1)
        {
            string[] keys = [.. verbs.Select(v => v.Word), .. expects ? ["expect or never"] : Array.Empty<string>()];
            site.Problems.Add(section.Line, $"this step has {string.Join(", ", keys)}", "one of them; make it several steps");
        }

        foreach (Verb verb in Verbs.All)
        {
            section.Optional(verb.Word);
        }

        // A key that is not known is told as that, and what it should be.
        bool understood = section.Entries.All(e => Keys.Any(k => k.Key == e.Key));
        if (verbs.Length == 0 && !expects && !section.Has("when") && understood)
        {
            site.Problems.Add(section.Line, "this step does nothing and expects nothing", $"one of {string.Join(", ", Verbs.All.Select(v => v.Word))}, expect, never, when");
        }

        return verbs.Select(v => v.Read(site, section.Value(v.Word)!)).FirstOrDefault();
    }

    private ScenarioExpectation? Expect(Section section)
    {
        ScenarioValue? expect = section.Value("expect");
        ScenarioValue? never = section.Value("never");
        ScenarioValue? within = section.Value("within");
        long? throughoutUs = section.Value("throughout")?.Duration();
        if (expect is null && never is null)
        {
            foreach (string key in new[] { "within", "throughout" }.Where(section.Has))
            {
                Problem(section, key, $"this step has '{key}' and expects nothing", "the key 'expect' or 'never' too");
            }

            return null;
        }

        if (expect is not null && never is not null)
        {
            Problem(section, "never", "this step has both 'expect' and 'never'", "one of them");
        }

        if (never is not null && !section.Has("throughout"))
        {
            Problem(section, "never", "this step says 'never' and not for how long", "the key 'throughout' too");
        }

        if (within is not null && section.Has("throughout"))
        {
            Problem(section, "within", "this step has both 'within' and 'throughout'", "one of them");
        }

        (long us, long toleranceUs) = Tolerant(within);
        return new ScenarioExpectation(facts.Read(expect ?? never!))
        {
            Never = never is not null,
            WithinUs = us + toleranceUs,
            NotBeforeUs = toleranceUs > 0 ? us - toleranceUs : 0,
            ThroughoutUs = throughoutUs ?? 0,
        };
    }

    private static (long Us, long ToleranceUs) Tolerant(ScenarioValue? within)
    {
        if (within?.Text(DurationText.TolerantForm) is not { } text)
        {
            return (0, 0);
        }

        (long, long)? time = DurationText.ReadTolerant(text);
        if (time is null)
        {
            within.Wrong($"'{text}'", DurationText.TolerantForm);
        }

        return time ?? (0, 0);
    }

    private void Problem(Section section, string key, string what, string expected) => site.Problems.Add(section.LineOf(key), what, expected);
}
