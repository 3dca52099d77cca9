namespace nanoFramework.Networking;

/// <summary>How far the network has come.</summary>
public enum NetworkHelperStatus
{
    /// <summary>Not asked for.</summary>
    None = 0,

    /// <summary>Asked for.</summary>
    Started = 1,

    /// <summary>Usable.</summary>
    NetworkIsReady = 2,

    /// <summary>The chip has no network interface.</summary>
    FailedNoNetworkInterface = 3,

    /// <summary>No address in time.</summary>
    TokenExpiredWaitingIPAddress = 4,

    /// <summary>No time of day in time.</summary>
    TokenExpiredWaitingDateTime = 5,

    /// <summary>Wi-Fi failed during a scan; the name is nanoFramework's.</summary>
    ErrorConnetingToWiFiWhileScanning = 6,

    /// <summary>See the exception.</summary>
    ExceptionOccurred = 7,

    /// <summary>Lost and being regained.</summary>
    Reconnecting = 8,
}
