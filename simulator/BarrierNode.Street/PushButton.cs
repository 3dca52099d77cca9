namespace BarrierNode.Street;

/// <summary>A button that stays as it was last set; the emergency stop latches the same way.</summary>
internal sealed class PushButton : IContact
{
    /// <summary>A finger is on it, or it is latched in.</summary>
    public bool Pressed { get; set; }

    /// <inheritdoc/>
    public bool Acting => Pressed;
}
