namespace BarrierNode.Site;

/// <summary>Reads the drive of a lane: its outputs, their times, and the contacts that say whether they were obeyed.</summary>
internal sealed class DriveReader(ProblemList problems, PinPlan pins)
{
    private const int MaxTimeMs = 600000;

    // A contactor of 100 ms, and the longest gap between two scans that is not late.
    private const int DefaultWindowMs = 200;

    public DriveKeys Read(Section? drive, string lane, int barriers)
    {
        if (drive is null)
        {
            return new DriveKeys([], [], [], 0, 0, 0, 1, null);
        }

        // What holds the barriers up stands in place of what lowers them.
        bool holds = drive.Has("hold");
        string down = holds ? "hold" : "lower";
        List<int> raise = Pins(drive, "raise", lane, barriers);
        List<int> lower = Pins(drive, down, lane, barriers);
        if (raise.Count > 0 && lower.Count > 0 && raise.Count != lower.Count)
        {
            problems.Add(
                drive.LineOf(down),
                $"lane '{lane}' has {raise.Count} raise pins and {lower.Count} {down} pins",
                "as many of the one as of the other: each pair is one drive");
        }

        CheckUnpowered(drive, lane, holds);
        int? deadTimeMs = holds ? 0 : drive.Int("deadTimeMs", 100, 10000);
        int? maxRunMs = drive.Int("maxRunMs", 1, MaxTimeMs);
        int? restMs = drive.Int("restMs", 100, MaxTimeMs);
        Section? contacts = drive.OptionalSub("feedback");
        FeedbackModel? feedback = contacts is null ? null : ReadFeedback(contacts, lane, raise.Count, down, lower.Count);
        drive.Done();
        return new DriveKeys(raise, holds ? [] : lower, holds ? lower : [], deadTimeMs ?? 0, maxRunMs ?? 0, restMs ?? 0, drive.LineOf("maxRunMs"), feedback);
    }

    // What a lane does without power is written down by who knows its mechanics, and must be what its outputs make of it.
    private void CheckUnpowered(Section drive, string lane, bool holds)
    {
        string? unpowered = drive.OptionalWord("unpowered", "stays", "drops");
        if (unpowered is not null && unpowered == "drops" != holds)
        {
            problems.Add(
                drive.LineOf("unpowered"),
                $"lane '{lane}' has a '{(holds ? "hold" : "lower")}' output, so it {(holds ? "drops" : "stays")} without power",
                holds ? "unpowered: drops" : "unpowered: stays, or 'hold' instead of 'lower'");
        }
    }

    private List<int> Pins(Section drive, string key, string lane, int barriers)
    {
        List<(int Gpio, int Line)> list = PinList.Read(problems, drive.Required(key, PinList.OneOr(barriers)), $"lane.drive.{key}");
        PinList.CheckCount(drive, key, list.Count, barriers, $"{lane}.{key}");
        for (int i = 0; i < list.Count; i++)
        {
            pins.TakeOutput(list[i].Gpio, SiteNames.Numbered($"{lane}.{key}", i, list.Count), list[i].Line);
        }

        return [.. list.Select(p => p.Gpio)];
    }

    private FeedbackModel ReadFeedback(Section feedback, string lane, int raiseCount, string down, int lowerCount)
    {
        bool normallyClosed = feedback.OptionalWord("contact", "normally-open", "normally-closed") != "normally-open";
        List<InputModel> raise = Contacts(feedback, "raise", lane, raiseCount, normallyClosed);
        List<InputModel> lower = Contacts(feedback, down, lane, lowerCount, normallyClosed);
        int? windowMs = feedback.OptionalInt("windowMs", 50, 2000);
        feedback.Done();
        return new FeedbackModel(raise, lower, windowMs ?? DefaultWindowMs);
    }

    private List<InputModel> Contacts(Section feedback, string key, string lane, int outputs, bool normallyClosed)
    {
        string expected = outputs == 1 ? "a list of 1 pin" : $"a list of {outputs} pins";
        List<(int Gpio, int Line)> list = PinList.Read(problems, feedback.Required(key, expected), $"lane.drive.feedback.{key}");
        if (list.Count > 0 && outputs > 0 && list.Count != outputs)
        {
            problems.Add(
                feedback.LineOf(key),
                $"lane '{lane}' has {outputs} {key} outputs and {list.Count} feedback contacts",
                $"{expected}: one for each output");
        }

        var contacts = new List<InputModel>();
        for (int i = 0; i < list.Count; i++)
        {
            string name = SiteNames.Feedback(lane, key, i, list.Count);
            pins.TakeInput(list[i].Gpio, name, list[i].Line);
            contacts.Add(new InputModel(name, list[i].Gpio, normallyClosed, 0, 0));
        }

        return contacts;
    }
}

/// <summary>The keys of a drive as they were read; what was wrong is empty or 0.</summary>
internal sealed record DriveKeys(
    List<int> Raise, List<int> Lower, List<int> Hold, int DeadTimeMs, int MaxRunMs, int RestMs, int MaxRunLine, FeedbackModel? Feedback);
