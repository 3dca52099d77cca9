namespace BarrierNode.Sim;

/// <summary>Judges an expectation, moment by moment.</summary>
internal static class StepWatch
{
    /// <summary>How it stands.</summary>
    /// <param name="expect">What is expected.</param>
    /// <param name="view">What is to be seen.</param>
    /// <param name="elapsedUs">Time since it began, in microseconds.</param>
    /// <param name="seen">What is seen instead, when it has failed.</param>
    public static StepState Judge(ScenarioExpectation expect, ScenarioView view, long elapsedUs, out string seen)
    {
        seen = "";
        if (expect.Never)
        {
            return Throughout(expect, elapsedUs, expect.Facts.All(f => f.Holds(view)) ? [.. expect.Facts] : [], view, out seen);
        }

        ScenarioFact[] missing = [.. expect.Facts.Where(f => !f.Holds(view))];
        if (expect.ThroughoutUs > 0)
        {
            return Throughout(expect, elapsedUs, missing, view, out seen);
        }

        if (missing.Length == 0)
        {
            if (elapsedUs >= expect.NotBeforeUs)
            {
                return StepState.Met;
            }

            seen = $"it was so after {DurationText.Write(elapsedUs)} already";
            return StepState.Failed;
        }

        if (elapsedUs < expect.WithinUs)
        {
            return StepState.Running;
        }

        seen = Seen(missing, view);
        return StepState.Failed;
    }

    private static StepState Throughout(ScenarioExpectation expect, long elapsedUs, ScenarioFact[] wrong, ScenarioView view, out string seen)
    {
        seen = wrong.Length == 0 ? "" : $"after {DurationText.Write(elapsedUs)}: {Seen(wrong, view)}";
        return wrong.Length > 0 ? StepState.Failed : elapsedUs >= expect.ThroughoutUs ? StepState.Met : StepState.Running;
    }

    private static string Seen(IEnumerable<ScenarioFact> facts, ScenarioView view) => string.Join(", ", facts.Select(f => f.Seen(view)).Distinct());
}
