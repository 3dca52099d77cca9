using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>The arguments of commands by the words that people use for them.</summary>
internal static class CommandArguments
{
    private const int Longest = 8_388_607;
    private const int InputsPerMinute = 64;

    /// <summary>Reads the argument of a command: by its own words, or as a number under <c>argument</c>.</summary>
    public static int Read(ScenarioSite site, Section section, CommandOp op)
    {
        int? number = section.OptionalInt("argument", 0, Longest);
        int? worded = op switch
        {
            CommandOp.KeepOpen => section.OptionalInt("minutes", 0, Longest),
            CommandOp.Convoy => section.OptionalInt("vehicles", 0, Longest),
            CommandOp.CrowdCount => section.OptionalInt("people", 0, Longest),
            CommandOp.EmergencyOperation => section.OptionalFlag("duress") is { } duress ? (duress ? 1 : 0) : null,
            CommandOp.Automatic => section.OptionalFlag("on") is { } on ? (on ? 1 : 0) : null,
            CommandOp.ConfirmClear => section.Has("input") ? site.InputNumber(section, "input") : null,
            CommandOp.Bypass => section.Has("input")
                ? ((section.OptionalInt("minutes", 0, 10_000) ?? 0) * InputsPerMinute) + site.InputNumber(section, "input")
                : null,
            _ => null,
        };
        return worded ?? number ?? 0;
    }
}
