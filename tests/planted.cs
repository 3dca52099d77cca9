#:property PublishAot=false
#:project BarrierNode.SourceTrials
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BarrierNode.SourceTrials;

// Plants bugs in a copy of the sources, one at a time, and expects the fuzzer to break the law that names them.
// Usage: dotnet run tests/planted.cs -- ROOT COPY [--json] [--short | NAME ...]
if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: dotnet run tests/planted.cs -- ROOT COPY [--json] [--short | NAME ...]");
    return 2;
}

string[] words = args[2..];
bool json = words.Contains("--json");
bool shortForm = words.Contains("--short");
string[] names = [.. words.Where(w => w[0] != '-')];
Bug[] known = JsonSerializer.Deserialize<Bug[]>(File.ReadAllText(Path.Combine(args[0], "tests/planted.json")), JsonSerializerOptions.Web)!;
if (names.FirstOrDefault(n => !known.Any(b => b.Name == n)) is { } unknown)
{
    Console.Error.WriteLine($"There is no planted bug {unknown}; there are {string.Join(", ", known.Select(b => b.Name))}.");
    return 2;
}

Bug[] bugs = [.. known.Where(b => (!shortForm || b.Short) && (names.Length == 0 || names.Contains(b.Name)))];
SourceCopy copy = new(args[0], args[1], ["firmware", "simulator", "hardware"]);
using IDisposable? owner = copy.Take();
if (owner is null)
{
    return 2;
}

copy.Refresh();
Sdk sdk = new(args[1]);
Search search = new(copy, sdk);
if (!sdk.Build(Search.Program, "", out string log))
{
    Console.Error.WriteLine($"The program does not build without any bug:\n{log}");
    return 1;
}

if (!search.IsSound())
{
    return 1;
}

if (!json)
{
    Console.WriteLine("| bug | found after | law | site, seed |\n|---|---|---|---|");
}

int found = 0;
foreach (Bug bug in bugs)
{
    Outcome outcome = search.LookFor(bug);
    found += outcome.Found ? 1 : 0;
    Console.WriteLine(json ? JsonSerializer.Serialize(new { bug = bug.Name, bug.Says, outcome.Found, outcome.Seconds, outcome.Law, outcome.Site, outcome.Seed, outcome.Trouble }, JsonSerializerOptions.Web)
        : outcome.Found ? string.Create(CultureInfo.InvariantCulture, $"| {bug.Says} | {outcome.Seconds:0.0} s | `{outcome.Law}` | {outcome.Site}, {outcome.Seed} |")
        : $"| {bug.Says} | NOT FOUND {outcome.Trouble} | | |");
}

Console.WriteLine(json ? JsonSerializer.Serialize(new { planted = bugs.Length, found }) : $"{found} of {bugs.Length} planted bugs found");
return found == bugs.Length && found > 0 ? 0 : 1;

/// <summary>One entry of tests/planted.json: what is written in the place of what, and the laws of which one must break.</summary>
internal sealed record Bug(string Name, string Says, string File, string Find, string Replace, string[] Laws, bool Short = false);

/// <summary>What came of looking for a bug.</summary>
internal sealed record Outcome(bool Found, double Seconds, string Law, string Site, int Seed, string Trouble);

/// <summary>Lets the program of the copy look for bugs.</summary>
internal sealed class Search(SourceCopy copy, Sdk sdk)
{
    /// <summary>The project of the program.</summary>
    public const string Program = "simulator/BarrierNode.Desktop";

    private const int Seed = 1;

    private readonly SourceTrial _trial = new(copy, sdk, Program);

    /// <summary>As long as nothing is planted no law breaks; without that a finding proves nothing.</summary>
    public bool IsSound()
    {
        (_, int exitCode, string output) = Fuzz(2);
        if (exitCode != 0)
        {
            Console.Error.WriteLine($"Laws break without any bug:\n{output}");
        }

        return exitCode == 0;
    }

    /// <summary>Plants a bug and looks for it.</summary>
    public Outcome LookFor(Bug bug)
    {
        Outcome outcome = Not("");
        string? trouble = _trial.Try(bug.File, bug.Find, bug.Replace, () =>
        {
            Stopwatch watch = Stopwatch.StartNew();
            (bool ended, _, string output) = Fuzz(100_000);
            outcome = ended ? Judge(bug, output, watch.Elapsed.TotalSeconds) : Not("within 5 minutes");
        });
        return trouble is null ? outcome : Not($"not tried: {trouble}");
    }

    private static Outcome Judge(Bug bug, string output, double seconds)
    {
        foreach (string line in output.Split('\n').Where(l => l.StartsWith("{\"finding\"", StringComparison.Ordinal)))
        {
            using var told = JsonDocument.Parse(line);
            JsonElement finding = told.RootElement;
            string law = finding.GetProperty("finding").GetString()!;
            return new Outcome(
                bug.Laws.Contains(law), seconds, law, finding.GetProperty("site").GetString()!, finding.GetProperty("seed").GetInt32(),
                bug.Laws.Contains(law) ? "" : $"but {law}: {finding.GetProperty("what").GetString()}");
        }

        return Not($"no law broke:\n{output}");
    }

    private static Outcome Not(string trouble) => new(false, 0, "", "", 0, trouble);

    private (bool Ended, int ExitCode, string Output) Fuzz(int hours) =>
        sdk.Run($"{Program}/{Sdk.Output}/barriernode.dll sim fuzz --hours {hours} --seed {Seed} --jobs {Math.Max(1, Environment.ProcessorCount)} --findings 1 --json");
}
