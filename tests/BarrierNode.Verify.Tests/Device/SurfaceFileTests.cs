using BarrierNode.Verify.Device;
using BarrierNode.Verify.Surface;

namespace BarrierNode.Verify.Tests;

/// <summary>Surface data that is wrong is refused with its line.</summary>
[TestClass]
public class SurfaceFileTests
{
    private static readonly string[] s_core = Lines("mscorlib");
    private static readonly string[] s_gpio = Lines("System.Device.Gpio");

    [TestMethod]
    public void Parse_OfAFile_GivesNameReleaseAndReferences()
    {
        SurfaceFile file = SurfaceFile.Parse("System.Device.Gpio.txt", string.Join('\n', s_gpio));

        Assert.AreEqual("System.Device.Gpio", file.Assembly);
        Assert.AreEqual("nanoFramework.System.Device.Gpio", file.Package);
        Assert.StartsWith("1.", file.Release);
        CollectionAssert.AreEqual(new[] { "mscorlib", "nanoFramework.Runtime.Events" }, file.References.ToArray());
    }

    [TestMethod]
    [DataRow(1, "# mscorlib", "\"# mscorlib\", expected \"# ASSEMBLY RELEASE package PACKAGE-ID\"")]
    [DataRow(2, "", "\"\", expected a line that begins with A:, R:, T:, F:, M:, P: or E: and an id")]
    [DataRow(3, "X:System.Object", "\"X:System.Object\", expected a line that begins with A:, R:, T:, F:, M:, P: or E: and an id")]
    [DataRow(3, "F:System.Math.\u00c9", "a character outside ASCII, expected \\u and four hex digits for it")]
    [DataRow(3, "F:System.Math.E\tSystem.Double\t", "3 columns, expected 3 and tags, none empty at the end")]
    [DataRow(3, "F:System.Math.E", "1 columns, expected 3 and tags, none empty at the end")]
    [DataRow(3, "F:System.Math.E\tSystem.Double\tconstant", "modifier 'constant', expected one of: protected static const readonly")]
    [DataRow(3, "F:System.Math.E\tSystem.Double\tconst\tworth:1", "tag 'worth', expected each of these at most once: value attr")]
    [DataRow(3, "F:System.Math.E\tSystem.Double\tconst\tvalue:1\tvalue:1", "tag 'value', expected each of these at most once: value attr")]
    [DataRow(3, "F:System.Absent.E\tSystem.Double", "no line T:System.Absent, expected the type of every member in the same file")]
    [DataRow(4, "A:mscorlib", "out of order, expected every line once and in ordinal order")]
    [DataRow(2, "A:System\tversion:1.0.0.0", "1 lines A:, expected one, A:mscorlib")]
    public void Parse_OfAWrongLine_NamesFileAndLine(int number, string text, string what) =>
        AssertFault(() => SurfaceFile.Parse("mscorlib.txt", Changed(s_core, number, text)), "mscorlib.txt", number, what);

    [TestMethod]
    [DataRow(
        "E:System.Device.Gpio.GpioPin.ValueChanged",
        "System.Device.Gpio.PinValueChangedEventHandler",
        "System.Gone",
        "type System.Gone, expected one that a line T: defines")]
    [DataRow("F:System.Device.Gpio.PinMode.Input\t", "value:0", "value:zero", "constant zero, expected one of type Int32")]
    [DataRow("F:System.Device.Gpio.PinMode.Input\t", "\tvalue:0", "", "no tag 'value', expected one")]
    [DataRow(
        "R:nanoFramework.Runtime.Events",
        "version:1.11.37.0",
        "version:1.11",
        "version 1.11, expected four numbers with dots between")]
    [DataRow("A:System.Device.Gpio", "key:00", "key:0x", "key 0x", "pairs of hex digits")]
    [DataRow("M:System.Device.Gpio.GpioController.ClosePin", "params:pinNumber", "params:a;b", "2 parameter names, expected 1")]
    [DataRow(
        "M:System.Device.Gpio.GpioController.ClosePin",
        "params:pinNumber",
        "params:out pinNumber",
        "parameter \"out pinNumber\" of type System.Int32, expected ")]
    [DataRow("P:System.Device.Gpio.GpioPin.PinNumber", "access:get", "access:look", "access 'look', expected get or set")]
    [DataRow("T:System.Device.Gpio.PinMode", "enum", "sealed", "'sealed' at the end, expected class, struct, interface, enum or delegate")]
    [DataRow("T:System.Device.Gpio.PinEventTypes", "System.FlagsAttribute", "System.FlagsAttribute(1)",
        "attribute System.FlagsAttribute(1), expected arguments that a constructor of System.FlagsAttribute takes")]
    [DataRow("T:System.Device.Gpio.WaitForEventResult", "base:System.ValueType", "base:System.Threading.CancellationToken",
        "type System.Threading.CancellationToken, expected one that a line T: defines")]
    public void Generate_FromAWrongLine_NamesFileAndLine(string line, string old, string changed, string what, string more = "")
    {
        int number = Array.FindIndex(s_gpio, text => text.StartsWith(line, StringComparison.Ordinal)) + 1;
        string text = s_gpio[number - 1].Replace(old, changed, StringComparison.Ordinal);
        Assert.AreNotEqual(s_gpio[number - 1], text);

        AssertFault(
            () => ReferenceAssemblies.Generate(
            [
                SurfaceFile.Parse("gpio.txt", Changed(s_gpio, number, text)), SurfaceFile.Parse("mscorlib.txt", string.Join('\n', s_core)),
                SurfaceFile.Parse("events.txt", string.Join('\n', Lines("nanoFramework.Runtime.Events"))),
            ]),
            "gpio.txt",
            number,
            what,
            more);
    }

