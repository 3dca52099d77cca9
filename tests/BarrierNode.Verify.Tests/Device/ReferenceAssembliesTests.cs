using BarrierNode.Verify.Surface;
using Mono.Cecil;

namespace BarrierNode.Verify.Tests;

/// <summary>Assemblies made from the surface data say what the data says.</summary>
[TestClass]
public class ReferenceAssembliesTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> s_assemblies = new(() => ReferenceAssemblies.Generate(Files()));

    public static IEnumerable<object[]> FileNames =>
        Directory.GetFiles(Repository.File("firmware/nanoframework-api"), "*.txt").Select(file => new object[] { Path.GetFileName(file) });

    [TestMethod]
    [DynamicData(nameof(FileNames))]
    public void Generate_FromAFile_ListsAsThatFile(string name)
    {
        string[] expected = Repository.Text("firmware/nanoframework-api/" + name).TrimEnd('\n').Split('\n')[1..];

        string[] actual = SurfaceListing.Of(s_assemblies.Value[Path.GetFileNameWithoutExtension(name)]);

        Assert.AreEqual("", string.Join('\n', expected.Except(actual).Take(10)), "In the file alone.");
        Assert.AreEqual("", string.Join('\n', actual.Except(expected).Take(10)), "In the assembly alone.");
        CollectionAssert.AreEqual(expected, actual);
    }

    [TestMethod]
    public void Generate_Twice_GivesTheSameBytes()
    {
        IReadOnlyDictionary<string, byte[]> again = ReferenceAssemblies.Generate(Files().Reverse());

        Assert.HasCount(s_assemblies.Value.Count, again);
        foreach ((string name, byte[] image) in s_assemblies.Value)
        {
            CollectionAssert.AreEqual(image, again[name], name);
        }
    }

    [TestMethod]
    public void Generate_CoreLibrary_ReferencesNothing()
    {
        using AssemblyDefinition core = AssemblyDefinition.ReadAssembly(new MemoryStream(s_assemblies.Value["mscorlib"]));

        Assert.AreEqual("mscorlib, Version=1.17.11.0, Culture=neutral, PublicKeyToken=c07d481e9758c731", core.FullName);
        Assert.IsEmpty(core.MainModule.AssemblyReferences);
    }

    private static IEnumerable<SurfaceFile> Files() =>
        Directory.GetFiles(Repository.File("firmware/nanoframework-api"), "*.txt").Order(StringComparer.Ordinal)
            .Select(file => SurfaceFile.Parse(Path.GetFileName(file), File.ReadAllText(file)));
}
