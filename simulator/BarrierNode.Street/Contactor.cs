namespace BarrierNode.Street;

/// <summary>
/// A contactor or valve at a drive output: it follows its coil a moment later, and its auxiliary contact tells whether it is pulled in. One
/// that welds stays so from the next time that it closes.
/// </summary>
internal sealed class Contactor(int pin, Terminals terminals) : IContact
{
    private const int PullInUs = 80_000;
    private const int DropOutUs = 60_000;

    private readonly DelayedContact _contact = new(PullInUs, DropOutUs);
    private bool _stuck;

    /// <summary>It welds as soon as it closes. Taken back, it is replaced by a good one.</summary>
    public bool Welds { get; set; }

    /// <inheritdoc/>
    public bool Acting => _contact.Closed || _stuck;

    /// <summary>Its drive acts. What is welded acts only while the power before it is there.</summary>
    /// <param name="driveSupply">The drives have power.</param>
    public bool Drives(bool driveSupply) => _contact.Closed || (_stuck && driveSupply);

    /// <summary>Lets time pass.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <param name="driveSupply">The coils have power.</param>
    public void Step(int stepUs, bool driveSupply)
    {
        _contact.Step(stepUs, driveSupply && terminals.IsOn(pin));
        _stuck = Welds && (_stuck || _contact.Closed);
    }
}
