namespace BarrierNode.Tests;

/// <summary>A folder for one test, with a space in its path, deleted afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("barriernode-test-").FullName;

    public TestFolder(string name = "a folder")
    {
        Path = System.IO.Path.Combine(_root, name);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
