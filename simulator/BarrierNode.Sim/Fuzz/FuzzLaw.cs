namespace BarrierNode.Sim.Fuzz;

/// <summary>What must hold in every life of a street.</summary>
public enum FuzzLaw
{
    /// <summary>Nothing is raised while a detector or a sensor that refuses it acts.</summary>
    RaisePastSensor,

    /// <summary>Nothing is lowered, or held up, while a sensor that refuses it acts.</summary>
    LowerPastSensor,

    /// <summary>No lane is driven both ways.</summary>
    BothWays,

    /// <summary>A change of direction waits out the dead time.</summary>
    DeadTime,

    /// <summary>Nothing moves in the first scans after a start.</summary>
    MoveAfterStart,

    /// <summary>Nothing moves in a late scan or in the one after it, nor while the chip's clock stands.</summary>
    MoveAfterLateScan,

    /// <summary>Nothing moves while the emergency stop is pressed.</summary>
    MoveDuringEmergencyStop,

    /// <summary>Nothing moves in a quiet window.</summary>
    MoveInQuietWindow,

    /// <summary>Nothing moves, and no green shines, while a trip of the lane is latched or has to be.</summary>
    MoveWhileTripped,

    /// <summary>What has to trip trips, and stays so until a reset, over a power cut too.</summary>
    TripForgotten,

    /// <summary>No reset clears a trip whose cause stands.</summary>
    ResetOfStandingCause,

    /// <summary>Nothing moves that nobody asked for.</summary>
    Unexplained,

    /// <summary>Every move is warned of for as long as its lane says.</summary>
    Unwarned,

    /// <summary>No stroke lasts longer than its time-out.</summary>
    StrokeTooLong,

    /// <summary>A held button moves only while it is held.</summary>
    HeldButton,

    /// <summary>A raise that something stops in its way turns back.</summary>
    NotReversed,

    /// <summary>A lane tries again only as often as its site says.</summary>
    TooManyRetries,

    /// <summary>A lane is raised only so often in an hour.</summary>
    TooManyCycles,

    /// <summary>A bypass ends after its time.</summary>
    BypassForEver,

    /// <summary>Where two have to agree, one alone opens nothing.</summary>
    OneAlone,

    /// <summary>A line of a sally port is lowered only while the other is closed.</summary>
    SallyPort,

    /// <summary>Green only with every barrier proven down, and never beside red.</summary>
    Green,

    /// <summary>No green while a red lamp shines that should be dark.</summary>
    LampConflict,

    /// <summary>What is told of a position is proven.</summary>
    Position,

    /// <summary>An input counts exactly after its delay.</summary>
    Debounce,

    /// <summary>A vehicle on a good detector is seen.</summary>
    Unseen,

    /// <summary>No barrier rises against a vehicle or person by the controller's fault.</summary>
    Strike,

    /// <summary>No lamp shines green against steel.</summary>
    GreenAgainstSteel,

    /// <summary>What is in force is so again after a power cut.</summary>
    ForgottenOverRestart,

    /// <summary>Every refusal says why.</summary>
    RefusalWithoutReason,

    /// <summary>A command is obeyed once.</summary>
    ObeyedTwice,

    /// <summary>Every command gets its answer.</summary>
    Unanswered,

    /// <summary>Every event arrives at the hub once, in its order.</summary>
    EventLost,

    /// <summary>A flight record replays bit for bit.</summary>
    Replay,

    /// <summary>Healed and served as the manual says, every lane lowers and raises by command.</summary>
    Unusable,

    /// <summary>The program throws nothing.</summary>
    Crash,
}
