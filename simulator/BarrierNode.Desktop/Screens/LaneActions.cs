using System.Globalization;
using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens;

/// <summary>A further command of a lane, in the menu beside the buttons that every lane has.</summary>
/// <param name="Path">Last part of the address of its button.</param>
/// <param name="Label">Text of its button.</param>
/// <param name="Op">What it asks.</param>
/// <param name="Argument">Argument of the operation.</param>
public sealed record LaneAction(string Path, string Label, CommandOp Op, int Argument = 0);

/// <summary>The further commands of lanes, each only where the lane has what it needs.</summary>
public static class LaneActions
{
    private const string ConfirmClear = "confirmClear-";
    private const string Bypass = "bypass-";
    private const int UsualBypassMin = 10;

    // How the protocol packs the argument of a bypass.
    private const int InputsPerMinute = 64;

    private static readonly LaneAction s_keepOpen = new("keepOpen", "Keep open", CommandOp.KeepOpen);
    private static readonly LaneAction s_release = new("release", "Release", CommandOp.Release);
    private static readonly LaneAction s_automaticOn = new("automatic-on", "Automatic on", CommandOp.Automatic, 1);
    private static readonly LaneAction s_automaticOff = new("automatic-off", "Automatic off", CommandOp.Automatic);
    private static readonly LaneAction s_efo = new("efo", "Emergency raise", CommandOp.EmergencyOperation);
    private static readonly LaneAction s_efoEnd = new("efoEnd", "End emergency", CommandOp.EmergencyOperationEnd);
    private static readonly LaneAction s_vehicle = new("emergencyVehicle", "Emergency vehicle", CommandOp.EmergencyVehicle);
    private static readonly LaneAction s_egress = new("egress", "Let people out", CommandOp.Egress);
    private static readonly LaneAction s_consent = new("consent", "Agree to opening", CommandOp.Consent);
    private static readonly LaneAction s_selfTest = new("selfTest", "Self-test", CommandOp.SelfTest);
    private static readonly LaneAction s_confirm = new("confirm", "Position confirmed", CommandOp.Confirm);

    /// <summary>The further commands of a lane, in the order of the menu.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="site">Its site, whose inputs for all lanes count too.</param>
    public static IEnumerable<LaneAction> Of(LaneModel lane, SiteModel site)
    {
        yield return s_keepOpen;
        yield return s_release;
        if (lane.Setting(LaneSetting.ReraiseAfterTransitMs) > 0 || lane.Setting(LaneSetting.ReraiseNoTransitMs) > 0)
        {
            yield return s_automaticOn;
            yield return s_automaticOff;
        }

        if (lane.Setting(LaneSetting.EfoEnabled) > 0)
        {
            yield return s_efo;
            yield return s_efoEnd;
        }

        if (Has(InputRole.EmergencyVehicleKey, InputRole.SirenInput))
        {
            yield return s_vehicle;
        }

        if (Has(InputRole.EgressRequest, InputRole.CountIn))
        {
            yield return s_egress;
        }

        if (lane.Setting(LaneSetting.DualConsent) > 0)
        {
            yield return s_consent;
        }

        if (lane.Outputs.Any(o => o.Role == OutputRole.TestPulse) || Has(InputRole.RedCurrent, InputRole.GreenCurrent))
        {
            yield return s_selfTest;
        }

        yield return s_confirm;
        foreach (InputModel loop in lane.Loops.Where(l => l.Frequency is not null))
        {
            int number = SiteCompiler.NumberOf(site, loop.Name);
            yield return new LaneAction($"{ConfirmClear}{number}", $"Nothing on {loop.Name}", CommandOp.ConfirmClear, number);
        }

        int bypassMin = Math.Min(UsualBypassMin, lane.Setting(LaneSetting.BypassMaxMin));
        foreach (InputModel loop in lane.Loops.Where(_ => bypassMin > 0))
        {
            int number = SiteCompiler.NumberOf(site, loop.Name);
            yield return Bypassing($"Bypass {loop.Name} for {bypassMin} min", (bypassMin * InputsPerMinute) + number);
            yield return Bypassing($"End bypass of {loop.Name}", number);
        }

        static LaneAction Bypassing(string label, int argument) => new($"{Bypass}{argument}", label, CommandOp.Bypass, argument);

        bool Has(params InputRole[] roles) => site.Inputs.Concat(lane.Inputs).Any(i => roles.Contains(i.Role));
    }

    /// <summary>The command behind the address of a button, of the menu or of those that every lane has; null when there is none.</summary>
    /// <param name="path">Last part of the address.</param>
    public static (CommandOp Op, int Argument)? Find(string path) => path switch
    {
        "automatic-on" => (s_automaticOn.Op, s_automaticOn.Argument),
        _ when path.StartsWith(ConfirmClear, StringComparison.Ordinal) =>
            byte.TryParse(path.AsSpan(ConfirmClear.Length), NumberStyles.None, CultureInfo.InvariantCulture, out byte input) ? (CommandOp.ConfirmClear, input) : null,
        _ when path.StartsWith(Bypass, StringComparison.Ordinal) =>
            ushort.TryParse(path.AsSpan(Bypass.Length), NumberStyles.None, CultureInfo.InvariantCulture, out ushort packed) ? (CommandOp.Bypass, packed) : null,
        "automatic-off" => (s_automaticOff.Op, s_automaticOff.Argument),
        _ => Names.Operation(path) is var op and not CommandOp.None ? (op, 0) : null,
    };
}
