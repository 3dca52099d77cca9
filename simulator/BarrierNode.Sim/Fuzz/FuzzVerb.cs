namespace BarrierNode.Sim.Fuzz;

/// <summary>What can be done to a street in a random life.</summary>
public enum FuzzVerb
{
    /// <summary>The hub commands a lane. Number: the operation; Argument: its argument, of an opening the number of the person.</summary>
    Command,

    /// <summary>The broker delivers the latest command once more. Argument: 1 keeps it too, for whoever connects.</summary>
    Replay,

    /// <summary>A vehicle enters a lane. Number: its own number; Argument: its <see cref="BarrierNode.Street.VehicleKind"/>.</summary>
    Vehicle,

    /// <summary>A vehicle enters a lane from the wrong side, like <see cref="Vehicle"/>.</summary>
    WrongWay,

    /// <summary>The driver of vehicle Number stops where it is.</summary>
    Halt,

    /// <summary>The driver of vehicle Number creeps on past signal and stop line.</summary>
    DriveOn,

    /// <summary>The driver of vehicle Number brakes for nothing.</summary>
    DriveBlindly,

    /// <summary>The driver of vehicle Number backs out.</summary>
    BackOut,

    /// <summary>Vehicle Number is gone.</summary>
    Remove,

    /// <summary>Every vehicle of a lane is gone.</summary>
    Empty,

    /// <summary>A button, key or sensor of the site. Argument: 1 acts, 0 rests.</summary>
    Contact,

    /// <summary>The emergency stop button. Argument: 1 pressed, 0 released.</summary>
    EmergencyStop,

    /// <summary>The reset button of the cabinet. Argument: 1 pressed, 0 released.</summary>
    ResetButton,

    /// <summary>Something gets in the way of barrier Number of a lane. Argument: the <see cref="BarrierNode.Street.Obstacle"/>.</summary>
    Obstruct,

    /// <summary>People move a lane by hand, where they see no vehicle. Argument: 1 up, 0 down.</summary>
    ByHand,

    /// <summary>A point of the fault board breaks. Number: the <see cref="FaultKind"/>; Amount: how much, NaN for as much as is usual.</summary>
    Break,

    /// <summary>A point of the fault board is mended.</summary>
    Mend,

    /// <summary>Everything is mended.</summary>
    MendAll,

    /// <summary>The power of the cabinet. Argument: 1 on, 0 off.</summary>
    Power,

    /// <summary>Somebody asks for a flight record.</summary>
    Record,
}
