namespace BarrierNode.NanoHost.Tests;

/// <summary>A folder for one test, deleted afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder(string suffix = "")
    {
        Path = Directory.CreateTempSubdirectory("barriernode-test-").FullName + suffix;
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
