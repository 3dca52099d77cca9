#:property PublishAot=false
#:project BarrierNode.SourceTrials
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using BarrierNode.SourceTrials;

// Removes reactions to hazards from a copy of the sources, one at a time, and expects the named test to fail, or a scenario that covers the hazard.
// Usage: dotnet run tests/hazards.cs -- ROOT COPY [--short | [--scenarios] HAZARD ...]
if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: dotnet run tests/hazards.cs -- ROOT COPY [--short | [--scenarios] HAZARD ...]");
    return 2;
}

bool byScenarios = args.Contains("--scenarios");
string[] hazards = [.. args[2..].Where(a => a.StartsWith('H'))];
Removal[] removals = [.. JsonSerializer.Deserialize<Removal[]>(File.ReadAllText(Path.Combine(args[0], "tests/hazards.json")), JsonSerializerOptions.Web)!
    .Where(r => hazards.Length == 0 || hazards.Contains(r.Hazard))
    .Where(r => !args.Contains("--short") || r.Short)];
SourceCopy copy = new(args[0], args[1], ["firmware", "simulator", "tests", "hardware", "docs"]);
using IDisposable? owner = copy.Take();
if (owner is null)
{
    return 2;
}

copy.Refresh();
Sdk sdk = new(args[1]);
Removal[] seen = [.. removals.Where(r => !byScenarios || r.Unseen.Length == 0)];
IEnumerable<(IProof Proof, Removal[] Removals)> trials = byScenarios
    ? [(new Scenarios(args[1], sdk), seen)]
    : seen.GroupBy(r => r.Project).Select(g => ((IProof)new NamedTests(sdk, g.Key), g.ToArray()));
int noticed = 0;
foreach ((IProof proof, Removal[] of) in trials)
{
    Trial trial = new(copy, sdk, proof);
    if (!trial.IsSound(of))
    {
        return 1;
    }

    noticed += of.Count(removal => trial.Notices(removal));
}

foreach (Removal unseen in removals.Except(seen))
{
    Console.WriteLine($"{unseen.Hazard,-4} not for scenarios, because {unseen.Unseen}: without {unseen.Removes}");
}

Console.WriteLine(byScenarios
    ? $"noticed by scenarios: {noticed} of {removals.Length} removals; {removals.Length - seen.Length} cannot be told by one"
    : $"{noticed} of {removals.Length} removals noticed");
return noticed == seen.Length && noticed > 0 ? 0 : 1;

/// <summary>
/// One entry of tests/hazards.json. The test is named as in docs/hazards.md: project, class, method; what no scenario can notice says why in unseen.
/// </summary>
internal sealed record Removal(
    string Hazard, string Removes, string File, string Find, string Replace, string Test, bool Short = false, string Unseen = "")
{
    public string Project => $"tests/BarrierNode.{Test.Split('.')[0]}.Tests";

    // The dot before and the end or bracket behind it: no other class or method is meant.
    public string Filter => $"FullyQualifiedName~.{Test.Split('.')[1]}.{Test.Split('.')[2]}";
}

/// <summary>What must notice that a reaction is gone.</summary>
internal interface IProof
{
    /// <summary>The project that is built once, and into whose output each changed library is put.</summary>
    string Project { get; }

    /// <summary>What should notice a removal.</summary>
    string Named(Removal removal);

    /// <summary>Runs all of it, as long as nothing is removed.</summary>
    /// <returns>What has not passed; empty when all has.</returns>
    string Unsound(Removal[] removals);

    /// <summary>Runs what should notice a removal.</summary>
    /// <returns>The first that has failed; empty when none has.</returns>
    string Failed(Removal removal);
}

/// <summary>Takes reactions out of the copy and asks a proof whether it notices.</summary>
internal sealed class Trial(SourceCopy copy, Sdk sdk, IProof proof)
{
    private readonly SourceTrial _trial = new(copy, sdk, proof.Project);

