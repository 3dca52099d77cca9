namespace BarrierNode.Street;

/// <summary>
/// A button that stays as it was last set; the emergency stop latches the same way. A sensor is one that the street presses, too.
/// </summary>
internal sealed class PushButton : IContact
{
    /// <summary>A finger is on it, or it is latched in.</summary>
    public bool Pressed { get; set; }

    /// <summary>What makes it act beside a finger, or null.</summary>
    public Func<bool>? Senses { get; set; }

    /// <inheritdoc/>
    public bool Acting => Pressed || (Senses is { } senses && senses());
}
