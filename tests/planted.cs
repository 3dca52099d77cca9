#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

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
    Search search = new(args[1]);
    if (!search.Build(Search.Program, "", out string log))
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
        Outcome outcome = search.LookFor(bug, copy);
        found += outcome.Found ? 1 : 0;
        Console.WriteLine(json ? JsonSerializer.Serialize(new { bug = bug.Name, bug.Says, outcome.Found, outcome.Seconds, outcome.Law, outcome.Site, outcome.Seed, outcome.Trouble }, JsonSerializerOptions.Web)
            : outcome.Found ? string.Create(CultureInfo.InvariantCulture, $"| {bug.Says} | {outcome.Seconds:0.0} s | `{outcome.Law}` | {outcome.Site}, {outcome.Seed} |")
            : $"| {bug.Says} | NOT FOUND {outcome.Trouble} | | |");
    }

    Console.WriteLine(json ? JsonSerializer.Serialize(new { planted = bugs.Length, found }) : $"{found} of {bugs.Length} planted bugs found");
    return found == bugs.Length && found > 0 ? 0 : 1;
}

/// <summary>One entry of tests/planted.json: what is written in the place of what, and the laws of which one must break.</summary>
internal sealed record Bug(string Name, string Says, string File, string Find, string Replace, string[] Laws, bool Short = false);

/// <summary>What came of looking for a bug.</summary>
internal sealed record Outcome(bool Found, double Seconds, string Law, string Site, int Seed, string Trouble);

/// <summary>A copy of the sources that keeps what was built in it, so that the next run builds only what has changed.</summary>
internal sealed class SourceCopy(string root, string copy)
{
    private static readonly string[] Folders = ["firmware", "simulator", "hardware"];
    private static readonly string[] Built = ["bin", "obj"];

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

    /// <summary>Replaces the text that a file of the copy must have once; false when it is not there once.</summary>
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

/// <summary>Builds the program of the copy and lets it look for bugs.</summary>
internal sealed class Search(string copy)
{
    /// <summary>The project of the program.</summary>
    public const string Program = "simulator/BarrierNode.Desktop";

    private const string Output = "bin/Release/net10.0";
    private const int Seed = 1;

    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FindLimit = TimeSpan.FromMinutes(5);

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
    public Outcome LookFor(Bug bug, SourceCopy sources)
    {
        if (!sources.Replace(bug.File, bug.Find, bug.Replace, out string original))
        {
            return Not($"not tried: {bug.File} does not have once: {bug.Find}");
        }

        // What a bug changes is inside of methods: the library of its project is all that the program needs anew.
        string changed = string.Join('/', bug.File.Split('/')[..2]);
        string library = Path.Combine(copy, Program, Output, $"{Path.GetFileName(changed)}.dll");
        byte[] intact = File.ReadAllBytes(library);
        try
        {
            if (!Build(changed, "--no-restore --no-dependencies", out string log))
            {
                return Not($"not tried: it does not build:\n{log}");
            }

            File.Copy(Path.Combine(copy, changed, Output, Path.GetFileName(library)), library, overwrite: true);
            Stopwatch watch = Stopwatch.StartNew();
            (bool ended, _, string output) = Fuzz(100_000);
            return ended ? Judge(bug, output, watch.Elapsed.TotalSeconds) : Not($"within {FindLimit.TotalMinutes:0} minutes");
        }
        finally
        {
            sources.Restore(bug.File, original);
            File.WriteAllBytes(library, intact);
        }
    }

    /// <summary>Builds a project of the copy.</summary>
    public bool Build(string built, string options, out string log)
    {
        // What is planted may leave something unused behind: that is no reason not to build.
        string arguments = $"build {built} -c Release -v q -m:1 -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false {options}";
        (bool ended, int exitCode, log) = Dotnet(arguments, BuildLimit);
        return ended && exitCode == 0;
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
        Dotnet($"{Program}/{Output}/barriernode.dll sim fuzz --hours {hours} --seed {Seed} --jobs {Math.Max(1, Environment.ProcessorCount)} --findings 1 --json", FindLimit);

    private (bool Ended, int ExitCode, string Output) Dotnet(string arguments, TimeSpan limit)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = copy,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(limit);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        return (ended, ended ? process.ExitCode : -1, output.Result + error.Result);
    }
}
