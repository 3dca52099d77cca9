using BarrierNode.Verify.Projects;
using BarrierNode.Verify.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BarrierNode.Verify.Device;

/// <summary>
/// Compiles the firmware for the chip without the chip's toolchain: the sources that each <c>.nfproj</c> lists, against assemblies made
/// from the published surface of the nanoFramework libraries. Then looks for what compiles and breaks on the chip.
/// </summary>
public static class DeviceBuild
{
    /// <summary>Builds every device project of a repository.</summary>
    /// <param name="repositoryRoot">Folder with <c>BarrierNode.sln</c>.</param>
    /// <returns>The assemblies and the findings.</returns>
    public static DeviceBuildResult Run(string repositoryRoot)
    {
        List<Finding> findings = [];
        List<DeviceProject> projects = [];
        Dictionary<string, DeviceAssembly> assemblies = [];
        try
        {
            ChipLibraries libraries = ChipLibraries.Load(repositoryRoot);
            projects = InOrder(Find(repositoryRoot, findings), findings);
            foreach (DeviceProject project in projects)
            {
                if (Build(repositoryRoot, project, libraries, assemblies, findings) is { } assembly)
                {
                    assemblies.Add(project.File, assembly);
                }
            }
        }
        catch (SurfaceException wrong)
        {
            findings.Add(new(wrong.File, wrong.Line, wrong.What));
        }

        return new(
            projects,
            [.. projects.Where(project => assemblies.ContainsKey(project.File)).Select(project => assemblies[project.File])],
            [.. findings.Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line)
                .ThenBy(finding => finding.What, StringComparer.Ordinal)]);
    }

    private static List<DeviceProject> Find(string root, List<Finding> findings)
    {
        List<DeviceProject> projects = [];
        foreach (string file in DeviceProjectFile.FindAll(root))
        {
            try
            {
                projects.Add(DeviceProject.Read(root, file));
            }
            catch (FindingException wrong)
            {
                findings.Add(wrong.Finding);
            }
        }

        if (projects.Count == 0 && findings.Count == 0)
        {
            findings.Add(new("firmware", 1, "no device project, expected a .nfproj in each room of the firmware"));
        }

        return projects;
    }

    /// <summary>Projects behind those that they reference.</summary>
    private static List<DeviceProject> InOrder(List<DeviceProject> projects, List<Finding> findings)
    {
        List<DeviceProject> ordered = [];
        List<DeviceProject> left = [.. projects];
        while (left.Find(project => project.Projects.All(named => ordered.Exists(done => done.File == named.Value))) is { } next)
        {
            ordered.Add(next);
            left.Remove(next);
        }

        foreach (DeviceProject project in left)
        {
            ProjectItem missing = project.Projects.First(named => !ordered.Exists(done => done.File == named.Value));
            string what = $"project {missing.Value} cannot be built before this one, expected a device project without a circle";
            findings.Add(new(project.File, missing.Line, what));
        }

        return ordered;
    }

    private static DeviceAssembly? Build(
        string root, DeviceProject project, ChipLibraries libraries, Dictionary<string, DeviceAssembly> built, List<Finding> findings)
    {
        if (project.Projects.FirstOrDefault(other => !built.ContainsKey(other.Value)) is { } named)
        {
            findings.Add(new(project.File, named.Line, $"not built, expected {named.Value} to compile first"));
            return null;
        }

        try
        {
            List<SyntaxTree> sources = Sources(root, project, findings);
            IEnumerable<MetadataReference> references =
            [
                .. libraries.For(project),
                .. project.Projects.Select(other => MetadataReference.CreateFromImage(built[other.Value].Image)),
            ];
            if (DeviceCompiler.Compile(project, sources, references, findings) is not var (assembly, lines))
            {
                return null;
            }

            findings.AddRange(DeviceIlCheck.Run(assembly, lines));
            return assembly;
        }
        catch (FindingException wrong)
        {
            findings.Add(wrong.Finding);
            return null;
        }
    }

    private static List<SyntaxTree> Sources(string root, DeviceProject project, List<Finding> findings)
    {
        List<SyntaxTree> sources = [];
        foreach (ProjectItem source in project.Sources)
        {
            string path = Path.Combine(root, source.Value);
            if (!File.Exists(path))
            {
                throw new FindingException(new(project.File, source.Line, $"{source.Value} does not exist, expected the source"));
            }

            using FileStream stream = File.OpenRead(path);
            SyntaxTree tree = DeviceCompiler.Parse(source.Value, SourceText.From(stream));
            findings.AddRange(Conditions(tree));
            sources.Add(tree);
        }

        return sources;
    }

    /// <summary>With a condition in it, a source would not be the same on the chip and here.</summary>
    private static IEnumerable<Finding> Conditions(SyntaxTree tree) =>
        tree.GetRoot().DescendantTrivia(node => node.ContainsDirectives, descendIntoTrivia: true)
            .Where(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia))
            .Select(trivia => new Finding(
                tree.FilePath,
                trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                "#if, expected the same source in both builds"));
}
