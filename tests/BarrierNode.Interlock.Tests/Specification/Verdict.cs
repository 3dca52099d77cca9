namespace BarrierNode.Interlock.Tests.Specification;

/// <summary>What a whole scan comes to.</summary>
/// <param name="Refusals">By output, requested or not.</param>
/// <param name="Blocking">By output, the conditions of the image that are not as it requires.</param>
/// <param name="Holding">By output, the latched trips that it requires to be 0.</param>
internal sealed record Verdict(
    Numbers Image, Numbers Permitted, Numbers Latched, bool Pulse, Refusal[] Refusals, Numbers[] Blocking, Numbers[] Holding);

/// <summary>Why an output is refused. Of several reasons the one that stands first here is told.</summary>
internal enum Refusal
{
    Start,
    Flow,
    Table,
    NodeTrip,
    Trip,
    Require,
    Late,
    Lease,
    Limit,
    Exclude,
    None,
}
