using BarrierNode.Site;

namespace BarrierNode.Street;

/// <summary>The contactors of one direction of a lane: one for all barriers, or one for each.</summary>
internal sealed class Drives
{
    private readonly Contactor[] _contactors;
    private readonly int[] _pins;

    /// <summary>Builds them and wires their auxiliary contacts.</summary>
    /// <param name="pins">The outputs that switch them.</param>
    /// <param name="feedback">The inputs of their auxiliary contacts; empty where none are wired.</param>
    /// <param name="terminals">The cabinet's terminals.</param>
    /// <param name="lot">The lot from which they come.</param>
    public Drives(IReadOnlyList<int> pins, IReadOnlyList<InputModel> feedback, Terminals terminals, PartLot lot)
    {
        _pins = [.. pins];
        _contactors = [.. pins.Select(pin => new Contactor(pin, terminals, lot))];
        for (int i = 0; i < feedback.Count; i++)
        {
            terminals.Connect(feedback[i], _contactors[i]);
        }
    }

    /// <summary>The direction of a barrier is driven.</summary>
    /// <param name="barrier">Which one, from 0.</param>
    /// <param name="driveSupply">The drives have power.</param>
    public bool Act(int barrier, bool driveSupply) =>
        _contactors.Length > 0 && Of(barrier).Drives(driveSupply);

    /// <summary>The node wants the direction of a barrier to be driven.</summary>
    /// <param name="barrier">Which one, from 0.</param>
    public bool Ordered(int barrier) => _contactors.Length > 0 && Of(barrier).Ordered;

    /// <summary>Lets time pass.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <param name="supply">What feeds the coils.</param>
    /// <returns>True when all stay as they are while nothing else changes.</returns>
    public bool Step(int stepUs, DriveSupply supply)
    {
        bool settled = true;
        foreach (Contactor contactor in _contactors)
        {
            settled &= contactor.Step(stepUs, supply);
        }

        return settled;
    }

    /// <summary>The contactor at an output, or null.</summary>
    public Contactor? Find(int pin)
    {
        int index = Array.IndexOf(_pins, pin);
        return index < 0 ? null : _contactors[index];
    }

    private Contactor Of(int barrier) => _contactors[_contactors.Length == 1 ? 0 : barrier];
}
