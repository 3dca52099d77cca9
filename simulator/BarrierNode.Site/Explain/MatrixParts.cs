using BarrierNode.Interlock;

namespace BarrierNode.Site.Explain;

/// <summary>What rule G1 asks of one condition for one output.</summary>
[Flags]
public enum Need
{
    /// <summary>The output does not look at the condition.</summary>
    None = 0,

    /// <summary>The condition must be 1.</summary>
    One = 1,

    /// <summary>The condition must be 0, and not latched.</summary>
    Zero = 2,
}

/// <summary>A condition that the gate looks at: a column of the matrix.</summary>
/// <param name="Number">Its bit in the words of the gate table, 0 to 63.</param>
/// <param name="Name">Its name in messages.</param>
/// <param name="Meaning">What is the case in the street while it is 1.</param>
/// <param name="Trip">The trip that it latches, or <see cref="TripCode.None"/>.</param>
/// <param name="HoldsNode">True when its trip is one of the whole node: it ends the permission pulse.</param>
public sealed record MatrixCondition(int Number, string Name, string Meaning, TripCode Trip, bool HoldsNode)
{
    /// <summary>True when it stays 1 for its outputs until it is reset.</summary>
    public bool Latches => Trip != TripCode.None;
}

/// <summary>An output: a row of the matrix.</summary>
/// <param name="Number">Its bit in the words of the gate table, 0 to 15.</param>
/// <param name="Name">Its name in messages.</param>
/// <param name="Pin">GPIO number.</param>
/// <param name="Role">What it does, as in "raises lane quay".</param>
/// <param name="MovesSteel">True when a late scan drops it (G5).</param>
/// <param name="Excludes">The outputs that are never on together with it (G2).</param>
/// <param name="MaxOnMs">Longest time on (G3), or null for no limit.</param>
/// <param name="RestMs">Time off that starts the limit anew (G3).</param>
/// <param name="LeaseMs">A request not renewed for this long is off (G4); null for no lease.</param>
/// <param name="Feedback">Its feedback contact (G6), or null.</param>
public sealed record MatrixOutput(
    int Number,
    string Name,
    int Pin,
    string Role,
    bool MovesSteel,
    IReadOnlyList<MatrixExclusion> Excludes,
    decimal? MaxOnMs,
    decimal RestMs,
    decimal? LeaseMs,
    MatrixFeedback? Feedback);

/// <summary>An output that another one excludes.</summary>
/// <param name="Output">Its name.</param>
/// <param name="OffForMs">How long it must have been off: its own dead time.</param>
public sealed record MatrixExclusion(string Output, decimal OffForMs);

/// <summary>The feedback contact of an output.</summary>
/// <param name="Contact">Name of the input.</param>
/// <param name="WindowMs">How long it may differ from the output.</param>
/// <param name="Fault">The condition that is 1 when it differs for longer.</param>
public sealed record MatrixFeedback(string Contact, decimal WindowMs, MatrixCondition Fault);

/// <summary>How an input is conditioned.</summary>
/// <param name="Number">Number of the input, and of its condition.</param>
/// <param name="Name">Its name in messages.</param>
/// <param name="Pin">GPIO number.</param>
/// <param name="Meaning">What is the case in the street while it is 1.</param>
/// <param name="OneWhileLow">True when it is 1 while the pin is low.</param>
/// <param name="StartsOn">True when it counts as 1 from the start until it has proven 0.</param>
/// <param name="OnDelayMs">How long the contact must be 1 before the condition is.</param>
/// <param name="OffDelayMs">How long the contact must be 0 before the condition is.</param>
public sealed record MatrixInput(
    int Number, string Name, int Pin, string Meaning, bool OneWhileLow, bool StartsOn, decimal OnDelayMs, decimal OffDelayMs);

/// <summary>Two inputs that are the channels of one (G7).</summary>
/// <param name="First">Name of the first channel.</param>
/// <param name="Second">Name of the second channel.</param>
/// <param name="OffAtOne">True when a channel is off while it is 1; otherwise it is off while it is 0.</param>
/// <param name="WindowMs">How long they may differ.</param>
/// <param name="Fault">The condition that is 1 when they differ for longer, until both went off.</param>
public sealed record MatrixPair(string First, string Second, bool OffAtOne, decimal WindowMs, MatrixCondition Fault);

/// <summary>A trip and what it holds.</summary>
/// <param name="Condition">The condition that latches.</param>
/// <param name="Holds">Names of the outputs that stay off until it is reset.</param>
public sealed record MatrixTrip(MatrixCondition Condition, IReadOnlyList<string> Holds);
