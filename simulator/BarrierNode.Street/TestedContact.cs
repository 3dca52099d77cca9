namespace BarrierNode.Street;

/// <summary>A sensor with a test input: it acts by itself, and while its test output is on.</summary>
/// <param name="sensor">The sensor.</param>
/// <param name="testPin">GPIO number of the test output.</param>
/// <param name="terminals">The cabinet's terminals.</param>
internal sealed class TestedContact(IContact sensor, int testPin, Terminals terminals) : IContact
{
    /// <inheritdoc/>
    public bool Acting => sensor.Acting || terminals.IsOn(testPin);
}
