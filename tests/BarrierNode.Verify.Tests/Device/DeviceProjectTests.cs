using BarrierNode.Verify.Device;

namespace BarrierNode.Verify.Tests;

/// <summary>Device projects as the build reads them, and what it says about those that it cannot build.</summary>
[TestClass]
public class DeviceProjectTests
{
    private const string Interlock = "firmware/BarrierNode.Interlock";
    private const string Control = "firmware/BarrierNode.Control";
    private const string File = Interlock + "/BarrierNode.Interlock.nfproj";

    [TestMethod]
    public void Read_OfTheProgram_GivesItsParts()
    {
        DeviceProject project = DeviceProject.Read(Repository.Root, "firmware/BarrierNode.Node/BarrierNode.Node.nfproj");

        Assert.AreEqual("BarrierNode.Node", project.AssemblyName);
        Assert.IsTrue(project.IsProgram);
        CollectionAssert.Contains(Values(project.Sources), "firmware/BarrierNode.Node/Program.cs");
        CollectionAssert.Contains(Values(project.Sources), "firmware/BarrierNode.Node/Properties/AssemblyInfo.cs");
        CollectionAssert.AreEquivalent(
            new[] { File, "firmware/BarrierNode.Control/BarrierNode.Control.nfproj" }, Values(project.Projects));
        CollectionAssert.Contains(Values(project.References), "nanoFramework.M2Mqtt");
    }

    [TestMethod]
    [DataRow("<AssemblyName>BarrierNode.Interlock</AssemblyName>", "", "0 elements AssemblyName, expected one")]
    [DataRow("<AssemblyName>", "<AssemblyName>A</AssemblyName><AssemblyName>", "2 elements AssemblyName, expected one")]
    [DataRow("<Compile Include=\"Gate.cs\"", "<Compile Include=\"*.cs\"", "Include=\"*.cs\", expected Include with one plain name")]
    [DataRow("<Compile Include=\"Gate.cs\"", "<Compile", "Compile, expected Include with one plain name")]
    [DataRow(
        "<Compile Include=\"Gate.cs\"",
        "<Compile Include=\"..\\..\\..\\Gate.cs\"",
        "..\\..\\..\\Gate.cs, expected a file of the repository")]
    [DataRow(
        "<Compile Include=\"Gate.cs\"",
        "<Compile Include=\"Gone.cs\"",
        "firmware/BarrierNode.Interlock/Gone.cs does not exist, expected the source")]
    [DataRow("<Reference Include=\"mscorlib,", "<Reference Include=\"System.Gone,",
        "reference System.Gone without surface data, expected firmware/nanoframework-api/System.Gone.txt")]
    [DataRow("<OutputType>", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks><OutputType>",
        "AllowUnsafeBlocks, expected a project without: fixed, stackalloc and function pointers fail on the chip")]
    [DataRow("<Compile Include=\"Gate.cs\"", "<ProjectReference Include=\"BarrierNode.Interlock.nfproj\" /><Compile Include=\"Gate.cs\"",
        "project firmware/BarrierNode.Interlock/BarrierNode.Interlock.nfproj cannot be built before this one, "
        + "expected a device project without a circle")]
    public void Project_WithAFault_IsAFindingWithItsLine(string old, string changed, string what)
    {
        using FirmwareCopy copy = FirmwareCopy.Interlock();
        int line = LineOf(copy, old);
        copy.Change(Interlock, old, changed);

        DeviceBuildResult result = DeviceBuild.Run(copy.Root);

        // What is missing has no line of its own.
        CollectionAssert.AreEqual(new[] { new Finding(File, what.StartsWith('0') ? 1 : line, what) }, result.Findings.ToArray());
        Assert.IsEmpty(result.Assemblies);
    }

    [TestMethod]
    public void Project_ThatIsNotXml_IsAFindingWithItsLine()
    {
        using FirmwareCopy copy = FirmwareCopy.Interlock();
        copy.Change(Interlock, "</Project>", "");

        Finding finding = DeviceBuild.Run(copy.Root).Findings.Single();

        Assert.AreEqual(File, finding.File);
        Assert.IsGreaterThan(1, finding.Line);
        StringAssert.EndsWith(finding.What, "XML");
    }

