#:property PublishAot=false
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

// Removes reactions to hazards from a copy of the sources, one at a time, and expects the named test to fail.
// Usage: dotnet run tests/hazards.cs -- ROOT COPY [--short | HAZARD ...]
if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: dotnet run tests/hazards.cs -- ROOT COPY [--short | HAZARD ...]");
    return 2;
}

Removal[] removals = [.. JsonSerializer.Deserialize<Removal[]>(File.ReadAllText(Path.Combine(args[0], "tests/hazards.json")), JsonSerializerOptions.Web)!
    .Where(r => args.Length == 2 || (args[2] == "--short" ? r.Short : args[2..].Contains(r.Hazard)))];
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
    int noticed = 0;
    foreach (IGrouping<string, Removal> project in removals.GroupBy(r => r.Project))
    {
        Trial trial = new(args[1], project.Key);
        if (!trial.IsSound([.. project]))
        {
            return 1;
        }

        foreach (Removal removal in project)
        {
            noticed += trial.Notices(removal, copy) ? 1 : 0;
        }
    }

    Console.WriteLine($"{noticed} of {removals.Length} removals noticed");
    return noticed == removals.Length && noticed > 0 ? 0 : 1;
}

/// <summary>One entry of tests/hazards.json. The test is named as in docs/hazards.md: project, class, method.</summary>
internal sealed record Removal(string Hazard, string Removes, string File, string Find, string Replace, string Test, bool Short = false)
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

/// <summary>Builds and runs one test project of the copy.</summary>
internal sealed partial class Trial(string copy, string project)
{
    private const string Output = "bin/Release/net10.0";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The tests pass as long as nothing is removed; without that a failure proves nothing.</summary>
    public bool IsSound(Removal[] removals)
    {
        // Restores the packages too.
        if (!Build(project, "", out string log))
        {
            Console.WriteLine($"{project} does not build without any removal:\n{log}");
            return false;
        }

        string[] filters = [.. removals.Select(r => r.Filter).Distinct()];
        string output = Test(string.Join('|', filters));
        string[] passed = [.. PassedLine().Matches(output).Select(m => m.Groups[1].Value)];
        string[] missing = [.. removals.Select(r => r.Test).Distinct().Where(t => !passed.Contains(t.Split('.')[2]))];
        if (missing.Length > 0 || FailedLine().IsMatch(output))
        {
            Console.WriteLine($"{project} does not pass without any removal ({string.Join(", ", missing)}):\n{output}");
            return false;
        }

        return true;
    }

    /// <summary>Whether the test of a removal fails by it.</summary>
    public bool Notices(Removal removal, SourceCopy sources)
    {
        Stopwatch watch = Stopwatch.StartNew();
        if (!sources.Replace(removal.File, removal.Find, removal.Replace, out string original))
        {
            Console.WriteLine($"{removal.Hazard,-4} not tried: {removal.File} does not have once: {removal.Find}");
            return false;
        }

        // What a removal changes is inside of methods: the project of its file is all that has to be built anew, and its library all that the tests need.
        string changed = ProjectOf(removal.File);
        string library = Path.Combine(copy, project, Output, $"{Path.GetFileName(changed)}.dll");
        byte[] intact = File.ReadAllBytes(library);
        try
        {
            if (!Build(changed, "--no-restore --no-dependencies", out string log))
            {
                Console.WriteLine($"{removal.Hazard,-4} not tried: {removal.File} does not build without its {removal.Removes}:\n{log}");
                return false;
            }

            File.Copy(Path.Combine(copy, changed, Output, Path.GetFileName(library)), library, overwrite: true);
            Match failed = FailedLine().Match(Test(removal.Filter));
            Console.WriteLine(failed.Success
                ? $"{removal.Hazard,-4} killed by {failed.Groups[1].Value} in {watch.Elapsed.TotalSeconds:f0} s: without {removal.Removes}"
                : $"{removal.Hazard,-4} SURVIVED {removal.Test}: without {removal.Removes}");
            return failed.Success;
        }
        finally
        {
            sources.Restore(removal.File, original);
            File.WriteAllBytes(library, intact);
        }
    }

    private static string ProjectOf(string file) => string.Join('/', file.Split('/')[..2]);

    private bool Build(string built, string options, out string log)
    {
        // What is removed may leave something unused behind: that is no reason not to build.
        (bool ended, int exitCode, log) = Dotnet($"build {built} -c Release -v q -m:1 -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false {options}");
        return ended && exitCode == 0;
    }

    private string Test(string filter)
    {
        string name = Path.GetFileName(project);
        return Dotnet($"test {project}/{Output}/{name}.dll --filter \"{filter}\" --logger console;verbosity=normal").Output;
    }

    private (bool Ended, int ExitCode, string Output) Dotnet(string arguments)
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

    [GeneratedRegex(@"^ +Passed (\w+)", RegexOptions.Multiline)]
    private static partial Regex PassedLine();

    [GeneratedRegex(@"^ +Failed (\w+)", RegexOptions.Multiline)]
    private static partial Regex FailedLine();
}
