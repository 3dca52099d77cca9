using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BarrierNode.Mqtt;

/// <summary>
/// A native client. As a safe handle it outlives every call that is still in progress on another thread, so no lock is needed around the
/// calls.
/// </summary>
internal sealed class MosquittoHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private GCHandle _owner;

    internal MosquittoHandle(string clientId, bool cleanSession, MosquittoLink owner)
        : base(ownsHandle: true)
    {
        _owner = GCHandle.Alloc(owner);
        SetHandle(MosquittoLibrary.New(clientId, cleanSession, GCHandle.ToIntPtr(_owner)));
        if (IsInvalid)
        {
            _owner.Free();
            throw new MqttLinkException($"The MQTT library refused the client id \"{clientId}\". Expected 1 to 65535 bytes of UTF-8.");
        }
    }

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        // Closes the socket without an MQTT DISCONNECT; the broker then publishes the will.
        MosquittoLibrary.Destroy(handle);
        _owner.Free();
        return true;
    }
}
