namespace BarrierNode.Site.Explain;

/// <summary>A terminal of the controller and what is wired to it.</summary>
/// <param name="Gpio">GPIO number.</param>
/// <param name="Name">Name in messages; "permit" for the permission pulse.</param>
/// <param name="IsInput">True for an input.</param>
/// <param name="Contact">Kind of contact or of driver.</param>
/// <param name="From">Where the cable comes from.</param>
/// <param name="To">Where it goes to.</param>
/// <param name="AtRest">Level of the pin while nothing acts.</param>
/// <param name="Pull">Resistors and capacitors that the pin needs.</param>
/// <param name="BoardNote">What the board file says of the pin; empty when nothing.</param>
public sealed record Terminal(
    int Gpio, string Name, bool IsInput, string Contact, string From, string To, string AtRest, string Pull, string BoardNote);
