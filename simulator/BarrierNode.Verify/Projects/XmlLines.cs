using System.Xml;
using System.Xml.Linq;

namespace BarrierNode.Verify.Projects;

/// <summary>XML whose elements know their lines.</summary>
internal static class XmlLines
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="FindingException">It is missing or not well-formed.</exception>
    public static XElement Read(string root, string file)
    {
        string path = Path.Combine(root, file);
        if (!File.Exists(path))
        {
            throw new FindingException(new Finding(file, 1, "is missing"));
        }

        try
        {
            return XDocument.Load(path, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException e)
        {
            throw new FindingException(new Finding(file, Math.Max(e.LineNumber, 1), "is not well-formed XML"));
        }
    }

    /// <summary>Elements of a name at any depth, whatever the namespace.</summary>
    public static IEnumerable<XElement> All(this XElement root, string name) => root.Descendants().Where(e => e.Name.LocalName == name);

    /// <summary>Text of the first child of a name, or null.</summary>
    public static string? Child(this XElement element, string name) =>
        element.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();

    /// <summary>Value of an attribute; empty when there is none.</summary>
    public static string Text(this XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";

    public static int Line(this XElement element) => ((IXmlLineInfo)element).LineNumber;
}
