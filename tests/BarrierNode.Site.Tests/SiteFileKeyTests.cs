namespace BarrierNode.Site.Tests;

/// <summary>Keys of a site file: unknown, missing, doubled, of the wrong type or form.</summary>
[TestClass]
public sealed class SiteFileKeyTests
{
    [TestMethod]
    public void UnknownKey_AtTheTop_SuggestsTheNearest()
    {
        string yaml = TestSite.With(("permit:", "permitt:"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:1: the key 'permit' is missing, expected a group of keys",
            "site.yaml:6: unknown key 'permitt', expected 'permit' perhaps");
    }

    [TestMethod]
    public void UnknownKey_InADrive_SuggestsTheNearest()
    {
        string yaml = TestSite.With(("deadTimeMs: 300", "deadTimeMs: 300, restMS: 5"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: unknown key 'restMS' in 'lane.drive', expected 'restMs' perhaps");
    }

    [TestMethod]
    public void UnknownKey_LikeNothing_ListsTheKnown()
    {
        string yaml = TestSite.With(("{ pin: 4 }", "{ pin: 4, colour: 7 }"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:6: unknown key 'colour' in 'permit', expected one of pin");
    }

    [TestMethod]
    public void MissingKey_AtTheTop_IsNamed()
    {
        string yaml = TestSite.With(("city: lab\n", ""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:1: the key 'city' is missing, expected 1 to 16 of a-z, 0-9 and hyphen");
    }

    [TestMethod]
    public void MissingKey_InADrive_IsNamedWithItsRange()
    {
        string yaml = TestSite.With(("deadTimeMs: 300, ", ""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: the key 'lane.drive.deadTimeMs' is missing, expected a whole number from 100 to 10000");
    }

    [TestMethod]
    public void MissingSection_IsNamed()
    {
        string yaml = TestSite.With(("stroke: { raiseMs: 5000, lowerMs: 2500, raiseTimeoutMs: 8000, lowerTimeoutMs: 5000 }\n    ", ""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:10: the key 'lane.stroke' is missing, expected a group of keys");
    }

    [TestMethod]
    public void DuplicateKey_NamesBothLines()
    {
        string yaml = TestSite.With(("node: node-1\n", "node: node-1\ncity: ghent\n"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:5: the key 'city' is here a second time, expected it once (first on line 2)");
    }

    [TestMethod]
    public void DuplicateKey_InALane_NamesBothLines()
    {
        string yaml = TestSite.With(("barriers: 2", "barriers: 2\n    kind: sliding-gate"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: the key 'kind' is here a second time, expected it once (first on line 11)");
    }

    [TestMethod]
    public void WrongType_TextForANumber_IsShown()
    {
        string yaml = TestSite.With(("maxRunMs: 9000", "maxRunMs: long"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: 'lane.drive.maxRunMs' is 'long', expected a whole number from 1 to 600000");
    }

    [TestMethod]
    public void WrongType_QuotedNumber_IsShown()
    {
        string yaml = TestSite.With(("deadTimeMs: 300", "deadTimeMs: \"300\""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: 'lane.drive.deadTimeMs' is the text '300', expected a whole number from 100 to 10000");
    }

    [TestMethod]
    public void WrongType_FractionForAWholeNumber_IsShown()
    {
        string yaml = TestSite.With(("deadTimeMs: 300", "deadTimeMs: 0.5"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: 'lane.drive.deadTimeMs' is '0.5', expected a whole number from 100 to 10000");
    }

    [TestMethod]
    public void WrongType_ListForANumber_IsShown()
    {
        string yaml = TestSite.With(("permit: { pin: 4 }", "permit: { pin: [4] }"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:6: 'permit.pin' is a list, expected a whole number from 0 to 48");
    }

    [TestMethod]
    public void WrongType_NumberForASection_IsShown()
    {
        string yaml = TestSite.With(("permit: { pin: 4 }", "permit: 4"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:6: 'permit' is '4', expected a group of keys");
    }

    [TestMethod]
    public void WrongType_NumberForAPinList_IsShown()
    {
        string yaml = TestSite.With(("raise: [16]", "raise: 16"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: 'lane.drive.raise' is '16', expected a list of pins, for example [16]");
    }

    [TestMethod]
    public void WrongType_TextInAPinList_IsShown()
    {
        string yaml = TestSite.With(("raise: [16]", "raise: [sixteen]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: 'lane.drive.raise' is 'sixteen', expected a whole number from 0 to 48");
    }

    [TestMethod]
    public void WrongType_SectionForAText_IsShown()
    {
        string yaml = TestSite.With(("city: lab", "city: { name: lab }"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:2: 'city' is a group of keys, expected 1 to 16 of a-z, 0-9 and hyphen");
    }

    [TestMethod]
    public void WrongType_TextForALane_IsShown()
    {
        string yaml = TestSite.With(("  - id: depot", "  - gate\n  - id: depot"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:21: this lane is 'gate', expected the keys of a lane");
    }

    [TestMethod]
    public void WrongType_TextForALoop_IsShown()
    {
        string yaml = TestSite.With(("      - { name: outer", "      - middle\n      - { name: outer"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:20: this loop is 'middle', expected name, pin, holdMs");
    }

    [TestMethod]
    public void WrongType_TextForTheLanes_IsShown()
    {
        string yaml = TestSite.With(("resetButton: { pin: 39 }\nlanes:", "resetButton: { pin: 39 }\nlanes: none\nothers:"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:9: 'lanes' is 'none', expected a list of 1 to 4 lanes",
            "site.yaml:10: unknown key 'others', "
                + "expected one of version, city, site, node, board, permit, emergencyStop, resetButton, scan, inputs, lanes, street");
    }

    [TestMethod]
    public void EmptyValue_IsShown()
    {
        string yaml = TestSite.With(("city: lab", "city:"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:2: 'city' is empty, expected 1 to 16 of a-z, 0-9 and hyphen");
    }

    [TestMethod]
    public void UnknownWord_ListsTheKnown()
    {
        string yaml = TestSite.With(("kind: bollard-group", "kind: bollards"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:11: 'lane.kind' is 'bollards', expected bollard-group or sliding-gate");
    }

    [TestMethod]
    public void Version_Newer_IsRefused()
    {
        string yaml = TestSite.With(("version: 1", "version: 2"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:1: 'version' is 2, expected 1");
    }

    [TestMethod]
    public void UnknownBoard_ListsTheKnown()
    {
        string yaml = TestSite.With(("ESP32_REV3", "ESP32_REV9"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:5: the board 'ESP32_REV9' is not known, expected one of ESP32_OLIMEX, ESP32_REV3, ESP32_S3");
    }

    [TestMethod]
    public void City_WithCapitals_IsRefused()
    {
        string yaml = TestSite.With(("city: lab", "city: Lab"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:2: 'city' is 'Lab', expected 1 to 16 of a-z, 0-9 and hyphen");
    }

    [TestMethod]
    public void Site_TooLong_IsRefused()
    {
        string yaml = TestSite.With(("site: test", "site: a-name-of-17-long"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:3: 'site' is 'a-name-of-17-long', expected 1 to 16 of a-z, 0-9 and hyphen");
    }

    [TestMethod]
    public void Node_WithASlash_IsRefused()
    {
        string yaml = TestSite.With(("node: node-1", "node: node/1"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:4: 'node' is 'node/1', expected 1 to 16 of a-z, 0-9 and hyphen");
    }

    [TestMethod]
    public void SeveralProblems_AreAllReported()
    {
        string yaml = TestSite.With(
            ("city: lab", "city: Lab"),
            ("deadTimeMs: 300", "deadTimeMs: 3"),
            ("name: gate,", "name: 9gate,"),
            ("speedKmh: 18", "speedKmh: 0"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:2: 'city' is 'Lab', expected 1 to 16 of a-z, 0-9 and hyphen",
            "site.yaml:13: 'lane.drive.deadTimeMs' is 3, expected a whole number from 100 to 10000",
            "site.yaml:28: 'loop.name' is '9gate', expected 1 to 16 letters and digits, a letter first",
            "site.yaml:32: 'street.speedKmh' is 0, expected a number from 1 to 130",
            "site.yaml:35: lane 'depot' has no loop 'gate', expected one of 9gate",
            "site.yaml:35: loop '9gate' of lane 'depot' has no place, expected 9gate: [from, to]");
    }
}
