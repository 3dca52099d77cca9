using BarrierNode.Benchmarks;
using BarrierNode.Tests;

// Measures the scan. Prints a table and writes it to .barriernode/benchmarks; "--short" takes seconds instead of minutes.
if (args is not (["scan"] or ["scan", "--short"]))
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/BarrierNode.Benchmarks -- scan [--short]");
    return 2;
}

string root = Repository.Root;
string folder = Path.Combine(Environment.GetEnvironmentVariable("BARRIERNODE_STATE") ?? Path.Combine(root, ".barriernode"), "benchmarks");
Directory.CreateDirectory(folder);
var runs = new ScanRuns(root);
ScanFigures figures = args.Length > 1 ? ShortMeasurement.Measure(runs) : LongMeasurement.Measure(runs.Names, folder);
string file = Path.Combine(folder, "scan.md");
File.WriteAllText(file, figures.Markdown());
Console.WriteLine($"\n{figures.Markdown()}\nWritten to {file}");
return 0;
