namespace BarrierNode.Street;

/// <summary>
/// The limit switches of one end that share an input; several are wired in series, so all must be at the end. As on the data sheet they act in the
/// last hundredth of the stroke; drawn from a lot, each sits a little elsewhere, lets go later than it acted, and bounces.
/// </summary>
internal sealed class LimitSwitch : IContact
{
    private readonly bool _upper;
    private readonly Barrier[] _members;
    private readonly PartLot _lot;
    private readonly Bounce _bounce;
    private readonly double[] _actsWithin;
    private readonly double[] _letsGoFrom;
    private readonly bool[] _acts;
    private bool _all;

    /// <summary>Fits a switch to each barrier.</summary>
    public LimitSwitch(bool upper, Barrier[] members, PartLot lot)
    {
        _upper = upper;
        _members = members;
        _lot = lot;
        _bounce = new Bounce(lot);
        _actsWithin = Array.ConvertAll(members, _ => lot.Draw(50, 150) / 10_000.0);
        _letsGoFrom = Array.ConvertAll(_actsWithin, within => within + (lot.Draw(20, 50) / 10_000.0));
        _acts = Array.ConvertAll(members, member => member.FromEnd(upper) <= 0.01);
        _all = Array.TrueForAll(_acts, acts => acts);
    }

    /// <inheritdoc/>
    public bool Acting => _lot.Differs ? _bounce.Level(_all) : AllAtTheEnd();

    /// <summary>Follows the barriers after they have moved.</summary>
    public void Step()
    {
        bool all = true;
        for (int i = 0; i < _members.Length; i++)
        {
            _acts[i] = _members[i].FromEnd(_upper) <= (_acts[i] ? _letsGoFrom[i] : _actsWithin[i]);
            all &= _acts[i];
        }

        if (all != _all)
        {
            _all = all;
            _bounce.Begin();
        }
    }

    private bool AllAtTheEnd()
    {
        foreach (Barrier member in _members)
        {
            if (!(_upper ? member.AtUpperEnd : member.AtLowerEnd))
            {
                return false;
            }
        }

        return true;
    }
}
