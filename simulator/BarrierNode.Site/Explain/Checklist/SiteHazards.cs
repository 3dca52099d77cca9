using BarrierNode.Control;
using static BarrierNode.Site.Explain.HazardTrial;

namespace BarrierNode.Site.Explain;

/// <summary>The hazards of docs/hazards.md, when each applies, and how to try it on site.</summary>
internal static class SiteHazards
{
    /// <summary>Every hazard, in the order of its number.</summary>
    public static IReadOnlyList<SiteHazard> All { get; } =
    [
        new("H1", "A retained, queued or replayed command acts after a reconnect", Always(
            "Take the network away, give a raise from the control room, wait 10 s, give the network back.",
            "Nothing moves. The control room shows that the command expired or was refused.")),
        new("H2", "Relays pulse at start or brown-out", Always(
            "With a meter or lamp at every drive output, switch the node off and on five times, once so shortly that the lamps only dim.",
            "No drive output has a pulse, neither at start nor at the end of the supply.")),
        new("H3", "The controller restarts in mid-stroke", Always(
            "Raise each lane, and press the reset of the chip while it moves.",
            "The drives go off. After the start nothing moves; the position is what the limit switches prove.")),
        new("H4", "A barrier moves on a restart", Always(
            "Lower each lane, switch the node off, wait 10 s, switch it on. Likewise with each lane up.",
            "Nothing moves before somebody gives a new command.")),
        new("H5", "A bollard rises under a vehicle", Always(
            "Stand a vehicle on each loop in turn and ask for a raise. Then raise with a free lane, and drive onto the loop during the stroke.",
            "The raise is refused and the loop is named. During the stroke the barriers stop rising at once and go down.")),
        new("H6", "The second vehicle of a convoy is struck",
            InLanes(lane => lane.Loops.Count > 1, "Let two vehicles pass, 2 m apart, and ask for a raise between them.",
                "The raise is refused until the second vehicle has left every loop and the hold time is over."),
            InLanes(lane => lane.Loops.Count == 1, "Let two vehicles pass, 2 m apart, and ask for a raise while the gap is over the only loop.",
                "The hold time bridges the gap. If it does not, make holdMs longer, or add a second loop."),
            InLanes(lane => lane.Setting(LaneSetting.ConvoyMaxVehicles) > 0, "Announce a convoy of three vehicles and let them pass.",
                "Nothing is raised between them. After the third the convoy has ended.")),
        new("H7", "A loop loses a high-bed truck or the gap before its trailer",
            InLanes(HasSecondMeans,
                "Let the highest truck of the street, with a trailer, stop with its bed and then its drawbar over the barriers. Ask for a raise each time.",
                "The raise is refused, and beam or radar is among what is named."),
            InLanes(lane => !HasSecondMeans(lane),
                "Let the highest truck of the street, with a trailer, stop so that its bed or its drawbar is over the barriers. Ask for a raise.",
            "The raise is refused. If it is not, the lane needs a beam or radar beside the loops: do not accept.")),
        new("H8", "A motorcycle or bicycle is not detected",
            InLanes(HasSecondMeans, "Roll a bicycle through every beam and radar.", "Each sees it."),
            Always(
            "Roll a bicycle and a motorcycle over the middle and along both edges of every loop.",
            "Each is seen. What is not seen stands in the remark and on a sign in the street.")),
        new("H9", "A loop is open or shorted", Always(
            "Disconnect each loop from its detector, then short its two wires.",
            "Both count as occupied: a raise is refused and the loop is named.")),
        new("H10", "A loop tunes out a parked car", Always(
            "Leave a vehicle on each loop for the longest time that one may stand there, at least one hour.",
            "The loop is occupied to the end. The detector is set to permanent presence.")),
        new("H11", "Crosstalk or interference makes false presence", Always(
            "Watch every loop for 10 minutes without a vehicle near, while drives, lamps and radios work.",
            "No loop reports a vehicle. Loops that are neighbours have separate frequencies.")),
        new("H12", "A loop is tuned anew while it is occupied, after a power failure", Always(
            "Stand a vehicle on each loop, and switch the power of cabinet and detectors off and on.",
            "The loop counts as occupied after the start, until the vehicle has left and the loop was seen free.")),
        new("H13", "A person stands on a rising bollard",
            With([InputRole.Obstruction, InputRole.SafetyEdge], "While the lane rises or closes, press each safety edge and make each obstruction contact act.",
                "It stops at once and goes back. It tries again no more often than maxRetries says."),
            InLanes(lane => lane.Kind == LaneKind.BollardGroup, "Load each bollard with the test weight of its maker, and raise.",
                "It does not rise with the weight, or stops and goes down. The pressure or current limit of the drive is written in the remark."),
            InLanes(lane => lane.Kind is LaneKind.SlidingGate or LaneKind.SwingGate or LaneKind.BarrierArm,
                "Measure the force of the closing edge, and try its safety edges.",
                "The force is below the limit of the risk assessment. Each edge stops the drive in hardware.")),
        new("H14", "A pedestrian is surprised", Always(
            "Raise each lane. Stand where a pedestrian would, in daylight and in traffic noise.",
            "Light and sound begin before the move, for the time that the Conditions above name, and can be seen and heard.")),
        new("H15", "Green while the barrier is not down",
            InLanes(lane => lane.GreenPin is not null, "Hold one barrier a hand's breadth above its lower end, then lower the lane.",
                "Green stays off."),
            InLanes(lane => lane.GreenPin is null, "Look at the signals of the lane.", "There is no green lamp that something else switches.")),
        new("H16", "The red lamp has failed",
            With([InputRole.RedCurrent], "Take out the red lamp while it is on.",
                "The control room shows the fault, and nothing is raised by itself any more."),
            Without([InputRole.RedCurrent], lane => lane.RedPin is not null, "Nothing watches the current of the red lamp. Take it out and raise the lane.",
                "The remark says what drivers still see: the warning, a second lamp. Without either the lane is not accepted.")),
        new("H17", "A limit switch is stuck, or both ends are reported", Always(
            "Bridge or disconnect one limit switch so that it acts for good, and let the lane go to the other end.",
            "limitConflict or strokeOverrun trips; the lane is not shown as protected.")),
        new("H18", "A spike gives a wrong position", Always(
            "Tap the field terminal of each limit switch with a bridge while the lane is between its ends.",
            "The position is never shown as reached. Unknown is a good answer.")),
        new("H19", "A contactor welds",
            InLanes(lane => lane.Feedback is not null, "Hold the contactor of each direction in by hand.",
                "feedbackFault trips, the permission pulse ends, and the drives have no power 250 ms later."),
            InLanes(lane => lane.Feedback is null && lane.RaisePins.Count > 0,
                "The lane has no feedback contacts. Hold the contactor of each direction in by hand.",
                "Limit switch, emergency stop and permission chain still end the move. The remark says which. A welded contactor is not noticed at rest.")),
        new("H20", "Up and down are on together", Always(
            "With the node off, pull in the contactor of one direction by hand and try the other.",
            "They are interlocked mechanically or by their auxiliary contacts: the second does not pull in.")),
        new("H21", "Debris or ice jams the barrier", Always(
            "Block one barrier of each lane with timber, and raise.",
            "The stroke trips after its time-out, and the lane is shown as out of service."),
            InLanes(lane => lane.Outputs.Any(o => o.Role == OutputRole.Heater), "Cool the thermostat with a spray, then warm it with the hand.",
                "The heater goes on, and off again.")),
        new("H22", "The pit is flooded",
            With([InputRole.PitWater], "Put the water sensor of each pit into a bucket of water.",
                "The control room shows it. The lane goes to its safe position, and its drives get no power."),
            Without([InputRole.PitWater], lane => lane.Kind == LaneKind.BollardGroup, "No water sensor watches the pits. Pour 20 l of water into each.",
                "It drains within the time that the maker names. Drives and contacts stay above the water.")),
        new("H23", "An emergency vehicle is refused",
            With([InputRole.EmergencyVehicleKey, InputRole.SirenInput],
                "Turn the key of the emergency vehicles, and trigger the siren input, with the network taken away.",
                "Each opens the lane. The time from request to open is in the remark."),
            Always(
            "Call the control room as the fire brigade would, and have each lane opened. Then lower it by hand without the node.",
            "Both work. The time of each is in the remark, and the way by hand is on a sign in the cabinet.")),
        new("H24", "A power failure leaves a wrong state", Always(
            "Switch the whole cabinet off with each lane up, with it down, and in mid-stroke.",
            "Each drive does what the owner has declared: holds, falls or stays. After the power is back it moves at most as powerReturnPolicy declares.")),
        new("H25", "Hub or broker is lost", Always(
            "Take the network away while each lane moves, and wait.",
            "The stroke ends at its limit switch. Afterwards moves at most what hubLossPolicy declares. The control room shows the node as lost.")),
        new("H26", "The wrong barrier is selected", If(site => site.Lanes.Count > 1,
            "From the control room move each lane by its name, with a person in the street who tells which one moves.",
            "The lane that moves is the one that was named.")),
        new("H27", "A stolen or shared credential", Always(
            "Connect to the broker with the credential of this node, and try to read and write topics of another.",
            "The broker refuses. No other node has the same credential.")),
        new("H28", "An unauthenticated service packet opens everything", Always(
            "Scan the address of the node for open TCP and UDP ports.",
            "It listens on none. The serial port of the board is behind the locked door.")),
        new("H29", "Emergency operation by mistake or by an attacker", InLanes(lane => lane.Setting(LaneSetting.EfoEnabled) == 1,
            "Look at the guard of the button. Start an emergency operation, and end it with the reset alone.",
            "Nobody starts it by leaning on it. Only the reset ends it; start and end are in the log with who and when.")),
        new("H30", "A bypass is left on",
            InLanes(lane => lane.Setting(LaneSetting.BypassMaxMin) > 0, "Bypass a detector for one minute, and try to raise without holding a button.",
                "It moves only while the button is held. After the minute the bypass has ended by itself."),
            Always(
            "Look into the cabinet for bridges, wedges and switches that take a contact out of service.",
            "There is none. Everything that was bridged for a step of this list is disconnected again.")),
        new("H31", "A hang, a collection, a stalled network", Always(
            "While each lane moves, disconnect the permission pulse from its timer. Connect it again.",
            "The drives have no power 250 ms later. Nothing moves when it is connected again.")),
        new("H32", "A wrong clock lets expired or future commands through", Always(
            "Set the clock of the control room's computer one day back, then one day on, and lower a lane each time.",
            "The commands work as ever: they are counted by the beats of the node, not by a clock.")),
        new("H33", "A bad update or a wrong site table", Always(
            "Give the node the site table of another node and restart it.",
            "It starts without permission and names the fault; no output goes on. With its own table it works again.")),
        new("H34", "A flood of alarms hides the real one", Always(
            "Switch a detector on and off fifty times within a minute, then press the emergency stop.",
            "The emergency stop is seen at once in the control room, above the others.")),
        new("H35", "A contact or wire of the emergency stop fails",
            If(site => site.SecondChannel is not null, "Disconnect each wire of the emergency stop in turn.",
                "Each stops the cabinet. The reset is refused until the button was pressed and released with both wires in place."),
            If(site => site.SecondChannel is null, "Disconnect the wire of the emergency stop.",
                "It stops the cabinet. With one contact alone a contact that sticks is not noticed: press the button at every service.")),
        new("H36", "A motion goes on by itself when the emergency stop is released or reset", Always(
            "Press the emergency stop while each lane moves. Release it, and reset.",
            "Nothing moves before a new command.")),
        new("H37", "A power cut wipes out a trip", Always(
            "Press the emergency stop, switch the node off, release the emergency stop, switch the node on.",
            "The trip is still latched, and a reset clears it.")),
        new("H38", "Old data is taken for the present state", Always(
            "With each lane up, take the network away for a minute.",
            "The control room shows the state as old, and no lane of the node as protected.")),
        new("H39", "A fault of the memory changes the rules", Always(
            "Compare the site table on this page with that of the birth message.",
            "They are the same. What the node does about damage cannot be tried by hand.")),
        new("H40", "A barrier sinks, or is moved by hand", Always(
            "With each lane up, let a barrier down a little by its hand release.",
            "The control room shows the event, and the lane as no longer protected.")),
        new("H41", "The events of an accident are lost", Always(
            "Take the network away, press the emergency stop, switch the node off and on, give the network back.",
            "The control room gets the event of the press, with its number and no gap.")),
        new("H42", "Two seats command one lane against each other", Always(
            "Raise each lane from one seat, and while it moves lower it from another.",
            "The later command takes over after the dead time. The first seat is told.")),
        new("H43", "The cabinet's door is open, or somebody works in it",
            With([InputRole.Tamper, InputRole.MaintenanceKey],
                "Open the door, or turn the key of the person who works at the lane, and move the lane from the control room.",
                "The control room shows it. With the key turned nothing moves but by a held button."),
            Without([InputRole.Tamper, InputRole.MaintenanceKey], _ => true,
                "No contact and no key tells that somebody works here. Try the lock of the cabinet and the main switch of the drives.",
                "The door is locked. The main switch can be locked open, and then no drive has power.")),
        new("H44", "A crowd is pushed against a closed gate",
            With([InputRole.EgressRequest, InputRole.CountIn, InputRole.CountOut], "With each lane closed, trigger the request to let people out.",
                "The lane opens and is not closed again before the request has ended."),
            Without([InputRole.EgressRequest, InputRole.CountIn, InputRole.CountOut], lane => lane.Kind != LaneKind.BollardGroup,
                "Nothing lets a crowd out by itself. Walk the ways out around the closed gate.",
                "There is another way out that is wide enough, or a person who opens whenever a crowd is there.")),
        new("H45", "The relay of a lamp welds, and green stays on",
            With([InputRole.GreenCurrent], "With the lane up, pull in the relay of the green lamp by hand.",
                "The control room shows the fault, and red is on."),
            Without([InputRole.GreenCurrent], lane => lane.GreenPin is not null,
                "Nothing watches the current of the green lamp. With the lane up, pull in its relay by hand.",
                "Red is on beside it. The remark says who looks at the lamps, and how often.")),
        new("H46", "People must get out, and the lane is closed",
            With([InputRole.EgressRequest], "With each lane closed, trigger the request to let people out, end it, and ask for a raise.",
                "The lane opens. It stays open, over a restart of the node too, until somebody releases it in the control room.")),
        new("H47", "Both lines of a sally port are open",
            InLanes(lane => lane.SallyPort is not null, "Open one line and ask for the other. Then ask for both at the same time.",
                "The second is refused, and the first is named. Of two that are asked for together neither opens.")),
        new("H48", "A detector, a safety edge or a lamp has failed, and nobody knows",
            InLanes(lane => lane.Setting(LaneSetting.SelfTestHours) > 0, "Disconnect a detector that is tested, at its test input, and start the self-test.",
                "The test fails and names the detector. The lane no longer moves by itself until a test has passed.")),
        new("H49", "A drive is worn out by more strokes than it can bear",
            InLanes(lane => lane.Setting(LaneSetting.MaxCyclesPerHour) > 0, "Look at the type plate of the drive.",
                "It bears at least the strokes in an hour that the site file allows (maxCyclesPerHour).")),
        new("H50", "A passive barrier is taken away or tampered with",
            InLanes(lane => lane.Kind == LaneKind.PassiveBarrier, "Deploy the barrier and open its tamper contact. Then move it away.",
                "The control room shows at once that it no longer protects.")),
        new("H51", "Nobody knows why a barrier stays as it is, and somebody forces it", Always(
            "Stand a vehicle on a loop of each lane and look at the control room.",
            "It names the loop, since when, and that traffic clears it.")),
    ];

    private static bool HasSecondMeans(LaneModel lane) => lane.Loops.Any(loop => loop.Kind is DetectorKind.Beam or DetectorKind.Radar);
}
