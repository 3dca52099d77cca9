using BarrierNode.NanoHost;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Run;

/// <summary>
/// A node that runs the firmware's own <c>Main</c> on a virtual chip, wired pin by pin to the street. The owner of the street's clock calls
/// <see cref="Exchange"/> at every tick.
/// </summary>
public sealed class VirtualNode : IDisposable
{
    private readonly DrivenChipClock _clock = new();
    private readonly VirtualChip _chip;
    private readonly StreetModel _street;
    private readonly int[] _inputs;
    private readonly int[] _loops;
    private readonly int[] _outputs;

    /// <summary>Makes a node that is switched off.</summary>
    /// <param name="site">Its site.</param>
    /// <param name="street">The street that it is wired to.</param>
    /// <param name="flashFolder">Its flash.</param>
    public VirtualNode(SiteModel site, StreetModel street, string flashFolder)
    {
        _street = street;
        ChipFamily family = site.Board.Pins.Count == VirtualPins.Count ? ChipFamily.Esp32S3 : ChipFamily.Esp32;
        _chip = new VirtualChip($"{site.City}.{site.Site}.{site.Node}", flashFolder, _clock, family);
        Control.SiteTable table = SiteCompiler.Compile(site);
        _loops = [.. table.Loops.Select(l => l.Pin)];
        _inputs = [.. table.InputPins.Except(_loops)];
        _outputs = [.. table.OutputPins, table.PermitPin];

        // The contacts are there before the power: the first scan must not find an open emergency stop circuit that nobody has read yet.
        ReadContacts();
    }

    /// <summary>A thread of the firmware ended by an exception that it did not handle.</summary>
    public event Action<Exception>? Faulted
    {
        add => _chip.Faulted += value;
        remove => _chip.Faulted -= value;
    }

    /// <summary>The pins, as a logic analyser would see them.</summary>
    public VirtualPins Pins => _chip.Pins;

    /// <summary>Switches the node on.</summary>
    public void PowerOn() => _chip.Start(Node.Program.Main);

    /// <summary>Cuts its power: every output is low from this moment, the broker notices by itself.</summary>
    public void PowerOff() => _chip.Stop();

    /// <summary>
    /// Carries levels from the street to the inputs, lets the chip live up to the street's time, and carries the outputs to the street.
    /// </summary>
    public void Exchange()
    {
        ReadContacts();
        _clock.AdvanceTo(_street.NowUs);
        foreach (int pin in _outputs)
        {
            _street.SetOutput(pin, _chip.Pins.Output(pin));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _chip.Dispose();

    private void ReadContacts()
    {
        foreach (int pin in _inputs)
        {
            _chip.Pins.SetInput(pin, _street.InputLevel(pin));
        }

        foreach (int pin in _loops)
        {
            _chip.Pins.SetFrequency(pin, _street.LoopHz(pin));
        }
    }
}
