using System.Text.RegularExpressions;
using Mono.Cecil;

namespace BarrierNode.Verify.Surface;

/// <summary>Attributes that the data lists.</summary>
internal sealed partial class AttributeDeclarations(SurfaceModule module, SurfaceAssemblies assemblies)
{
    /// <summary>Adds the listed attributes of an assembly.</summary>
    public void Add()
    {
        foreach (SurfaceLine line in module.File.Lines.Where(line => line.Kind != 'R'))
        {
            ICustomAttributeProvider target = line.Kind == 'A' ? module.Assembly : module.Made[line];
            foreach (string text in line.Tags("attr", ';'))
            {
                target.CustomAttributes.Add(Parse(line, text));
            }
        }
    }

    private CustomAttribute Parse(SurfaceLine line, string text)
    {
        Match match = Form().Match(text);
        if (!match.Success)
        {
            throw line.Fault($"attribute {text}, expected Full.Name(arg,...,Name=arg)");
        }

        string type = match.Groups[1].Value;
        string[] arguments = match.Groups[2] is { Success: true } list ? list.Value.Split(',') : [];
        TypeDefinition definition = assemblies.Definition(type, line);
        string[] positional = [.. arguments.Where(argument => !Assignment().IsMatch(argument))];
        MethodDefinition constructor = definition.Methods.FirstOrDefault(method => method.IsConstructor && Takes(method, positional))
            ?? throw line.Fault($"attribute {text}, expected arguments that a constructor of {type} takes");
        IEnumerable<(string Type, object? Value)> values = constructor.Parameters.Select(parameter => parameter.ParameterType)
            .Zip(positional, (parameterType, value) => (parameterType.FullName, Value(line, parameterType, value)));
        CustomAttribute attribute = AttributeFactory.New(module, assemblies, line, type, [.. values]);
        foreach (string argument in arguments.Skip(positional.Length))
        {
            string[] parts = argument.Split('=', 2);
            PropertyDefinition property = definition.Properties.FirstOrDefault(property => property.Name == parts[0])
                ?? throw line.Fault($"attribute {text}, expected a property of {type} for {parts[0]}");
            TypeReference valueType = AttributeFactory.Signature(module, assemblies, line, property.PropertyType.FullName);
            attribute.Properties.Add(new(parts[0], new(valueType, Value(line, property.PropertyType, parts[1]))));
        }

        return attribute;
    }

    private static bool Takes(MethodDefinition method, string[] arguments) =>
        method.Parameters.Count == arguments.Length && method.Parameters.Zip(arguments).All(pair =>
            pair.Second[0] == '"' ? pair.First.ParameterType.FullName == "System.String"
            : pair.Second is "true" or "false" ? pair.First.ParameterType.FullName == "System.Boolean"
            : pair.First.ParameterType.FullName is not ("System.String" or "System.Boolean"));

    private static object? Value(SurfaceLine line, TypeReference type, string text)
    {
        MetadataType stored = type.Resolve() is { IsEnum: true } definition
            ? definition.Fields[0].FieldType.MetadataType
            : type.MetadataType;
        return SurfaceConstant.Parse(stored, text, line);
    }

    [GeneratedRegex(@"^([\w.]+)(?:\((.*)\))?$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^\w+=")]
    private static partial Regex Assignment();
}
