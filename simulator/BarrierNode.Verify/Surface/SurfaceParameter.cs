using System.Text.RegularExpressions;

namespace BarrierNode.Verify.Surface;

/// <summary>One parameter of a method, delegate or indexer.</summary>
/// <param name="Type">Id of its type, with <c>@</c> behind when by reference.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsThis">First parameter of an extension method.</param>
/// <param name="IsOut">Passed out.</param>
/// <param name="IsParams">The rest of the arguments as an array.</param>
/// <param name="Expression">Name of the parameter whose expression in the source it takes, or null.</param>
/// <param name="Default">Value when left out, as the data writes it, or null.</param>
public sealed partial record SurfaceParameter(
    string Type, string Name, bool IsThis, bool IsOut, bool IsParams, string? Expression, string? Default)
{
    /// <summary>Parameters of a line.</summary>
    /// <param name="line">A method or indexer.</param>
    /// <exception cref="SurfaceException">Names and types do not match, or a parameter is not of the format.</exception>
    public static IReadOnlyList<SurfaceParameter> Of(SurfaceLine line)
    {
        string[] names = line.Tags("params", ';');
        if (names.Length != line.Id.Parameters.Count)
        {
            throw line.Fault($"{names.Length} parameter names, expected {line.Id.Parameters.Count}");
        }

        return [.. names.Zip(line.Id.Parameters, (name, type) => Parse(line, name, type))];
    }

    private static SurfaceParameter Parse(SurfaceLine line, string text, string type)
    {
        Match match = Form().Match(text);
        bool byReference = match.Groups["by"].Success;
        if (!match.Success || byReference != type.EndsWith('@'))
        {
            throw line.Fault($"parameter \"{text}\" of type {type}, expected " +
                "[this ][out |ref ][params ][callerexpr(other) ]name[=default], with out or ref when the type ends with @");
        }

        return new(
            type,
            match.Groups["name"].Value,
            match.Groups["this"].Success,
            match.Groups["by"].Value == "out ",
            match.Groups["params"].Success,
            match.Groups["other"] is { Success: true } other ? other.Value : null,
            match.Groups["default"] is { Success: true } value ? value.Value : null);
    }

    [GeneratedRegex(@"^(?<this>this )?(?<by>out |ref )?(?<params>params )?(callerexpr\((?<other>\w+)\) )?(?<name>\w+)(=(?<default>.+))?$")]
    private static partial Regex Form();
}
