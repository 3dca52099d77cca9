using System.Text;

namespace BarrierNode.Site.New;

/// <summary>Writes a site file with a comment for people at everything that is not plain.</summary>
public static class SiteText
{
    /// <summary>Writes a site file.</summary>
    /// <param name="answers">What stands in the street.</param>
    /// <returns>YAML, lines that end in a line feed.</returns>
    public static string Write(SiteAnswers answers)
    {
        var text = new StringBuilder();
        text.Append(
            $$"""
            # The cabinet {{answers.Node}} at {{answers.Site}} in {{answers.City}}. docs/site-file.md tells every key.
            # After every change: "./run site check" names what is wrong, "./run site explain" shows the interlock, how to try it, how to wire it.
            version: 1
            city: {{Name(answers.City)}}
            site: {{Name(answers.Site)}}
            node: {{Name(answers.Node)}}
            board: {{answers.Board.Name}}

            """);
        foreach (string sentence in answers.Board.Preparation)
        {
            text.Append($"# {sentence}\n");
        }

        text.Append(
            $$"""

            # An edge after every good scan. Without it the permission chain takes the power from every drive.
            permit: { pin: {{answers.PermitPin}} }
            # Always normally closed: a cut wire stops.
            emergencyStop: { pin: {{answers.EmergencyStopPin}}{{(answers.SecondEmergencyStopPin is { } second ? $", secondPin: {second}" : "")}} }

            """);
        if (answers.ResetPin is { } reset)
        {
            text.Append($"# In the cabinet; resets latched trips and moves nothing.\nresetButton: {{ pin: {reset} }}\n");
        }

        text.Append("\nlanes:\n");
        foreach (LaneAnswers lane in answers.Lanes)
        {
            Lane(text, lane);
        }

        StreetText.Write(text, answers.Lanes);
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>A name as YAML: a hyphen at its start would begin a list.</summary>
    internal static string Name(string name) => name.StartsWith('-') ? $"'{name}'" : name;

    private static void Lane(StringBuilder text, LaneAnswers lane)
    {
        LaneTimes t = lane.Times;
        text.Append(
            $$"""
              - id: {{Name(lane.Id)}}
                kind: {{lane.Kind}}
                barriers: {{lane.Barriers}}
                drive:
                  raise: {{Pins(lane.RaisePins)}}
                  lower: {{Pins(lane.LowerPins)}}
                  deadTimeMs: {{t.DeadTimeMs}}   # both directions off before a change
                  maxRunMs: {{t.MaxRunMs}}   # longest time on
                  restMs: {{t.RestMs}}   # time off that starts it anew

            """);
        if (lane.RaiseFeedbackPins.Count > 0)
        {
            text.Append(
                $$"""
                      # Mirror contacts: closed while the contactor is off.
                      feedback: { raise: {{Pins(lane.RaiseFeedbackPins)}}, lower: {{Pins(lane.LowerFeedbackPins)}} }

                """);
        }

        string signal = lane.RedPin is { } red ? $"    signal: {{ red: {red}{(lane.GreenPin is { } green ? $", green: {green}" : "")} }}\n" : "";
        text.Append(
            $$"""
                limits: { up: {{Pins(lane.UpPins)}}, down: {{Pins(lane.DownPins)}} }   # one for each barrier, or one pin for switches in series
                # The time-outs trip when a stroke takes longer; at least 1.2 times the stroke.
                stroke: { raiseMs: {{t.RaiseMs}}, lowerMs: {{t.LowerMs}}, raiseTimeoutMs: {{t.RaiseTimeoutMs}}, lowerTimeoutMs: {{t.LowerTimeoutMs}} }
                warning: { raiseMs: {{t.RaiseWarningMs}}, lowerMs: {{t.LowerWarningMs}}, pins: [{{lane.WarningPin}}] }
            {{signal}}    loops:   # in the order of driving; a vehicle on any of them forbids a raise

            """);
        foreach (LoopAnswers loop in lane.Loops)
        {
            string contact = loop.NormallyClosed ? "normally-closed" : "normally-open";
            text.Append($"      - {{ kind: {loop.Kind}, name: {loop.Name}, pin: {loop.Pin}, holdMs: {loop.HoldMs}, contact: {contact} }}\n");
        }

        if (lane.Inputs.Count > 0)
        {
            text.Append("    inputs:\n");
            foreach (RoleAnswer input in lane.Inputs)
            {
                InputRoleInfo role = Roles.Of(input.Role);
                text.Append($"      - {{ role: {role.Word}, pin: {input.Pin} }}   # {role.Meaning}\n");
            }
        }

        text.Append(lane.HasEmergencyOperation ? "    settings: { efoEnabled: 1 }\n\n" : "\n");
    }

    private static string Pins(IReadOnlyList<int> pins) => $"[{string.Join(", ", pins)}]";
}
