namespace nanoFramework.Runtime.Events;

/// <summary>Base of the chip's events.</summary>
public class BaseEvent
{
    /// <summary>Where it comes from.</summary>
    public ushort Source;

    /// <summary>What it says.</summary>
    public byte Message;
}
