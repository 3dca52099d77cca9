namespace BarrierNode.Site;

/// <summary>Who uses which pin of the board: finds pins that cannot do what is asked of them, and pins that are used twice.</summary>
internal sealed class PinPlan(ProblemList problems, BoardModel? board)
{
    private readonly Dictionary<int, (string User, int Line)> _users = [];

    /// <summary>Takes a pin for an input.</summary>
    public void TakeInput(int gpio, string user, int line)
    {
        Check(gpio, user, line, "an input", p => p.MayBeInput);
        Take(gpio, user, line);
    }

    /// <summary>Takes a pin for an output.</summary>
    public void TakeOutput(int gpio, string user, int line)
    {
        Check(gpio, user, line, "an output", p => p.MayBeOutput);
        Take(gpio, user, line);
    }

    private void Take(int gpio, string user, int line)
    {
        if (!_users.TryAdd(gpio, (user, line)))
        {
            (string other, int otherLine) = _users[gpio];
            problems.Add(line, $"GPIO {gpio} ({user}) is already used by {other} on line {otherLine}", "a pin of its own");
        }
    }

    private void Check(int gpio, string user, int line, string asWhat, Func<BoardPin, bool> may)
    {
        BoardPin pin = board?.Pins.GetValueOrDefault(gpio) ?? new BoardPin(gpio, PinUse.Absent, false, "");
        if (board is null || may(pin))
        {
            return;
        }

        IEnumerable<int> good = board.Pins.Values.Where(may).Select(p => p.Gpio).Order();
        problems.Add(line, $"GPIO {gpio} ({user}) cannot be {asWhat} on {board.Name}: {pin.WhyNot}", $"one of {string.Join(", ", good)}");
    }
}
