namespace BarrierNode.Site;

/// <summary>Reads the emergency stop: one channel or two, always normally closed.</summary>
internal static class EmergencyStopReader
{
    // A contact that bounces as the button is pulled out must not look like two stops.
    private const int OffDelayMs = 100;

    // Two contacts that open a moment apart are seen apart by one scan, which wakes up to 30 ms late (50 ms), and that must not trip.
    private const int DefaultDiscrepancyMs = 60;

    /// <summary>Reads the section.</summary>
    /// <returns>The first channel, null after a problem, and the second, null when there is none.</returns>
    public static (InputModel? First, SecondChannelModel? Second) Read(Section? section, PinPlan pins)
    {
        if (section is null)
        {
            return (null, null);
        }

        int? pin = section.Int("pin", 0, PinNumber.Last);
        int? secondPin = section.OptionalInt("secondPin", 0, PinNumber.Last);
        int? discrepancyMs = section.OptionalInt("discrepancyMs", 40, 1000);
        int testPulseMs = TestPulse.Read(section);
        section.Done();
        if (section.Has("discrepancyMs") && !section.Has("secondPin"))
        {
            section.Problems.Add(
                section.LineOf("discrepancyMs"), "'emergencyStop.discrepancyMs' stands without 'secondPin'", "both or neither");
        }

        InputModel? first = Channel(SiteNames.EmergencyStop, "pin", pin);
        InputModel? second = Channel(SiteNames.EmergencyStop2, "secondPin", secondPin);
        return (first, second is null ? null : new SecondChannelModel(second, discrepancyMs ?? DefaultDiscrepancyMs));

        InputModel? Channel(string name, string key, int? gpio)
        {
            if (gpio is not { } p)
            {
                return null;
            }

            pins.TakeInput(p, name, section.LineOf(key));
            return new InputModel(name, p, NormallyClosed: true, testPulseMs, OffDelayMs);
        }
    }
}
