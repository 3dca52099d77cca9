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
    public Drives(IReadOnlyList<int> pins, IReadOnlyList<InputModel> feedback, Terminals terminals)
    {
        _pins = [.. pins];
        _contactors = [.. pins.Select(pin => new Contactor(pin, terminals))];
        for (int i = 0; i < feedback.Count; i++)
        {
            terminals.Connect(feedback[i], _contactors[i]);
        }
    }

    /// <summary>The direction of a barrier is driven.</summary>
    /// <param name="barrier">Which one, from 0.</param>
    /// <param name="driveSupply">The drives have power.</param>
    public bool Act(int barrier, bool driveSupply) =>
        _contactors.Length > 0 && _contactors[_contactors.Length == 1 ? 0 : barrier].Drives(driveSupply);

    /// <summary>Lets time pass.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <param name="driveSupply">The coils have power.</param>
    public void Step(int stepUs, bool driveSupply)
    {
        foreach (Contactor contactor in _contactors)
        {
            contactor.Step(stepUs, driveSupply);
        }
    }

    /// <summary>The contactor at an output, or null.</summary>
    public Contactor? Find(int pin)
    {
        int index = Array.IndexOf(_pins, pin);
        return index < 0 ? null : _contactors[index];
    }
}