    /// <summary>The proof passes as long as nothing is removed; without that a failure proves nothing.</summary>
    public bool IsSound(Removal[] removals)
    {
        // Restores the packages too.
        if (!sdk.Build(proof.Project, "", out string log))
        {
            Console.WriteLine($"{proof.Project} does not build without any removal:\n{log}");
            return false;
        }

        string unsound = proof.Unsound(removals);
        if (unsound.Length > 0)
        {
            Console.WriteLine($"{proof.Project} does not pass without any removal ({unsound})");
        }

        return unsound.Length == 0;
    }

    /// <summary>Whether the proof fails by a removal.</summary>
    public bool Notices(Removal removal)
    {
        Stopwatch watch = Stopwatch.StartNew();
        string failed = "";
        if (_trial.Try(removal.File, removal.Find, removal.Replace, () => failed = proof.Failed(removal)) is { } trouble)
        {
            Console.WriteLine($"{removal.Hazard,-4} not tried: {trouble}");
            return false;
        }

        Console.WriteLine(failed.Length > 0
            ? $"{removal.Hazard,-4} killed by {failed} in {watch.Elapsed.TotalSeconds:f0} s: without {removal.Removes}"
            : $"{removal.Hazard,-4} SURVIVED {proof.Named(removal)}: without {removal.Removes}");
        return failed.Length > 0;
    }
}

/// <summary>The tests that the removals name, of one project.</summary>
internal sealed partial class NamedTests(Sdk sdk, string project) : IProof
{
    public string Project => project;

    public string Named(Removal removal) => removal.Test;

    public string Unsound(Removal[] removals)
    {
        string output = Run(string.Join('|', removals.Select(r => r.Filter).Distinct()));
        string[] passed = [.. PassedLine().Matches(output).Select(m => m.Groups[1].Value)];
        string[] missing = [.. removals.Select(r => r.Test).Distinct().Where(t => !passed.Contains(t.Split('.')[2]))];
        return missing.Length > 0 || FailedLine().IsMatch(output) ? $"{string.Join(", ", missing)}:\n{output}" : "";
    }

    public string Failed(Removal removal) => FailedLine().Match(Run(removal.Filter)).Groups[1].Value;

    private string Run(string filter) =>
        sdk.Run($"test {project}/{Sdk.Output}/{Path.GetFileName(project)}.dll --filter \"{filter}\" --logger console;verbosity=normal").Output;

    [GeneratedRegex(@"^ +Passed (\w+)", RegexOptions.Multiline)]
    private static partial Regex PassedLine();

    [GeneratedRegex(@"^ +Failed (\w+)", RegexOptions.Multiline)]
    private static partial Regex FailedLine();
}

/// <summary>The scenarios that cover the hazard of a removal, run by the program.</summary>
internal sealed partial class Scenarios : IProof
{
    private const string Folder = "simulator/scenarios";

    private readonly Sdk _sdk;
    private readonly ILookup<string, string> _files;

    public Scenarios(string copy, Sdk sdk)
    {
        _sdk = sdk;
        _files = Directory.EnumerateFiles(Path.Combine(copy, Folder), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(f => CoversLine().Match(File.ReadAllText(f)).Groups[1].Value.Split(", ").Select(id => (id, Path.GetRelativePath(copy, f))))
            .ToLookup(c => c.id, c => c.Item2);
    }

    public string Project => "simulator/BarrierNode.Desktop";

    public string Named(Removal removal) => _files.Contains(removal.Hazard) ? string.Join(" ", _files[removal.Hazard].Select(Name)) : "no scenario";

    public string Unsound(Removal[] removals) =>
        string.Join(" ", removals.SelectMany(r => _files[r.Hazard]).Distinct().Where(f => !IsMet(f)).Select(Name));

    public string Failed(Removal removal) => _files[removal.Hazard].Where(f => !IsMet(f)).Select(Name).FirstOrDefault("");

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);

    // A program that does not run tells nothing of the scenario: only one that was run to its end counts.
    private bool IsMet(string file) =>
        _sdk.Run($"{Project}/{Sdk.Output}/barriernode.dll sim run {file}") is not { Ended: true, ExitCode: 1, Output: var output } || NothingRan(output);

    private static bool NothingRan(string output) => !output.Contains(" scenarios were met.", StringComparison.Ordinal);

    [GeneratedRegex(@"^covers: \[(.*)\]", RegexOptions.Multiline)]
    private static partial Regex CoversLine();
}
