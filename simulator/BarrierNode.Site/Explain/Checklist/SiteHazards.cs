using BarrierNode.Control;
using static BarrierNode.Site.Explain.HazardTrial;

namespace BarrierNode.Site.Explain;

/// <summary>The hazards of docs/hazards.md, when each applies, and how to try it on site.</summary>
internal static class SiteHazards
{
    /// <summary>Every hazard, in the order of its number.</summary>
    public static IReadOnlyList<SiteHazard> All { get; } =
    [
        new("H1", "retained, queued or replayed command acts after a reconnect", Always(
            "Take the network away, give a raise from the control room, wait 10 s, give the network back.",
            "Nothing moves. The control room shows that the command expired or was refused.")),
        new("H2", "relay pulses at boot or brown-out", Always(
            "With a meter or lamp at every drive output, switch the node off and on five times, once so shortly that the lamps only dim.",
            "No drive output has a pulse, neither at start nor at the end of the supply.")),
        new("H3", "controller restarts in mid-stroke", Always(
            "Raise each lane, and press the reset of the chip while it moves.",
            "The drives go off. After the start nothing moves; the position is what the limit switches prove.")),
        new("H4", "barrier moves on reboot", Always(
            "Lower each lane, switch the node off, wait 10 s, switch it on. Likewise with each lane up.",
            "Nothing moves before somebody gives a new command.")),
        new("H5", "bollard rises under a vehicle", Always(
            "Stand a vehicle on each loop in turn and ask for a raise. Then raise with a free lane, and drive onto the loop during the stroke.",
            "The raise is refused and the loop is named. During the stroke the barriers stop rising at once and go down.")),
        new("H6", "second vehicle of a convoy struck",
            InLanes(lane => lane.Loops.Count > 1, "Let two vehicles pass, 2 m apart, and ask for a raise between them.",
                "The raise is refused until the second vehicle has left every loop and the hold time is over."),
            InLanes(lane => lane.Loops.Count == 1, "Let two vehicles pass, 2 m apart, and ask for a raise while the gap is over the only loop.",
                "The hold time bridges the gap. If it does not, make holdMs longer, or add a second loop."),
            InLanes(lane => lane.Setting(LaneSetting.ConvoyMaxVehicles) > 0, "Announce a convoy of three vehicles and let them pass.",
                "Nothing is raised between them. After the third the convoy has ended.")),
        new("H7", "high-bed truck or trailer gap lost by the loop", Always(
            "Let the highest truck of the street, with a trailer, stop so that its bed or its drawbar is over the barriers. Ask for a raise.",
            "The raise is refused. If it is not, the lane needs a beam or radar beside the loops: do not accept.")),
        new("H8", "motorcycle or bicycle undetected", Always(
            "Roll a bicycle and a motorcycle over the middle and along both edges of every loop.",
            "Each is seen. What is not seen stands in the remark and on a sign in the street.")),
        new("H9", "loop open or shorted", Always(
            "Disconnect each loop from its detector, then short its two wires.",
            "Both count as occupied: a raise is refused and the loop is named.")),
        new("H10", "loop tunes out a parked car", Always(
            "Leave a vehicle on each loop for the longest time that one may stand there, at least one hour.",
            "The loop is occupied to the end. The detector is set to permanent presence.")),
        new("H11", "crosstalk, EMI: false presence", Always(
            "Watch every loop for 10 minutes without a vehicle near, while drives, lamps and radios work.",
            "No loop reports a vehicle. Loops that are neighbours have separate frequencies.")),
        new("H12", "retune while occupied after power loss", Always(
            "Stand a vehicle on each loop, and switch the power of cabinet and detectors off and on.",
            "The loop counts as occupied after the start, until the vehicle has left and the loop was seen free.")),
        new("H13", "person on a rising bollard",
            With([InputRole.Obstruction, InputRole.SafetyEdge], "While the lane rises or closes, press each safety edge and make each obstruction contact act.",
                "It stops at once and goes back. It tries again no more often than maxRetries says."),
            InLanes(lane => lane.Kind == LaneKind.BollardGroup, "Load each bollard with the test weight of its maker, and raise.",
                "It does not rise with the weight, or stops and goes down. The pressure or current limit of the drive is written in the remark."),
            InLanes(lane => lane.Kind == LaneKind.SlidingGate, "Measure the force of the closing edge, and try the safety edges of the gate.",
                "The force is below the limit of the risk assessment. Each edge stops the drive in hardware.")),
        new("H14", "pedestrian surprised", Always(
            "Raise each lane. Stand where a pedestrian would, in daylight and in traffic noise.",
            "Light and sound begin before the move, for the time that the Conditions above name, and can be seen and heard.")),
        new("H15", "green while the barrier is not down",
            InLanes(lane => lane.GreenPin is not null, "Hold one barrier a hand's breadth above its lower end, then lower the lane.",
                "Green stays off."),
            InLanes(lane => lane.GreenPin is null, "Look at the signals of the lane.", "There is no green lamp that something else switches.")),
        new("H16", "red lamp failed",
            With([InputRole.RedCurrent], "Take out the red lamp while it is on.",
                "The control room shows the fault, and nothing is raised by itself any more."),
            Without([InputRole.RedCurrent], lane => lane.RedPin is not null, "Nothing watches the current of the red lamp. Take it out and raise the lane.",
                "The remark says what drivers still see: the warning, a second lamp. Without either the lane is not accepted.")),
        new("H17", "limit switch stuck, or both active", Always(
            "Bridge or disconnect one limit switch so that it acts for good, and let the lane go to the other end.",
            "limitConflict or strokeOverrun trips; the lane is not shown as protected.")),
        new("H18", "position spike gives a wrong state", Always(
            "Tap the field terminal of each limit switch with a bridge while the lane is between its ends.",
            "The position is never shown as reached. Unknown is a good answer.")),
        new("H19", "welded contactor",
            InLanes(lane => lane.Feedback is not null, "Hold the contactor of each direction in by hand.",
                "feedbackFault trips, the permission pulse ends, and the drives have no power 250 ms later."),
            InLanes(lane => lane.Feedback is null, "The lane has no feedback contacts. Hold the contactor of each direction in by hand.",
                "Limit switch, emergency stop and permission chain still end the move. The remark says which. A welded contactor is not noticed at rest.")),
        new("H20", "up and down outputs together", Always(
            "With the node off, pull in the contactor of one direction by hand and try the other.",
            "They are interlocked mechanically or by their auxiliary contacts: the second does not pull in.")),
        new("H21", "jam by debris or ice", Always(
            "Block one barrier of each lane with timber, and raise.",
            "The stroke trips after its time-out, and the lane is shown as out of service."),
            InLanes(lane => lane.Outputs.Any(o => o.Role == OutputRole.Heater), "Cool the thermostat with a spray, then warm it with the hand.",
                "The heater goes on, and off again.")),
        new("H22", "flooded pit",
            With([InputRole.PitWater], "Put the water sensor of each pit into a bucket of water.",
                "The control room shows it. The lane goes to its safe position, and its drives get no power."),
            Without([InputRole.PitWater], lane => lane.Kind == LaneKind.BollardGroup, "No water sensor watches the pits. Pour 20 l of water into each.",
                "It drains within the time that the maker names. Drives and contacts stay above the water.")),
        new("H23", "emergency vehicle refused",
            With([InputRole.EmergencyVehicleKey, InputRole.SirenInput], "Turn the key of the emergency vehicles, and trigger the siren input, with the network taken away.",
                "Each opens the lane. The time from request to open is in the remark."),
            Always(
            "Call the control room as the fire brigade would, and have each lane opened. Then lower it by hand without the node.",
            "Both work. The time of each is in the remark, and the way by hand is on a sign in the cabinet.")),
        new("H24", "power failure leaves a wrong state", Always(
            "Switch the whole cabinet off with each lane up, with it down, and in mid-stroke.",
            "Each drive does what the owner has declared: holds, falls or stays. After the power is back it moves at most as powerReturnPolicy declares.")),
        new("H25", "hub or broker lost", Always(
            "Take the network away while each lane moves, and wait.",
            "The stroke ends at its limit switch. Afterwards moves at most what hubLossPolicy declares. The control room shows the node as lost.")),
        new("H26", "wrong barrier selected", If(site => site.Lanes.Count > 1,
            "From the control room move each lane by its name, with a person in the street who tells which one moves.",
            "The lane that moves is the one that was named.")),
        new("H27", "stolen or shared credential", Always(
            "Connect to the broker with the credential of this node, and try to read and write topics of another.",
            "The broker refuses. No other node has the same credential.")),
        new("H28", "unauthenticated service packet opens all", Always(
            "Scan the address of the node for open TCP and UDP ports.",
            "It listens on none. The serial port of the board is behind the locked door.")),
        new("H29", "EFO by mistake or attacker", InLanes(lane => lane.Setting(LaneSetting.EfoEnabled) == 1,
            "Look at the guard of the button. Start an emergency operation, and end it with the reset alone.",
            "Nobody starts it by leaning on it. Only the reset ends it; start and end are in the log with who and when.")),
        new("H30", "bypass left on",
            InLanes(lane => lane.Setting(LaneSetting.BypassMaxMin) > 0, "Bypass a detector for one minute, and try to raise without holding a button.",
                "It moves only while the button is held. After the minute the bypass has ended by itself."),
            Always(
            "Look into the cabinet for bridges, wedges and switches that take a contact out of service.",
            "There is none. Everything that was bridged for a step of this list is disconnected again.")),
        new("H31", "hang, GC pause, network stall", Always(
            "While each lane moves, disconnect the permission pulse from its timer. Connect it again.",
            "The drives have no power 250 ms later. Nothing moves when it is connected again.")),
        new("H32", "bad clock: expired or future commands accepted", Always(
            "Set the clock of the control room's computer one day back, then one day on, and lower a lane each time.",
            "The commands work as ever: they are counted by the beats of the node, not by a clock.")),
        new("H33", "bad update or wrong site table", Always(
            "Give the node the site table of another node and restart it.",
            "It starts without permission and names the fault; no output goes on. With its own table it works again.")),
        new("H34", "alarm flood hides the real one", Always(
            "Switch a detector on and off fifty times within a minute, then press the emergency stop.",
            "The emergency stop is seen at once in the control room, above the others.")),
    ];
}
