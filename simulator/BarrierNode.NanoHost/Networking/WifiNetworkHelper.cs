using BarrierNode.NanoHost;

namespace nanoFramework.Networking;

/// <summary>The chip's Wi-Fi, which here is this machine's network and always there.</summary>
public static class WifiNetworkHelper
{
    /// <summary>What went wrong: nothing.</summary>
    public static Exception? HelperException => null;

    /// <summary>How far the network has come.</summary>
    public static NetworkHelperStatus Status => ChipRun.Require().NetworkStatus;

    /// <summary>Connects with the network name and password that are stored in the chip.</summary>
    /// <param name="requiresDateTime">Waits for the time of day, too.</param>
    /// <param name="wifiAdapterId">Number of the adapter.</param>
    /// <param name="token">Ends the wait.</param>
    /// <returns>True: the network is there.</returns>
    public static bool Reconnect(bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default)
    {
        ChipRun.Require().NetworkStatus = NetworkHelperStatus.NetworkIsReady;
        return true;
    }
}
