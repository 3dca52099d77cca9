using BarrierNode.NanoHost;

namespace nanoFramework.Networking;

/// <summary>The chip's network, which here is this machine's and always there.</summary>
public static class NetworkHelper
{
    /// <summary>What went wrong: nothing.</summary>
    public static Exception? HelperException => null;

    /// <summary>How far the network has come.</summary>
    public static NetworkHelperStatus Status => ChipRun.Require().NetworkStatus;

    /// <summary>Waits for the network.</summary>
    /// <param name="token">Ends the wait.</param>
    /// <param name="requiresDateTime">Waits for the time of day, too.</param>
    /// <returns>True: the network is there.</returns>
    public static bool SetupAndConnectNetwork(CancellationToken token = default, bool requiresDateTime = false)
    {
        ChipRun.Require().NetworkStatus = NetworkHelperStatus.NetworkIsReady;
        return true;
    }
}
