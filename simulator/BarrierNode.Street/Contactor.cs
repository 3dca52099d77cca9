namespace BarrierNode.Street;

/// <summary>
/// A contactor or valve at a drive output: it follows its coil a moment later, and its auxiliary contact tells whether it is pulled in. One
/// that welds stays so from the next time that it closes.
/// </summary>
internal sealed class Contactor(int pin, Terminals terminals, PartLot lot) : IContact
{
    /// <summary>Least pull-in and drop-out time of small contactors and relays, in microseconds.</summary>
    public const int LeastUs = 8000;

    /// <summary>Most of these times.</summary>
    public const int MostUs = 30_000;

    private const int PullInUs = 80_000;
    private const int DropOutUs = 60_000;

    private readonly int _pullInUs = lot.Draw(LeastUs, MostUs);
    private readonly int _dropOutUs = lot.Draw(LeastUs, MostUs);
    private readonly Bounce _bounce = new(lot);
    private readonly DelayedContact _contact = new(PullInUs, DropOutUs);
    private bool _stuck;

    /// <summary>It welds as soon as it closes. Taken back, it is replaced by a good one.</summary>
    public bool Welds { get; set; }

    /// <inheritdoc/>
    public bool Acting => _bounce.Level(_contact.Closed || _stuck);

    /// <summary>The node wants it to act.</summary>
    public bool Ordered => terminals.IsOn(pin);

    /// <summary>Its drive acts. What is welded acts only while the power before it is there.</summary>
    /// <param name="driveSupply">The drives have power.</param>
    public bool Drives(bool driveSupply) => _contact.Closed || (_stuck && driveSupply);

    /// <summary>Lets time pass.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <param name="supply">What feeds its coil.</param>
    /// <returns>True when it stays as it is while nothing else changes.</returns>
    public bool Step(int stepUs, DriveSupply supply)
    {
        bool was = _contact.Closed;
        bool coil = (was ? supply.Holds : supply.PullsIn) && terminals.IsOn(pin);
        bool settled = lot.Differs ? _contact.Step(stepUs, coil, _pullInUs, _dropOutUs) : _contact.Step(stepUs, coil);
        if (_contact.Closed != was)
        {
            _bounce.Begin();
        }

        _stuck = Welds && (_stuck || _contact.Closed);
        return settled;
    }
}
