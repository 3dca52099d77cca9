namespace BarrierNode.NanoHost;

/// <summary>
/// One ESP32 or ESP32-S3 on which firmware runs, as threads of this process. Several can run side by side; each has its own pins, timer, network
/// clients, and storage. Firmware reaches its chip through the nanoFramework API, never through this class.
/// </summary>
public sealed class VirtualChip : IDisposable
{
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(5);

    private readonly Lock _power = new();
    private readonly Lazy<string> _temporaryFolder = new(static () => Directory.CreateTempSubdirectory("barriernode-chip-").FullName);
    private readonly ChipClock _clock;
    private volatile ChipRun? _run;

    /// <summary>A chip without power.</summary>
    /// <param name="name">Name for messages, for example the node's.</param>
    /// <param name="storageFolder">Folder that holds the files of drive <c>I:</c>; made when missing.</param>
    /// <param name="clock">The time in which it lives; wall time when not given.</param>
    /// <param name="family">Which chip it is.</param>
    public VirtualChip(string name, string storageFolder, ChipClock? clock = null, ChipFamily family = ChipFamily.Esp32)
    {
        _clock = clock ?? new WallChipClock();
        Family = family;
        Name = name;
        StorageFolder = Path.GetFullPath(storageFolder);
        Directory.CreateDirectory(StorageFolder);
    }

    /// <summary>
    /// A thread of the firmware ended by an exception; on the chip, too, that ends only the thread. Raised on that thread.
    /// </summary>
    public event Action<Exception>? Faulted;

    /// <summary>The chip that the calling thread belongs to; null outside firmware.</summary>
    public static VirtualChip? Current => ChipRun.Current?.Chip;

    /// <summary>Name for messages.</summary>
    public string Name { get; }

    /// <summary>Which chip it is.</summary>
    public ChipFamily Family { get; }

    /// <summary>Folder that holds the files of drive <c>I:</c>.</summary>
    public string StorageFolder { get; }

    /// <summary>The pins, as the world around the chip sees them.</summary>
    public VirtualPins Pins { get; } = new();

    /// <summary>True from <see cref="Start"/> to <see cref="Stop"/>, also after the firmware's Main has returned.</summary>
    public bool Running => _run != null;

    internal string TemporaryFolder => _temporaryFolder.Value;

    /// <summary>Switches the power on and runs the firmware's Main on a thread of the chip.</summary>
    /// <param name="main">The firmware's Main.</param>
    /// <exception cref="InvalidOperationException">The chip is running.</exception>
    public void Start(Action main)
    {
        lock (_power)
        {
            if (_run != null)
            {
                throw new InvalidOperationException($"Chip {Name} is running. Stop it first.");
            }
            ChipRun run = new(this, _clock);
            Pins.PowerOn(run.Pins);
            _run = run;
            run.StartThread("Main", new ThreadStart(main), ThreadPriority.Normal);
        }
    }

    /// <summary>
    /// Cuts the power: outputs are low at once, broker connections break off without a goodbye, every thread ends at its next call to the
    /// chip. Returns when all have ended; the chip can then be started again. Nothing happens without power.
    /// </summary>
    /// <exception cref="TimeoutException">
    /// A thread of the firmware did not end within 5 s; the message names it. The chip counts as stopped.
    /// </exception>
    public void Stop()
    {
        lock (_power)
        {
            if (_run is not { } run)
            {
                return;
            }
            VirtualPins.PowerOff(run.Pins);
            run.Halt();
            IReadOnlyList<string> stuck = run.WaitForThreads(EndTimeout);
            _run = null;
            if (stuck.Count > 0)
            {
                throw new TimeoutException(
                    $"Chip {Name}: {string.Join(", ", stuck)} did not end within {EndTimeout.TotalSeconds:0} s after the power cut. " +
                    "It waits or computes for long without a call to the chip.");
            }
        }
    }

    /// <summary>Cuts the power and deletes the chip's temporary files; the storage stays.</summary>
    public void Dispose()
    {
        Stop();
        if (_temporaryFolder.IsValueCreated && Directory.Exists(TemporaryFolder))
        {
            Directory.Delete(TemporaryFolder, recursive: true);
        }
    }

    internal void RaiseFaulted(Exception exception) => Faulted?.Invoke(exception);
}
