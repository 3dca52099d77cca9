#:property PublishAot=false
using System.Globalization;
using System.Text.Json;

// Reads Stryker's report, tells the score, and compares what survived with the page that must explain it.
// Usage: dotnet run tests/mutants.cs -- REPORT PAGE LEAST_SCORE
if (args.Length != 3)
{
    Console.Error.WriteLine("Usage: dotnet run tests/mutants.cs -- REPORT PAGE LEAST_SCORE");
    return 2;
}

double leastScore = double.Parse(args[2], CultureInfo.InvariantCulture);
string[] page = [.. File.ReadAllLines(args[1]).Where(line => line.StartsWith("| ", StringComparison.Ordinal))];
using JsonDocument report = JsonDocument.Parse(File.ReadAllText(args[0]));
int killed = 0;
List<string> testedFiles = [];
List<string> alive = [];
foreach (JsonProperty file in report.RootElement.GetProperty("files").EnumerateObject())
{
    string name = Path.GetFileName(file.Name);
    string[] source = file.Value.GetProperty("source").GetString()!.ReplaceLineEndings("\n").Split('\n');
    foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
    {
        switch (mutant.GetProperty("status").GetString())
        {
            case "Killed" or "Timeout":
                killed++;
                testedFiles.Add(name);
                break;
            case "Survived" or "NoCoverage":
                alive.Add(Row(name, source, mutant));
                testedFiles.Add(name);
                break;
        }
    }
}

string[] unexplained = [.. alive.Where(row => !page.Any(line => line.StartsWith(row, StringComparison.Ordinal)))];
string[] gone = [.. page.Where(line => testedFiles.Exists(f => line.StartsWith($"| {f} |", StringComparison.Ordinal)))
    .Where(line => !alive.Exists(row => line.StartsWith(row, StringComparison.Ordinal)))];
foreach (string row in unexplained)
{
    Console.WriteLine($"Survived, and {Path.GetFileName(args[1])} does not say why: {row}");
}

foreach (string row in gone)
{
    Console.WriteLine($"On {Path.GetFileName(args[1])}, but it did not survive: {row}");
}

int total = killed + alive.Count;
double score = total == 0 ? 0 : 100.0 * killed / total;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"Mutation score {score:f1} %: {killed} of {total} killed, {alive.Count} survived, {unexplained.Length} of them unexplained"));
return score >= leastScore && unexplained.Length == 0 && gone.Length == 0 ? 0 : 1;

// The beginning of the page's row for a mutant.
static string Row(string file, string[] source, JsonElement mutant)
{
    JsonElement location = mutant.GetProperty("location");
    int line = location.GetProperty("start").GetProperty("line").GetInt32();
    int lastLine = location.GetProperty("end").GetProperty("line").GetInt32();
    int from = location.GetProperty("start").GetProperty("column").GetInt32() - 1;
    int to = lastLine == line ? location.GetProperty("end").GetProperty("column").GetInt32() - 1 : source[line - 1].Length;
    return $"| {file} | {line} | `{Cell(source[line - 1][from..to])}` | `{Cell(mutant.GetProperty("replacement").GetString()!)}` |";
}

static string Cell(string code) =>
    string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
