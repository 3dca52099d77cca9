namespace BarrierNode.Site.New;

/// <summary>Asks for pins that were spoken for, and takes them.</summary>
internal sealed class PinQuestions(Dialogue dialogue, PinBook pins)
{
    // These two dip while the chip's Wi-Fi is on (Espressif erratum GPIO-3.11), which an emergency stop would take for a press.
    private static readonly int[] Dipping = [36, 39];

    /// <summary>Asks for the pin of an output.</summary>
    /// <param name="what">What it is for, in the question.</param>
    /// <param name="user">What to call it when the pin is asked for again; null for the same.</param>
    public int Output(string what, string? user = null)
    {
        int gpio = Ask(what, pins.Outputs, pins.Outputs[0], pins.OutputRefusal);
        pins.TakeOutput(gpio, user ?? what);
        return gpio;
    }

    /// <summary>Asks for the pin of an input.</summary>
    /// <param name="what">What it is for, in the question.</param>
    /// <param name="user">What to call it when the pin is asked for again; null for the same.</param>
    public int Input(string what, string? user = null) => Input(what, user ?? what, pins.Inputs[0]);

    /// <summary>Asks for the pin of an emergency stop contact.</summary>
    /// <param name="what">What it is for, in the question.</param>
    public int EmergencyStop(string what) =>
        Input(what, "emergency stop", pins.Inputs.Cast<int?>().FirstOrDefault(p => !Dipping.Contains(p!.Value)) ?? pins.Inputs[0]);

    private int Input(string what, string user, int preset)
    {
        int gpio = Ask(what, pins.Inputs, preset, pins.InputRefusal);
        pins.TakeInput(gpio, user);
        return gpio;
    }

    private int Ask(string what, IReadOnlyList<int> good, int preset, Func<int, string?> refusal) => Dialogue.Whole(dialogue.Text(
        $"GPIO of the {what}, one of {string.Join(", ", good.Order())}",
        $"{preset}",
        answer => Dialogue.Whole(answer) is { } gpio ? refusal(gpio) : "Expected the number of a GPIO."))!.Value;
}
