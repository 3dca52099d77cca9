namespace BarrierNode.Site.Tests;

/// <summary>Pins: used twice, or not able to do what is asked of them.</summary>
[TestClass]
public sealed class SiteFilePinTests
{
    [TestMethod]
    public void Pin_TwoOutputs_AreRefused()
    {
        string yaml = TestSite.With(("lower: [17]", "lower: [16]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: GPIO 16 (north.lower) is already used by north.raise on line 13, expected a pin of its own");
    }

    [TestMethod]
    public void Pin_InputAndOutput_AreRefused()
    {
        string yaml = TestSite.With(("name: inner, pin: 25", "name: inner, pin: 18"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:19: GPIO 18 (inner) is already used by north.red on line 17, expected a pin of its own");
    }

    [TestMethod]
    public void Pin_TwoInputs_AreRefused()
    {
        string yaml = TestSite.With(("name: inner, pin: 25", "name: inner, pin: 34"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:19: GPIO 34 (inner) is already used by north.up1 on line 14, expected a pin of its own");
    }

    [TestMethod]
    public void Pin_PermitUsedAgain_IsRefused()
    {
        string yaml = TestSite.With(("red: 18", "red: 4"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:17: GPIO 4 (north.red) is already used by permit on line 6, expected a pin of its own");
    }

    [TestMethod]
    public void Pin_WarningOfOneLaneOnADriveOfAnother_IsRefused()
    {
        string yaml = TestSite.With(("lowerMs: 1000, pins: [21]", "lowerMs: 1000, pins: [16]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:26: GPIO 16 (depot.warning) is already used by north.raise on line 13, expected a pin of its own");
    }

    [TestMethod]
    public void Output_OnAnInputOnlyPin_IsRefused()
    {
        string yaml = TestSite.With(("raise: [16]", "raise: [38]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: GPIO 38 (north.raise) cannot be an output on ESP32_REV3: the board does not have it, "
                + $"expected {TestSite.Rev3Outputs}");
    }

    [TestMethod]
    public void Output_OnGpio34_IsRefused()
    {
        string yaml = TestSite.With(("limits: { up: [34, 35]", "limits: { up: [32, 35]"), ("raise: [16]", "raise: [34]"));

        TestSite.AssertRefused(
            yaml,
            $"site.yaml:13: GPIO 34 (north.raise) cannot be an output on ESP32_REV3: it is input-only, expected {TestSite.Rev3Outputs}");
    }

    [TestMethod]
    public void Output_OnAStrappingPin_IsRefused()
    {
        string yaml = TestSite.With(("raise: [16]", "raise: [12]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: GPIO 12 (north.raise) cannot be an output on ESP32_REV3: it is a strapping pin, read at reset, "
                + $"expected {TestSite.Rev3Outputs}");
    }

    [TestMethod]
    public void Output_OnAFlashPin_IsRefused()
    {
        string yaml = TestSite.With(("lower: [17]", "lower: [6]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: GPIO 6 (north.lower) cannot be an output on ESP32_REV3: it is wired to the flash memory, "
                + $"expected {TestSite.Rev3Outputs}");
    }

    [TestMethod]
    public void Output_OnAPinThatPulsesAtStart_IsRefused()
    {
        string yaml = TestSite.With(("limits: { up: [27], down: [14] }", "limits: { up: [27], down: [32] }"), ("red: 18", "red: 14"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:17: GPIO 14 (north.red) cannot be an output on ESP32_REV3: the chip pulses it at start, "
                + $"expected {TestSite.Rev3Outputs}");
    }

    [TestMethod]
    public void Output_OnASerialPin_IsRefused()
    {
        string yaml = TestSite.With(("green: 19", "green: 1"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:17: GPIO 1 (north.green) cannot be an output on ESP32_REV3: the serial port uses it, "
                + $"expected {TestSite.Rev3Outputs}");
    }

    [TestMethod]
    public void Permit_OnAnInputOnlyPin_IsRefused()
    {
        string yaml = TestSite.With(("resetButton: { pin: 39 }\n", ""), ("permit: { pin: 4 }", "permit: { pin: 39 }"));

        TestSite.AssertRefused(
            yaml,
            $"site.yaml:6: GPIO 39 (permit) cannot be an output on ESP32_REV3: it is input-only, expected {TestSite.Rev3Outputs}");
    }

    [TestMethod]
    public void Input_OnAStrappingPin_IsRefused()
    {
        string yaml = TestSite.With(("emergencyStop: { pin: 33 }", "emergencyStop: { pin: 0 }"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:7: GPIO 0 (emergencyStop) cannot be an input on ESP32_REV3: it is a strapping pin, read at reset, "
                + $"expected {TestSite.Rev3Inputs}");
    }

    [TestMethod]
    public void Input_OnAnAbsentPin_IsRefused()
    {
        string yaml = TestSite.With(("resetButton: { pin: 39 }", "resetButton: { pin: 37 }"));

        TestSite.AssertRefused(
            yaml,
            $"site.yaml:8: GPIO 37 (reset) cannot be an input on ESP32_REV3: the board does not have it, expected {TestSite.Rev3Inputs}");
    }

    [TestMethod]
    public void Pin_NotOfTheChip_IsRefused()
    {
        string yaml = TestSite.With(("name: gate, pin: 13", "name: gate, pin: 40"));

        TestSite.AssertRefused(
            yaml,
            $"site.yaml:28: GPIO 40 (gate) cannot be an input on ESP32_REV3: the board does not have it, expected {TestSite.Rev3Inputs}");
    }

    [TestMethod]
    public void Output_OnAnEthernetPin_IsRefused()
    {
        string yaml = TestSite.With(("ESP32_REV3", "ESP32_OLIMEX"));

        TestSite.AssertRefused(
            yaml,
            $"site.yaml:8: GPIO 39 (reset) cannot be an input on ESP32_OLIMEX: the board uses it, expected {TestSite.OlimexInputs}",
            $"site.yaml:13: GPIO 16 (north.raise) cannot be an output on ESP32_OLIMEX: PSRAM uses it, expected {TestSite.OlimexOutputs}",
            "site.yaml:13: GPIO 17 (north.lower) cannot be an output on ESP32_OLIMEX: Ethernet uses it, "
                + $"expected {TestSite.OlimexOutputs}",
            "site.yaml:16: GPIO 21 (north.warning) cannot be an output on ESP32_OLIMEX: Ethernet uses it, "
                + $"expected {TestSite.OlimexOutputs}",
            $"site.yaml:17: GPIO 18 (north.red) cannot be an output on ESP32_OLIMEX: Ethernet uses it, expected {TestSite.OlimexOutputs}",
            "site.yaml:17: GPIO 19 (north.green) cannot be an output on ESP32_OLIMEX: Ethernet uses it, "
                + $"expected {TestSite.OlimexOutputs}",
            $"site.yaml:19: GPIO 25 (inner) cannot be an input on ESP32_OLIMEX: Ethernet uses it, expected {TestSite.OlimexInputs}",
            $"site.yaml:20: GPIO 26 (outer) cannot be an input on ESP32_OLIMEX: Ethernet uses it, expected {TestSite.OlimexInputs}",
            "site.yaml:23: GPIO 22 (depot.raise) cannot be an output on ESP32_OLIMEX: Ethernet uses it, "
                + $"expected {TestSite.OlimexOutputs}",
            "site.yaml:23: GPIO 23 (depot.lower) cannot be an output on ESP32_OLIMEX: Ethernet uses it, "
                + $"expected {TestSite.OlimexOutputs}",
            $"site.yaml:24: GPIO 27 (depot.up) cannot be an input on ESP32_OLIMEX: Ethernet uses it, expected {TestSite.OlimexInputs}");
    }
}
