namespace System.Device.Gpio;

/// <summary>Level of a pin.</summary>
public readonly struct PinValue
{
    private readonly byte _level;

    private PinValue(byte level)
    {
        _level = level;
    }

    /// <summary>High.</summary>
    public static PinValue High => new(1);

    /// <summary>Low.</summary>
    public static PinValue Low => new(0);

    /// <summary>0 is low, everything else high.</summary>
    /// <param name="value">Number.</param>
    public static implicit operator PinValue(int value) => value == 0 ? Low : High;

    /// <summary>False is low, true high.</summary>
    /// <param name="value">Truth value.</param>
    public static implicit operator PinValue(bool value) => value ? High : Low;

    /// <summary>0 for low, 1 for high.</summary>
    /// <param name="value">Level.</param>
    public static explicit operator byte(PinValue value) => value._level;

    /// <summary>0 for low, 1 for high.</summary>
    /// <param name="value">Level.</param>
    public static explicit operator int(PinValue value) => value._level;

    /// <summary>True for high.</summary>
    /// <param name="value">Level.</param>
    public static explicit operator bool(PinValue value) => value._level != 0;

    /// <summary>Same level.</summary>
    /// <param name="a">One level.</param>
    /// <param name="b">Other level.</param>
    /// <returns>True when equal.</returns>
    public static bool operator ==(PinValue a, PinValue b) => a._level == b._level;

    /// <summary>Different levels.</summary>
    /// <param name="a">One level.</param>
    /// <param name="b">Other level.</param>
    /// <returns>True when different.</returns>
    public static bool operator !=(PinValue a, PinValue b) => a._level != b._level;

    /// <summary>Same level.</summary>
    /// <param name="other">Other level.</param>
    /// <returns>True when equal.</returns>
    public bool Equals(PinValue other) => other._level == _level;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is PinValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _level;

    /// <inheritdoc />
    public override string ToString() => _level == 0 ? "Low" : "High";
}
