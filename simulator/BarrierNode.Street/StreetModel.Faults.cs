using BarrierNode.Street.Loops;

namespace BarrierNode.Street;

/// <summary>What breaks in the street beside its physics. As long as something is broken the street does not rest.</summary>
public sealed partial class StreetModel
{
    private ISignalFault? _permissionFault;
    private ISignalFault? _mainsFault;
    private bool _permitted;
    private bool _drivesUnfed;

    /// <summary>What is wrong with the permission chain, or null. It gets and gives whether the drives may have power.</summary>
    public ISignalFault? PermissionFault
    {
        get => _permissionFault;
        set
        {
            _permissionFault = value;
            StepSupplyFaults();
        }
    }

    /// <summary>What is wrong with the branch of the mains that feeds the drives, or null. It gives whether it is there; the cabinet has its own.</summary>
    public ISignalFault? MainsFault
    {
        get => _mainsFault;
        set
        {
            _mainsFault = value;
            StepSupplyFaults();
        }
    }

    /// <summary>
    /// Breaks the sensor at an input, or the equipment at an output, or puts a good one there (null). The wire between it and the pin is another
    /// thing: see <see cref="CutWire"/>.
    /// </summary>
    /// <param name="pin">GPIO number, 0 to 63.</param>
    /// <param name="fault">What it makes of its signal: for an input of the level at the pin.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public void SetSignalFault(int pin, ISignalFault? fault)
    {
        _terminals.SetFault(pin, fault, NowUs);
        Wake();
    }

    /// <summary>Breaks the oscillator of a loop that the node measures, or puts a good one there (null).</summary>
    /// <param name="pin">GPIO number.</param>
    /// <param name="fault">What it makes of the frequency.</param>
    /// <exception cref="ArgumentException">No oscillator is wired to the pin.</exception>
    public void SetLoopFault(int pin, IFrequencyFault? fault)
    {
        LoopOscillator oscillator = MeasuredLoop(pin)?.Oscillator ?? throw new ArgumentException($"No measured loop is wired to pin {pin}.");
        oscillator.Fault = fault;
        Wake();
    }

    /// <summary>The equipment at an output is switched on, whatever the node has told it. Allocates nothing.</summary>
    /// <param name="pin">GPIO number, 0 to 63.</param>
    public bool IsSwitchedOn(int pin) => _terminals.IsOn(pin);

    private bool Permitted => _permissionFault is null ? _permission.IsAlive(NowUs) : _permitted;

    private bool SignalsBreak => _permissionFault is not null || _mainsFault is not null || _terminals.HasFaults;

    private void StepSupplyFaults()
    {
        _permitted = _permissionFault?.Step(_permission.IsAlive(NowUs), NowUs) ?? false;
        _drivesUnfed = !(_mainsFault?.Step(true, NowUs) ?? true);
    }

    private void StepSignalFaults()
    {
        if (_terminals.HasFaults && _terminals.StepFaults(NowUs))
        {
            Wake();
        }
    }
}
