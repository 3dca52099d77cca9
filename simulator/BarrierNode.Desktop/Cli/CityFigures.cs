namespace BarrierNode.Desktop.Cli;

/// <summary>What was measured on one city.</summary>
/// <param name="Nodes">Its nodes; each has one site.</param>
/// <param name="Lanes">The lanes of all of them.</param>
/// <param name="Seconds">Seconds of the city that were measured.</param>
/// <param name="LaneSecondsPerSecond">Lane-seconds of the city in a second of wall time, on one core.</param>
/// <param name="LaneSecondsPerCpuSecond">The same in a second of processor time: not disturbed by what else the machine does.</param>
/// <param name="BytesPerNode">What a node takes in memory with its street, in bytes.</param>
internal sealed record CityFigures(
    int Nodes, int Lanes, int Seconds, double LaneSecondsPerSecond, double LaneSecondsPerCpuSecond, long BytesPerNode);
