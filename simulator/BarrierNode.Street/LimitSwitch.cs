namespace BarrierNode.Street;

/// <summary>The limit switches of one end that share an input; several are wired in series, so all must be at the end.</summary>
internal sealed class LimitSwitch(bool upper, Barrier[] members) : IContact
{
    /// <inheritdoc/>
    public bool Acting
    {
        get
        {
            foreach (Barrier member in members)
            {
                if (!(upper ? member.AtUpperEnd : member.AtLowerEnd))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
