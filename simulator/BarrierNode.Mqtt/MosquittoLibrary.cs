using System.Runtime.InteropServices;

namespace BarrierNode.Mqtt;

/// <summary>The functions of libmosquitto that this program uses, named as there.</summary>
internal static unsafe partial class MosquittoLibrary
{
    internal const int ErrSuccess = 0;
    internal const int ErrTls = 8;
    internal const int ErrSystem = 14;
    internal const int ErrNameLookup = 15;
    internal const int ErrKeepAlive = 19;

    internal const int OptionTcpNoDelay = 11;
    internal const int LogError = 0x08;
    internal const int VerifyPeer = 1;

    private const string Name = "mosquitto";

    private static readonly string[] FileNames = ["libmosquitto.so.1", "libmosquitto.1.dylib", "mosquitto.dll"];

    private static readonly Lazy<nint> Library = new(static () => LoadFirst(FileNames), LazyThreadSafetyMode.PublicationOnly);

    private static readonly Lazy<int> Started = new(static () =>
    {
        nint library = Library.Value;
        NativeLibrary.SetDllImportResolver(typeof(MosquittoLibrary).Assembly, (name, _, _) => name == Name ? library : 0);
        return LibInit();
    });

    /// <summary>Loads and initialises the library once.</summary>
    /// <exception cref="MqttLinkException">The library is not installed.</exception>
    internal static void Start()
    {
        // Library first and on its own: a failed load may be repeated after an installation, the resolver may not.
        _ = Library.Value;
        _ = Started.Value;
    }

    internal static nint LoadFirst(IReadOnlyList<string> fileNames)
    {
        foreach (string fileName in fileNames)
        {
            if (NativeLibrary.TryLoad(fileName, out nint library))
            {
                return library;
            }
        }
        throw new MqttLinkException(
            $"The MQTT library {fileNames[0]} is not installed. " +
            "Install the package libmosquitto1 (Debian, Ubuntu: apt install libmosquitto1).");
    }

    internal static string Explain(int error) => Marshal.PtrToStringUTF8(StrError(error)) ?? $"error {error}";

    [LibraryImport(Name, EntryPoint = "mosquitto_lib_init")]
    private static partial int LibInit();

    [LibraryImport(Name, EntryPoint = "mosquitto_strerror")]
    private static partial nint StrError(int error);

    [LibraryImport(Name, EntryPoint = "mosquitto_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint New(string clientId, [MarshalAs(UnmanagedType.U1)] bool cleanSession, nint userData);

    [LibraryImport(Name, EntryPoint = "mosquitto_destroy")]
    internal static partial void Destroy(nint client);

    [LibraryImport(Name, EntryPoint = "mosquitto_threaded_set")]
    internal static partial int ThreadedSet(MosquittoHandle client, [MarshalAs(UnmanagedType.U1)] bool threaded);

    [LibraryImport(Name, EntryPoint = "mosquitto_int_option")]
    internal static partial int IntOption(MosquittoHandle client, int option, int value);

    [LibraryImport(Name, EntryPoint = "mosquitto_username_pw_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int UserNameSet(MosquittoHandle client, string userName, string? password);

    [LibraryImport(Name, EntryPoint = "mosquitto_will_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int WillSet(
        MosquittoHandle client, string topic, int length, ReadOnlySpan<byte> payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Name, EntryPoint = "mosquitto_tls_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int TlsSet(
        MosquittoHandle client, string caFile, string? caFolder, string? certFile, string? keyFile, nint passwordCallback);

    [LibraryImport(Name, EntryPoint = "mosquitto_tls_opts_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int TlsOptionsSet(MosquittoHandle client, int verify, string lowestVersion, string? ciphers);

    [LibraryImport(Name, EntryPoint = "mosquitto_connect_callback_set")]
    internal static partial void OnConnect(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_message_callback_set")]
    internal static partial void OnMessage(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, NativeMessage*, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_publish_callback_set")]
    internal static partial void OnPublish(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_subscribe_callback_set")]
    internal static partial void OnSubscribe(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, int*, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_unsubscribe_callback_set")]
    internal static partial void OnUnsubscribe(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_log_callback_set")]
    internal static partial void OnLog(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, byte*, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_connect", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial int Connect(MosquittoHandle client, string host, int port, int keepAliveSeconds);

    [LibraryImport(Name, EntryPoint = "mosquitto_loop")]
    internal static partial int Loop(MosquittoHandle client, int timeoutMs, int maxPackets);

    [LibraryImport(Name, EntryPoint = "mosquitto_disconnect")]
    internal static partial int Disconnect(MosquittoHandle client);

    [LibraryImport(Name, EntryPoint = "mosquitto_publish", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Publish(
        MosquittoHandle client,
        out int messageId,
        string topic,
        int length,
        ReadOnlySpan<byte> payload,
        int qos,
        [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Name, EntryPoint = "mosquitto_subscribe_multiple", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Subscribe(
        MosquittoHandle client, out int messageId, int count, string[] filters, int qos, int options, nint properties);

    [LibraryImport(Name, EntryPoint = "mosquitto_unsubscribe_multiple", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Unsubscribe(MosquittoHandle client, out int messageId, int count, string[] filters, nint properties);

    /// <summary>struct mosquitto_message.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeMessage
    {
        internal int MessageId;
        internal byte* Topic;
        internal byte* Payload;
        internal int Length;
        internal int Qos;
        internal byte Retain;
    }
}
