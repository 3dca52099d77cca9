using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace BarrierNode.NanoHost.Tests;

/// <summary>A chip with a storage folder of its own; everything is gone after the test.</summary>
internal sealed class TestChip : IDisposable
{
    private readonly TestFolder _storage = new();

    public TestChip(string name = "chip", ChipFamily family = ChipFamily.Esp32)
    {
        Chip = new VirtualChip(name, _storage.Path, family: family);
        Chip.Faulted += Faults.Enqueue;
    }

    public VirtualChip Chip { get; }

    public VirtualPins Pins => Chip.Pins;

    public string StorageFolder => _storage.Path;

    public ConcurrentQueue<Exception> Faults { get; } = new();

    /// <summary>Runs firmware to its end, then cuts the power; what it throws comes out here.</summary>
    public void Run(Action main)
    {
        ExceptionDispatchInfo? thrown = null;
        using ManualResetEventSlim ended = new();
        Chip.Start(() =>
        {
            try
            {
                main();
            }
            catch (Exception exception)
            {
                thrown = ExceptionDispatchInfo.Capture(exception);
            }
            ended.Set();
        });
        Assert.IsTrue(ended.Wait(Wait.Limit), "the firmware ended");
        Chip.Stop();
        thrown?.Throw();
    }

    public void Dispose()
    {
        Chip.Dispose();
        _storage.Dispose();
    }
}
