namespace BarrierNode.Desktop.Run;

/// <summary>Why a street cannot run, in a sentence that says what to do.</summary>
/// <param name="message">The sentence.</param>
public sealed class RunException(string message) : Exception(message);
