namespace BarrierNode.Site;

/// <summary>Reads the length of the pulses with which a contact is tested: what is shorter than that is no edge.</summary>
internal static class TestPulse
{
    // What the reaction of an emergency stop may grow by.
    private const int MaxMs = 100;

    /// <summary>The key <c>testPulseMs</c>, 0 when it is not there.</summary>
    public static int Read(Section section) => section.OptionalInt("testPulseMs", 1, MaxMs) ?? 0;
}
