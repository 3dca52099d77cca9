namespace BarrierNode.Site;

/// <summary>Reads lists of pins: one pin for all barriers of a lane, or one for each.</summary>
internal static class PinList
{
    /// <summary>What a list for this many barriers must be.</summary>
    public static string OneOr(int barriers) =>
        barriers > 1 ? $"a list of 1 or {barriers} pins" : "a list of 1 pin";

    /// <summary>The pins of a list with their lines; what is no pin is noted as a problem and left out.</summary>
    public static List<(int Gpio, int Line)> Read(ProblemList problems, YamlItem? item, string name)
    {
        var list = new List<(int, int)>();
        if (item is null)
        {
            return list;
        }

        if (item is not YamlList { Items.Count: > 0 } items)
        {
            string what = item is YamlList ? "an empty list" : Section.Kind(item);
            problems.Add(item.Line, $"'{name}' is {what}", "a list of pins, for example [16]");
            return list;
        }

        foreach (YamlItem pin in items.Items)
        {
            if (Section.IntOf(problems, pin, name, 0, PinNumber.Last) is { } gpio)
            {
                list.Add((gpio, pin.Line));
            }
        }

        return list;
    }

    /// <summary>Notes a problem when a list is neither for all barriers nor for each.</summary>
    public static void CheckCount(Section section, string key, int count, int barriers, string name)
    {
        if (count > 0 && barriers > 0 && count != 1 && count != barriers)
        {
            string plural = barriers == 1 ? "barrier" : "barriers";
            section.Problems.Add(section.LineOf(key), $"{name} has {count} pins for {barriers} {plural}", OneOr(barriers));
        }
    }
}
