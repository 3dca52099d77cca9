namespace BarrierNode.Verify.Scan;

/// <summary>The sizes of a site table that bound the loops of the scan.</summary>
/// <param name="Inputs">Inputs, 0 to 32.</param>
/// <param name="Outputs">Outputs, 1 to 16.</param>
/// <param name="Pairs">Two-channel inputs, 0 to 16.</param>
/// <param name="Feedbacks">Outputs with a feedback contact, 0 to 16.</param>
/// <param name="Lanes">Lanes, 1 to 4.</param>
/// <param name="Loops">Loops that the node measures, 0 to 8.</param>
public sealed record SiteCounts(int Inputs, int Outputs, int Pairs, int Feedbacks, int Lanes, int Loops);
