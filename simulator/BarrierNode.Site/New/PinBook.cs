using BarrierNode.Interlock;

namespace BarrierNode.Site.New;

/// <summary>
/// Which pins of a board are taken, and which are spoken for. What is spoken for before its pin is chosen can always be had: nothing is
/// offered for which the board has no room, and no choice takes the last pin from what must still come.
/// </summary>
internal sealed class PinBook(BoardModel board)
{
    // The permission pulse takes an output pin and is none of the gate's outputs.
    private const int MostOutputs = GateTable.MaxOutputs + 1;

    private readonly Dictionary<int, string> _users = [];
    private int _outputs;
    private int _inputs;
    private int _outputsToCome;
    private int _inputsToCome;

    /// <summary>The pins that the next output may have, by number.</summary>
    public IReadOnlyList<int> Outputs => [.. Free.Where(p => p.MayBeOutput).Select(p => p.Gpio)];

    /// <summary>The pins that the next input may have; those that can be nothing else first.</summary>
    public IReadOnlyList<int> Inputs => [.. Free.Where(p => !p.MayBeOutput || SparesAnOutput).OrderBy(p => p.MayBeOutput).Select(p => p.Gpio)];

    private IEnumerable<BoardPin> Free => board.Pins.Values.Where(p => p.MayBeInput && !_users.ContainsKey(p.Gpio)).OrderBy(p => p.Gpio);

    private bool SparesAnOutput => Free.Count(p => p.MayBeOutput) > _outputsToCome;

    /// <summary>True when board and node have room for this besides what is spoken for.</summary>
    public bool HasRoom(int outputs, int inputs)
    {
        int outputsToCome = _outputsToCome + outputs;
        int inputsToCome = _inputsToCome + inputs;
        return Free.Count(p => p.MayBeOutput) >= outputsToCome && Free.Count() >= outputsToCome + inputsToCome
            && _outputs + outputsToCome <= MostOutputs && _inputs + inputsToCome <= GateTable.MaxInputs;
    }

    /// <summary>Speaks for pins that will be chosen later. Call it only when there is room.</summary>
    public void Reserve(int outputs, int inputs)
    {
        _outputsToCome += outputs;
        _inputsToCome += inputs;
    }

    /// <summary>Why a pin cannot be the next output, or null.</summary>
    public string? OutputRefusal(int gpio) => Refusal(gpio, "an output", p => p.MayBeOutput);

    /// <summary>Why a pin cannot be the next input, or null.</summary>
    public string? InputRefusal(int gpio) =>
        Refusal(gpio, "an input", p => p.MayBeInput)
        ?? (board.Pins[gpio].MayBeOutput && !SparesAnOutput
            ? $"GPIO {gpio} is needed for an output that comes later: the board has no other left."
            : null);

    /// <summary>Takes a pin that was spoken for as an output.</summary>
    public void TakeOutput(int gpio, string user)
    {
        _users.Add(gpio, user);
        _outputs++;
        _outputsToCome--;
    }

    /// <summary>Takes a pin that was spoken for as an input.</summary>
    public void TakeInput(int gpio, string user)
    {
        _users.Add(gpio, user);
        _inputs++;
        _inputsToCome--;
    }

    private string? Refusal(int gpio, string asWhat, Func<BoardPin, bool> may) =>
        !board.Pins.TryGetValue(gpio, out BoardPin? pin) ? $"The chip has no GPIO {gpio}."
        : !may(pin) ? $"GPIO {gpio} cannot be {asWhat} on {board.Name}: {pin.WhyNot}."
        : _users.TryGetValue(gpio, out string? user) ? $"GPIO {gpio} is already taken: {user}."
        : null;
}
