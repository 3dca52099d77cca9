using BarrierNode.Control;

namespace BarrierNode.Site;

/// <summary>The roles that inputs and outputs can have: their words in the site file, and what follows from them.</summary>
public static class Roles
{
    /// <summary>Every role of an input but none.</summary>
    public static IReadOnlyList<InputRoleInfo> Inputs { get; } =
    [
        new(InputRole.RaiseButton, normallyClosed: false, onDelayMs: 60, offDelayMs: 60, refusesRaise: false, refusesLower: false, "Panel button that asks to raise (close)"),
        new(InputRole.LowerButton, normallyClosed: false, onDelayMs: 60, offDelayMs: 60, refusesRaise: false, refusesLower: false, "Panel button that asks to lower (open)"),
        new(InputRole.LocalKey, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Key switch in the cabinet: local control; the control room may not move the lane"),
        new(InputRole.MaintenanceKey, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Key switch of a person who works at the lane: nothing moves but by held button"),
        new(InputRole.TestKey, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Key switch for tests on site"),
        new(InputRole.EfoButton, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Guarded button of the emergency fast operation: raises now"),
        new(InputRole.EfoReset, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Key that ends the emergency fast operation on site"),
        new(InputRole.DuressButton, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Silent alarm: somebody is forced to act"),
        new(InputRole.EmergencyVehicleKey, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Key of fire brigade, ambulance, police: opens the lane"),
        new(InputRole.SirenInput, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Contact of a siren detector or a transponder reader: opens the lane"),
        new(InputRole.EgressRequest, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: true, refusesLower: false, "Fire alarm, or a button that lets a crowd out: opens the lane and keeps it open"),
        new(InputRole.FreeExit, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Detector that asks for an opening by being driven on"),
        new(InputRole.EndPressure, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Pressure switch that acts at the upper end of the stroke: back-up of the limit switch"),
        new(InputRole.Obstruction, normallyClosed: false, onDelayMs: 0, offDelayMs: 500, refusesRaise: true, refusesLower: false, "Pressure or current that rises against an obstacle: reverses a raise"),
        new(InputRole.SafetyEdge, normallyClosed: true, onDelayMs: 0, offDelayMs: 500, refusesRaise: true, refusesLower: false, "Contact edge or curtain that protects people: reverses a raise"),
        new(InputRole.ManualRelease, normallyClosed: true, onDelayMs: 40, offDelayMs: 40, refusesRaise: true, refusesLower: true, "Hand pump or manual release is in use: the drive is not the only one that moves the barrier"),
        new(InputRole.AccumulatorReady, normallyClosed: false, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Pressure of the accumulator is enough for an emergency stroke"),
        new(InputRole.PitWater, normallyClosed: false, onDelayMs: 2000, offDelayMs: 2000, refusesRaise: false, refusesLower: false, "Water stands in the pit"),
        new(InputRole.Cold, normallyClosed: false, onDelayMs: 2000, offDelayMs: 2000, refusesRaise: false, refusesLower: false, "Thermostat: it is cold enough for the heater"),
        new(InputRole.RedCurrent, normallyClosed: false, onDelayMs: 100, offDelayMs: 100, refusesRaise: false, refusesLower: false, "Current relay: the red lamp draws current"),
        new(InputRole.GreenCurrent, normallyClosed: false, onDelayMs: 100, offDelayMs: 100, refusesRaise: false, refusesLower: false, "Current relay: the green lamp draws current"),
        new(InputRole.SupplyFailed, normallyClosed: true, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "The mains has failed; the cabinet lives on its battery"),
        new(InputRole.Tamper, normallyClosed: true, onDelayMs: 40, offDelayMs: 40, refusesRaise: false, refusesLower: false, "Cover, door or lock of the barrier was opened"),
        new(InputRole.CountIn, normallyClosed: false, onDelayMs: 0, offDelayMs: 0, refusesRaise: false, refusesLower: false, "Pulse for each person that comes in"),
        new(InputRole.CountOut, normallyClosed: false, onDelayMs: 0, offDelayMs: 0, refusesRaise: false, refusesLower: false, "Pulse for each person that goes out"),
        new(InputRole.Axle, normallyClosed: false, onDelayMs: 0, offDelayMs: 0, refusesRaise: false, refusesLower: false, "Pulse of an axle sensor"),
    ];

    /// <summary>Every role of an output but none.</summary>
    public static IReadOnlyList<OutputRoleInfo> Outputs { get; } =
    [
        new(OutputRole.EfoValve, "Valve or contactor of the fast stroke; acts together with the raise drive"),
        new(OutputRole.EfoLight, "Light that tells that the emergency fast operation is in force"),
        new(OutputRole.Heater, "Heater of the pit or the drive"),
        new(OutputRole.Beacon, "Flashing light while the lane warns and moves"),
        new(OutputRole.Supply, "Contactor that gives the drives of this lane their power: the second way to switch them off"),
        new(OutputRole.TestPulse, "Output that tests a detector or a safety edge: high for the time of the test"),
    ];

    /// <summary>What follows from the role of an input.</summary>
    /// <param name="role">The role, not None.</param>
    public static InputRoleInfo Of(InputRole role) => Inputs.First(r => r.Role == role);
}

/// <summary>A role of an input.</summary>
/// <param name="role">The role.</param>
/// <param name="normallyClosed">How its contact is wired when the site file does not say.</param>
/// <param name="onDelayMs">How long it must act before it counts, when the site file does not say.</param>
/// <param name="offDelayMs">How long it must rest before that counts, when the site file does not say.</param>
/// <param name="refusesRaise">While it acts nothing of its lane may be raised (G1).</param>
/// <param name="refusesLower">While it acts nothing of its lane may be lowered (G1).</param>
/// <param name="meaning">What it is, for people.</param>
public sealed class InputRoleInfo(
    InputRole role, bool normallyClosed, int onDelayMs, int offDelayMs, bool refusesRaise, bool refusesLower, string meaning)
{
    /// <summary>The role.</summary>
    public InputRole Role => role;

    /// <summary>Its word in the site file.</summary>
    public string Word { get; } = Spelling.Kebab(role.ToString());

    /// <summary>Its name in messages, behind the lane and a dot.</summary>
    public string Name { get; } = Spelling.Camel(role.ToString());

    /// <summary>How its contact is wired when the site file does not say.</summary>
    public bool NormallyClosed => normallyClosed;

    /// <summary>How long it must act before it counts, in milliseconds.</summary>
    public int OnDelayMs => onDelayMs;

    /// <summary>How long it must rest before that counts, in milliseconds.</summary>
    public int OffDelayMs => offDelayMs;

    /// <summary>While it acts nothing of its lane may be raised (G1).</summary>
    public bool RefusesRaise => refusesRaise;

    /// <summary>While it acts nothing of its lane may be lowered (G1).</summary>
    public bool RefusesLower => refusesLower;

    /// <summary>What it is, for people.</summary>
    public string Meaning => meaning;
}

/// <summary>A role of an output.</summary>
/// <param name="Role">The role.</param>
/// <param name="Meaning">What it is, for people.</param>
public sealed record OutputRoleInfo(OutputRole Role, string Meaning)
{
    /// <summary>Its word in the site file.</summary>
    public string Word { get; } = Spelling.Kebab(Role.ToString());

    /// <summary>Its name in messages, behind the lane and a dot.</summary>
    public string Name { get; } = Spelling.Camel(Role.ToString());
}