    [TestMethod]
    public void Generate_WithATypeOfAnAssemblyThatIsNotReferenced_NamesTheLine()
    {
        int number = Array.FindIndex(s_gpio, text => text.StartsWith("R:nanoFramework.Runtime.Events", StringComparison.Ordinal)) + 1;
        string[] without = [.. s_gpio.Where((_, index) => index != number - 1)];
        const string Use = "base:nanoFramework.Runtime.Events.BaseEvent";
        int user = Array.FindIndex(without, text => text.Contains(Use, StringComparison.Ordinal)) + 1;

        AssertFault(
            () => ReferenceAssemblies.Generate(
            [
                SurfaceFile.Parse("gpio.txt", string.Join('\n', without)), SurfaceFile.Parse("mscorlib.txt", string.Join('\n', s_core)),
                SurfaceFile.Parse("events.txt", string.Join('\n', Lines("nanoFramework.Runtime.Events"))),
            ]),
            "gpio.txt",
            user,
            "type nanoFramework.Runtime.Events.BaseEvent is in nanoFramework.Runtime.Events, "
                + "expected a line R:nanoFramework.Runtime.Events");
    }

    [TestMethod]
    public void Parse_WithoutAnEndOfLine_SaysSo() =>
        AssertFault(
            () => SurfaceFile.Parse("mscorlib.txt", string.Join('\n', s_core).TrimEnd('\n')),
            "mscorlib.txt",
            s_core.Length - 1,
            "no end of line, expected one");

    [TestMethod]
    public void Data_OfTheRepository_IsWhatTheDeviceProjectsReference()
    {
        string folder = Repository.File(ChipLibraries.Folder);
        Dictionary<string, SurfaceFile> files = Directory.GetFiles(folder, "*.txt")
            .Select(file => SurfaceFile.Parse(Path.GetFileName(file), File.ReadAllText(file))).ToDictionary(file => file.Assembly);
        HashSet<string> needed = [];
        Queue<string> open = new(DeviceBuild.Run(Repository.Root).Projects.SelectMany(project => project.References)
            .Select(reference => reference.Value).Where(name => name != "nanoFramework.UnitTestLauncher"));
        while (open.TryDequeue(out string? name))
        {
            if (needed.Add(name))
            {
                files[name].References.ToList().ForEach(open.Enqueue);
            }
        }

        CollectionAssert.AreEquivalent(needed.ToArray(), files.Keys.ToArray());
        foreach (SurfaceFile file in files.Values)
        {
            Assert.AreEqual(file.Assembly + ".txt", file.Name);
        }
    }

    private static void AssertFault(Action action, string file, int line, string what, string more = "")
    {
        SurfaceException fault = Assert.ThrowsExactly<SurfaceException>(action);

        Assert.AreEqual(file, fault.File);
        Assert.AreEqual(line, fault.Line, fault.Message);
        StringAssert.StartsWith(fault.What, what);
        StringAssert.EndsWith(fault.What, more);
        StringAssert.Contains(fault.What, ", expected ");
    }

    private static string Changed(string[] lines, int number, string text) =>
        string.Join('\n', lines.Select((line, index) => index == number - 1 ? text : line));

    private static string[] Lines(string assembly) => Repository.Text($"{ChipLibraries.Folder}/{assembly}.txt").Split('\n');
}
