using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BarrierNode.Verify.Projects;

/// <summary>
/// One version for the product, in <c>Directory.Build.props</c>, in what the node publishes and in every assembly; and one for the
/// interlock, which changes apart from the rest.
/// </summary>
internal static partial class VersionCheck
{
    private const string ProductFile = "Directory.Build.props";
    private const string NodeFile = "firmware/BarrierNode.Control/Link/NodeCore.cs";
    private const string InterlockFolder = "firmware/BarrierNode.Interlock";
    private const string InterlockFile = InterlockFolder + "/InterlockVersion.cs";

    public static IEnumerable<Finding> Of(string root, IReadOnlyList<DeviceProjectFile> projects)
    {
        XElement? product = XmlLines.Read(root, ProductFile).All("Version").FirstOrDefault();
        if (product is null)
        {
            yield return new Finding(ProductFile, 1, "has no Version");
            yield break;
        }

        Named node = Find(root, NodeFile, Constant()).FirstOrDefault(new Named("missing", 1));
        if (node.Text != product.Value)
        {
            yield return new Finding(NodeFile, node.Line, $"Version is {node.Text}, in {ProductFile} it is {product.Value}");
        }

        Named interlock = Find(root, InterlockFile, Constant()).FirstOrDefault(new Named("missing", 1));
        foreach (DeviceProjectFile project in projects)
        {
            (string expected, string from) =
                project.Folder == InterlockFolder ? (interlock.Text, InterlockFile) : (product.Value, ProductFile);
            string file = project.Folder + "/Properties/AssemblyInfo.cs";
            Named[] versions = [.. Find(root, file, Attribute())];
            if (versions.Length != 2)
            {
                yield return new Finding(file, 1, "does not say AssemblyVersion and AssemblyFileVersion once each");
            }

            foreach (Named version in versions.Where(v => v.Text != expected + ".0"))
            {
                yield return new Finding(file, version.Line, $"says version {version.Text}, in {from} it is {expected}");
            }
        }
    }

    private static IEnumerable<Named> Find(string root, string file, Regex pattern)
    {
        string path = Path.Combine(root, file);
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        return lines.Select((text, i) => (Match: pattern.Match(text), Line: i + 1))
            .Where(l => l.Match.Success)
            .Select(l => new Named(l.Match.Groups[1].Value, l.Line));
    }

    [GeneratedRegex("""const string Version = "([^"]*)";""")]
    private static partial Regex Constant();

    [GeneratedRegex("""^\[assembly: Assembly(?:File)?Version\("([^"]*)"\)\]""")]
    private static partial Regex Attribute();
}