    [TestMethod]
    public void Project_OnOneThatDoesNotCompile_SaysThatItIsNotBuilt()
    {
        using FirmwareCopy copy = new([Interlock, Control], "mscorlib", "nanoFramework.System.Security.Cryptography");
        copy.Plant(Interlock, "Planted.cs", "class");

        DeviceBuildResult result = DeviceBuild.Run(copy.Root);

        Assert.IsEmpty(result.Assemblies);
        Assert.HasCount(2, result.Projects);
        Assert.IsTrue(
            result.Findings.Any(finding => finding.File == "firmware/BarrierNode.Control/BarrierNode.Control.nfproj"
                && finding.What == $"not built, expected {File} to compile first"),
            string.Join('\n', result.Findings));
    }

    [TestMethod]
    public void Program_WithoutMain_IsAFinding()
    {
        using FirmwareCopy copy = FirmwareCopy.Interlock();
        copy.Change(Interlock, "<OutputType>Library</OutputType>", "<OutputType>Exe</OutputType>");

        Finding finding = DeviceBuild.Run(copy.Root).Findings.Single();

        Assert.AreEqual(File, finding.File);
        StringAssert.StartsWith(finding.What, "CS5001 ");
    }

    [TestMethod]
    public void Source_WithALibraryThatItsProjectDoesNotReference_IsAFindingWithItsLine()
    {
        using FirmwareCopy copy = new([Interlock], "mscorlib", "nanoFramework.System.Collections");
        copy.Plant(Interlock, "Planted.cs", "public class Planted\n{ public System.Collections.Hashtable Table; }");

        Finding finding = DeviceBuild.Run(copy.Root).Findings.Single();

        Assert.AreEqual(Interlock + "/Planted.cs", finding.File);
        Assert.AreEqual(2, finding.Line);
        StringAssert.StartsWith(finding.What, "CS0234 The type or namespace name 'Hashtable'");
    }

    [TestMethod]
    public void StaticInitialiser_ThatUsesAClassOfAnotherProject_IsAFindingWithItsLine()
    {
        using FirmwareCopy copy = new([Interlock, Control], "mscorlib", "nanoFramework.System.Security.Cryptography");
        copy.Plant(
            Control,
            "Planted.cs",
            "public class Planted\n{ public static readonly object Meter = new BarrierNode.Interlock.ScanMeter(); }");

        Finding finding = DeviceBuild.Run(copy.Root).Findings.Single();

        Assert.AreEqual(2, finding.Line);
        StringAssert.StartsWith(finding.What, "static initialiser of Planted uses ScanMeter..ctor, expected ");
    }

    [TestMethod]
    public void TestClass_WithAnInstanceField_IsAFindingWithItsLine()
    {
        const string Tests = "tests/BarrierNode.Firmware.Tests";
        using FirmwareCopy copy = new(
            [Interlock, Control, Tests], "mscorlib", "nanoFramework.System.Security.Cryptography", "nanoFramework.TestFramework");
        copy.Plant(Tests, "Planted.cs", """
            [nanoFramework.TestFramework.TestClass]
            public class Planted
            {
                public static int Shared;
                private int _count = 1;
                public int Size { get; set; }
                public int Next() { return _count++; }
            }
            """);

        const string Rest = "in test class Planted, expected none: the chip calls tests without an instance";
        CollectionAssert.AreEqual(
            new Finding[] { new($"{Tests}/Planted.cs", 5, "field _count " + Rest), new($"{Tests}/Planted.cs", 6, "field Size " + Rest) },
            DeviceBuild.Run(copy.Root).Findings.ToArray());
    }

    [TestMethod]
    public void Repository_WithoutSurfaceData_IsAFinding()
    {
        using TestFolder folder = new();

        Finding finding = DeviceBuild.Run(folder.Path).Findings.Single();

        Assert.AreEqual(new("firmware/nanoframework-api", 1, "no surface data, expected a .txt file for each assembly"), finding);
    }

    [TestMethod]
    public void Repository_WithoutDeviceProjects_IsAFinding()
    {
        using FirmwareCopy copy = new([], "mscorlib");

        Finding finding = DeviceBuild.Run(copy.Root).Findings.Single();

        Assert.AreEqual(new("firmware", 1, "no device project, expected a .nfproj in each room of the firmware"), finding);
    }

    private static string[] Values(IEnumerable<ProjectItem> items) => [.. items.Select(item => item.Value)];

    private static int LineOf(FirmwareCopy copy, string text)
    {
        string[] lines = System.IO.File.ReadAllLines(copy[File]);
        return Array.FindIndex(lines, line => line.Contains(text, StringComparison.Ordinal)) + 1;
    }
}
