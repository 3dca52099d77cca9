using System.Text.Json;
using BarrierNode.Desktop.Cli;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode verify firmware</c> on this repository and on a faulty one.</summary>
[TestClass]
public class VerifyFirmwareCommandTests
{
    private const string Program = "./run ";

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [TestMethod]
    public async Task VerifyFirmware_OnTheRepository_FindsNothing()
    {
        Assert.AreEqual(0, await InvokeAsync("verify", "firmware", "--root", Repository.Root), _errors.ToString());

        string[] lines = _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(4, lines);
        foreach (string line in lines)
        {
            Assert.MatchesRegex(@"^[\w.]+: [1-9]\d* sources, [1-9]\d* bytes of IL, compiles, no forbidden construct\.$", line);
        }

        Assert.AreEqual("", _errors.ToString());
    }

    [TestMethod]
    public async Task VerifyFirmware_AsJson_IsOneObject()
    {
        Assert.AreEqual(0, await InvokeAsync("verify", "firmware", "--json", "--root", Repository.Root), _errors.ToString());

        using JsonDocument document = JsonDocument.Parse(_output.ToString());
        Assert.AreEqual(0, document.RootElement.GetProperty("findings").GetArrayLength());
        JsonElement first = document.RootElement.GetProperty("assemblies")[0];
        Assert.AreEqual("BarrierNode.Interlock", first.GetProperty("name").GetString());
        Assert.IsTrue(first.GetProperty("compiles").GetBoolean());
        Assert.IsGreaterThan(0, first.GetProperty("ilBytes").GetInt32());
    }

    [TestMethod]
    public async Task VerifyFirmware_OnAFaultySource_NamesFileAndLineAndExpectation()
    {
        using TestFolder folder = new();
        Faulty(folder);

        Assert.AreEqual(2, await InvokeAsync("verify", "firmware", "--root", folder.Path));

        StringAssert.Contains(_output.ToString(), "Faulty: 1 sources, 0 bytes of IL, does not compile.");
        Assert.MatchesRegex(
            @"(?m)^firmware/Faulty/Lamp\.cs:2: CS0246 .*, expected C# 9 and the chip's libraries alone\r?$", _errors.ToString());
    }

    [TestMethod]
    public async Task VerifyFirmware_OnAFaultySourceAsJson_HasTheFinding()
    {
        using TestFolder folder = new();
        Faulty(folder);

        Assert.AreEqual(2, await InvokeAsync("verify", "firmware", "--json", "--root", folder.Path));

        using JsonDocument document = JsonDocument.Parse(_output.ToString());
        Assert.IsFalse(document.RootElement.GetProperty("assemblies")[0].GetProperty("compiles").GetBoolean());
        Assert.IsTrue(document.RootElement.GetProperty("findings").EnumerateArray().Any(finding =>
            finding.GetProperty("file").GetString() == "firmware/Faulty/Lamp.cs" && finding.GetProperty("line").GetInt32() == 2));
        Assert.AreEqual("", _errors.ToString());
    }

    [TestMethod]
    public async Task VerifyFirmware_OfAnotherFolder_SaysWhatIsExpected()
    {
        using TestFolder folder = new();

        Assert.AreEqual(2, await InvokeAsync("verify", "firmware", "--root", folder.Path));

        Assert.AreEqual(
            $"--root: found \"{folder.Path}\", expected the repository's folder, which has BarrierNode.sln.{Environment.NewLine}",
            _errors.ToString());
        Assert.AreEqual("", _output.ToString());
    }

    [TestMethod]
    public async Task Commands_OnThePageOfTheDeviceBuild_Work()
    {
        string[] commands = [.. Repository.Text("docs/device-build.md").Split('\n')
            .Where(line => line.StartsWith(Program, StringComparison.Ordinal))];

        Assert.IsGreaterThanOrEqualTo(2, commands.Length);
        foreach (string command in commands)
        {
            // Tests run below the repository, as the page says of its reader.
            Assert.AreEqual(0, await InvokeAsync(command[Program.Length..].Split(' ')), $"{command}: {_errors}");
        }
    }

    private static void Faulty(TestFolder folder)
    {
        Directory.CreateDirectory(folder["firmware/Faulty"]);
        Directory.CreateDirectory(folder["firmware/nanoframework-api"]);
        File.Copy(Repository.File("firmware/nanoframework-api/mscorlib.txt"), folder["firmware/nanoframework-api/mscorlib.txt"]);
        File.WriteAllText(folder["BarrierNode.sln"], "");
        File.WriteAllText(folder["firmware/Faulty/Lamp.cs"], "public class Lamp\n{ Stopwatch _on; }\n");
        File.WriteAllText(folder["firmware/Faulty/Faulty.nfproj"], """
            <Project>
              <PropertyGroup><AssemblyName>Faulty</AssemblyName><OutputType>Library</OutputType></PropertyGroup>
              <ItemGroup><Compile Include="Lamp.cs" /><Reference Include="mscorlib" /></ItemGroup>
            </Project>
            """);
    }

    private Task<int> InvokeAsync(params string[] args) =>
        CommandLine.InvokeAsync(args, (_, _) => throw new InvalidOperationException("run"), _output, _errors);
}
