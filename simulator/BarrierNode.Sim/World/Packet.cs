namespace BarrierNode.Sim;

/// <summary>One message on its way over a connection.</summary>
/// <param name="DueUs">When it arrives.</param>
/// <param name="Topic">Its topic, or the filters of a subscription, one a line.</param>
/// <param name="Bytes">Its bytes; null for a subscription.</param>
/// <param name="Retain">From a node: the broker keeps it. To a node: the broker had kept it.</param>
/// <param name="Confirmed">It is confirmed on arrival.</param>
internal readonly record struct Packet(long DueUs, string Topic, byte[]? Bytes, bool Retain, bool Confirmed);
