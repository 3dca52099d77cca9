namespace BarrierNode.NanoHost.TestFirmware
{
    /// <summary>Waits for a thread.</summary>
    public delegate bool JoinThread(int milliseconds);
}
