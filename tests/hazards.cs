#:property PublishAot=false
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

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
Directory.CreateDirectory(args[1]);
FileStream owner;
try
{
    owner = new FileStream(Path.Combine(args[1], ".owner"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
catch (IOException)
{
    Console.Error.WriteLine($"Another run uses {args[1]}. Wait for its end, or name another folder in BARRIERNODE_STATE.");
    return 2;
}

using (owner)
{
    SourceCopy copy = new(args[0], args[1]);
    copy.Refresh();
    Dotnet dotnet = new(args[1]);
    Removal[] seen = [.. removals.Where(r => !byScenarios || r.Unseen.Length == 0)];
    IEnumerable<(IProof Proof, Removal[] Removals)> trials = byScenarios
        ? [(new Scenarios(args[1], dotnet), seen)]
        : seen.GroupBy(r => r.Project).Select(g => ((IProof)new NamedTests(dotnet, g.Key), g.ToArray()));
    int noticed = 0;
    foreach ((IProof proof, Removal[] of) in trials)
    {
        Trial trial = new(args[1], dotnet, proof);
        if (!trial.IsSound(of))
        {
            return 1;
        }

        noticed += of.Count(removal => trial.Notices(removal, copy));
    }

    foreach (Removal unseen in removals.Except(seen))
    {
        Console.WriteLine($"{unseen.Hazard,-4} not for scenarios, because {unseen.Unseen}: without {unseen.Removes}");
    }

    Console.WriteLine(byScenarios
        ? $"noticed by scenarios: {noticed} of {removals.Length} removals; {removals.Length - seen.Length} cannot be told by one"
        : $"{noticed} of {removals.Length} removals noticed");
    return noticed == seen.Length && noticed > 0 ? 0 : 1;
}

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

/// <summary>A copy of the sources that keeps what was built in it, so that the next run builds only what has changed.</summary>
internal sealed class SourceCopy(string root, string copy)
{
    private static readonly string[] Folders = ["firmware", "simulator", "tests", "hardware", "docs"];
    private static readonly string[] Built = ["bin", "obj", "TestResults", "StrykerOutput"];

    /// <summary>Makes the copy equal to the sources, also after a run that was broken off.</summary>
    public void Refresh()
    {
        string[] sources = [.. Directory.GetFiles(root).Concat(Folders.SelectMany(f => Sources(Path.Combine(root, f)))).Select(f => Path.GetRelativePath(root, f))];
        foreach (string file in sources)
        {
            Write(file, File.ReadAllBytes(Path.Combine(root, file)));
        }

        IEnumerable<string> copied = Folders.Select(f => Path.Combine(copy, f)).Where(Directory.Exists).SelectMany(Sources);
        foreach (string file in copied.Except(sources.Select(s => Path.Combine(copy, s))))
        {
            File.Delete(file);
        }
    }

    /// <summary>Replaces the text that a file of the copy must have once.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="find">The text.</param>
    /// <param name="replace">What comes in its place.</param>
    /// <param name="original">The file as it was.</param>
    /// <returns>False when it is not there once.</returns>
    public bool Replace(string file, string find, string replace, out string original)
    {
        original = File.ReadAllText(Path.Combine(copy, file));
        int at = original.IndexOf(find, StringComparison.Ordinal);
        if (at < 0 || at != original.LastIndexOf(find, StringComparison.Ordinal))
        {
            return false;
        }

        File.WriteAllText(Path.Combine(copy, file), original[..at] + replace + original[(at + find.Length)..]);
        return true;
    }

    /// <summary>Puts a file of the copy back as it was.</summary>
    public void Restore(string file, string original) => File.WriteAllText(Path.Combine(copy, file), original);

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(d => !Built.Contains(Path.GetFileName(d))).SelectMany(Sources));

    // Only what differs is written: the time of a file tells the build whether it has changed.
    private void Write(string file, byte[] bytes)
    {
        string path = Path.Combine(copy, file);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }
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
internal sealed class Trial(string copy, Dotnet dotnet, IProof proof)
{
    /// <summary>The proof passes as long as nothing is removed; without that a failure proves nothing.</summary>
    public bool IsSound(Removal[] removals)
    {
        // Restores the packages too.
        if (!dotnet.Build(proof.Project, "", out string log))
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
    public bool Notices(Removal removal, SourceCopy sources)
    {
        Stopwatch watch = Stopwatch.StartNew();
        if (!sources.Replace(removal.File, removal.Find, removal.Replace, out string original))
        {
            Console.WriteLine($"{removal.Hazard,-4} not tried: {removal.File} does not have once: {removal.Find}");
            return false;
        }

        // What a removal changes is inside of methods: the project of its file is all that has to be built anew, and its library all that the proof needs.
        string changed = string.Join('/', removal.File.Split('/')[..2]);
        string library = Path.Combine(copy, proof.Project, Dotnet.Output, $"{Path.GetFileName(changed)}.dll");
        byte[] intact = File.ReadAllBytes(library);
        try
        {
            if (!dotnet.Build(changed, "--no-restore --no-dependencies", out string log))
            {
                Console.WriteLine($"{removal.Hazard,-4} not tried: {removal.File} does not build without its {removal.Removes}:\n{log}");
                return false;
            }

            File.Copy(Path.Combine(copy, changed, Dotnet.Output, Path.GetFileName(library)), library, overwrite: true);
            string failed = proof.Failed(removal);
            Console.WriteLine(failed.Length > 0
                ? $"{removal.Hazard,-4} killed by {failed} in {watch.Elapsed.TotalSeconds:f0} s: without {removal.Removes}"
                : $"{removal.Hazard,-4} SURVIVED {proof.Named(removal)}: without {removal.Removes}");
            return failed.Length > 0;
        }
        finally
        {
            sources.Restore(removal.File, original);
            File.WriteAllBytes(library, intact);
        }
    }
}

/// <summary>The tests that the removals name, of one project.</summary>
internal sealed partial class NamedTests(Dotnet dotnet, string project) : IProof
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
        dotnet.Run($"test {project}/{Dotnet.Output}/{Path.GetFileName(project)}.dll --filter \"{filter}\" --logger console;verbosity=normal").Output;

    [GeneratedRegex(@"^ +Passed (\w+)", RegexOptions.Multiline)]
    private static partial Regex PassedLine();

    [GeneratedRegex(@"^ +Failed (\w+)", RegexOptions.Multiline)]
    private static partial Regex FailedLine();
}

/// <summary>The scenarios that cover the hazard of a removal, run by the program.</summary>
internal sealed partial class Scenarios : IProof
{
    private const string Folder = "simulator/scenarios";

    private readonly Dotnet _dotnet;
    private readonly ILookup<string, string> _files;

    public Scenarios(string copy, Dotnet dotnet)
    {
        _dotnet = dotnet;
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
        _dotnet.Run($"{Project}/{Dotnet.Output}/barriernode.dll sim run {file}") is not { Ended: true, ExitCode: 1, Output: var output } || NothingRan(output);

    private static bool NothingRan(string output) => !output.Contains(" scenarios were met.", StringComparison.Ordinal);

    [GeneratedRegex(@"^covers: \[(.*)\]", RegexOptions.Multiline)]
    private static partial Regex CoversLine();
}

/// <summary>Runs the SDK in the copy.</summary>
internal sealed class Dotnet(string copy)
{
    /// <summary>Where a project puts what is built of it.</summary>
    public const string Output = "bin/Release/net10.0";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Builds a project.</summary>
    public bool Build(string project, string options, out string log)
    {
        // What is removed may leave something unused behind: that is no reason not to build.
        (bool ended, int exitCode, log) = Run($"build {project} -c Release -v q -m:1 -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false {options}");
        return ended && exitCode == 0;
    }

    /// <summary>Runs a command and waits for its end, not longer than the limit.</summary>
    public (bool Ended, int ExitCode, string Output) Run(string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = copy,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(Limit);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        return (ended, ended ? process.ExitCode : -1, output.Result + error.Result);
    }
}
