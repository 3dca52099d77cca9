namespace BarrierNode.Site;

/// <summary>The pins of a board, from <c>hardware/boards/*.yaml</c>.</summary>
/// <param name="Name">Name of the nanoFramework target, for example ESP32_REV3.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Pins">Every pin that the chip has, by GPIO number.</param>
public sealed record BoardModel(string Name, string Title, IReadOnlyDictionary<int, BoardPin> Pins)
{
    /// <summary>What must be changed on a board as it is sold before equipment may be wired to it; one sentence or more each.</summary>
    public IReadOnlyList<string> Preparation { get; init; } = [];

    /// <summary>True when the board has Ethernet; otherwise it uses Wi-Fi.</summary>
    public bool HasEthernet => Pins.Values.Any(p => p.Use == PinUse.Ethernet);
}

/// <summary>One pin of a board.</summary>
/// <param name="Gpio">GPIO number.</param>
/// <param name="Use">What it may be used for.</param>
/// <param name="BootPulse">True when the chip drives a level on it during start-up, so it must not drive anything.</param>
/// <param name="Note">Why, for people.</param>
public sealed record BoardPin(int Gpio, PinUse Use, bool BootPulse, string Note)
{
    /// <summary>True when a contact may be wired to the pin.</summary>
    public bool MayBeInput => Use is PinUse.InputOutput or PinUse.InputOnly;

    /// <summary>True when the pin may drive something: it is an output, and nothing moves it before the firmware runs.</summary>
    public bool MayBeOutput => Use is PinUse.InputOutput && !BootPulse;

    /// <summary>Why the pin may not be what it may not be.</summary>
    internal string WhyNot => Use switch
    {
        PinUse.InputOutput => "the chip pulses it at start",
        PinUse.InputOnly => "it is input-only",
        PinUse.Strapping => "it is a strapping pin, read at reset",
        PinUse.Flash => "it is wired to the flash memory",
        PinUse.Ethernet => "Ethernet uses it",
        PinUse.Psram => "PSRAM uses it",
        PinUse.Serial => "the serial port uses it",
        PinUse.Absent => "the board does not have it",
        _ => "the board uses it",
    };
}

/// <summary>What a pin may be used for.</summary>
public enum PinUse
{
    /// <summary>Input or output.</summary>
    InputOutput,

    /// <summary>Input only, without a pull resistor.</summary>
    InputOnly,

    /// <summary>Read by the chip at reset: not for equipment.</summary>
    Strapping,

    /// <summary>Wired to the flash chip.</summary>
    Flash,

    /// <summary>Taken by Ethernet.</summary>
    Ethernet,

    /// <summary>Taken by PSRAM on some modules.</summary>
    Psram,

    /// <summary>The serial port over which the board is flashed and debugged.</summary>
    Serial,

    /// <summary>Taken by something else on the board.</summary>
    Board,

    /// <summary>Not bonded out.</summary>
    Absent,
}
