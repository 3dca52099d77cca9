using System.Reflection;
using System.Runtime.CompilerServices;

namespace BarrierNode.NanoHost.Tests;

/// <summary>
/// Lists what other assemblies can see of a type, in the format of the nanoFramework surface data: kind and id, type, modifiers, then
/// tags, with tabs between. Left out, because the desktop needs no part of it: attributes, interfaces, invisible fields.
/// </summary>
internal static class SurfaceLines
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type)
    {
        yield return Line('T', Id(type), TypeModifiers(type), "", type is { IsInterface: false } ? "base:" + BaseId(type) : "");
        foreach (FieldInfo field in type.GetFields(Declared).Where(field => Visible(field) && !field.IsSpecialName))
        {
            string value = field.IsLiteral ? "value:" + field.GetRawConstantValue() : "";
            yield return Line('F', $"{Id(type)}.{field.Name}", Id(field.FieldType), field.IsLiteral ? "const" : "", value);
        }
        foreach (MethodBase method in type.GetConstructors(Declared).Concat<MethodBase>(type.GetMethods(Declared)).Where(Visible))
        {
            if (!method.IsSpecialName || method.IsConstructor || method.Name.StartsWith("op_", StringComparison.Ordinal))
            {
                yield return MethodLine(type, method);
            }
        }
        foreach (PropertyInfo property in type.GetProperties(Declared))
        {
            (MethodInfo? Method, string Name)[] accessors = [(property.GetMethod, "get"), (property.SetMethod, "set")];
            string access = string.Join(',', accessors.Where(a => a.Method != null && Visible(a.Method)).Select(a => a.Name));
            if (access.Length > 0)
            {
                string modifiers = Modifiers((property.GetMethod ?? property.SetMethod)!);
                yield return Line('P', $"{Id(type)}.{property.Name}", Id(property.PropertyType), modifiers, "access:" + access);
            }
        }
        foreach (EventInfo declared in type.GetEvents(Declared).Where(e => Visible(e.AddMethod!)))
        {
            yield return Line('E', $"{Id(type)}.{declared.Name}", Id(declared.EventHandlerType!), Modifiers(declared.AddMethod!), "");
        }
    }

    /// <summary>Takes out of a line of the data what this list leaves out, too.</summary>
    public static string Normalize(string line)
    {
        string[] columns = line.Split('\t');
        IEnumerable<string> kept = columns.Where(column =>
            !column.StartsWith("attr:", StringComparison.Ordinal)
            && !column.StartsWith("implements:", StringComparison.Ordinal)
            && !column.StartsWith("fields:", StringComparison.Ordinal));
        return string.Join('\t', kept.Where(column => column.Length > 0));
    }

    private static string MethodLine(Type type, MethodBase method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        string types = string.Join(',', parameters.Select(parameter => Id(parameter.ParameterType)));
        Type returned = method is MethodInfo { ReturnType: var returnType } ? returnType : typeof(void);
        string id = Id(type) + "." + (method.IsConstructor ? "#ctor" : method.Name) + (types.Length > 0 ? $"({types})" : "");
        if (method.Name is "op_Implicit" or "op_Explicit")
        {
            id += "~" + Id(returned);
        }
        string names = string.Join(';', parameters.Select(ParameterText));
        return Line('M', id, Id(returned), Modifiers(method), names.Length > 0 ? "params:" + names : "");
    }

    private static string ParameterText(ParameterInfo parameter)
    {
        var expression = parameter.GetCustomAttribute<CallerArgumentExpressionAttribute>();
        string text = (parameter.IsOut ? "out " : "")
            + (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
            + (expression is null ? "" : $"callerexpr({expression.ParameterName}) ")
            + parameter.Name;
        if (!parameter.HasDefaultValue)
        {
            return text;
        }
        object? value = parameter.RawDefaultValue;
        return text + "=" + value switch
        {
            bool truth => truth ? "true" : "false",
            string words => $"\"{words}\"",
            _ => value ?? "null",
        };
    }

    private static string Line(char kind, string id, string type, string modifiers, string tag) =>
        string.Join('\t', new[] { $"{kind}:{id}", type, modifiers, tag }.Where(column => column.Length > 0));

    private static string TypeModifiers(Type type)
    {
        string nested = type.IsNested ? "nested " : "";
        if (type.IsInterface)
        {
            return nested + "interface";
        }
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return nested + "delegate";
        }
        if (type.IsEnum)
        {
            return nested + "enum";
        }
        if (type.IsValueType)
        {
            bool readOnly = type.CustomAttributes.Any(a => a.AttributeType.Name == "IsReadOnlyAttribute");
            return nested + (readOnly ? "readonly " : "") + "struct";
        }
        string how = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return nested + how + "class";
    }

    private static string Modifiers(MethodBase method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return "";
        }
        string access = method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "";
        string how = method switch
        {
            { IsStatic: true } => "static",
            { IsVirtual: false } => "",
            MethodInfo info when (info.Attributes & MethodAttributes.NewSlot) == 0 => "override",
            { IsFinal: true } => "final",
            { IsAbstract: true } => "abstract",
            _ => "virtual",
        };
        return (access + how).TrimEnd();
    }

    private static bool Visible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string BaseId(Type type) => Id(type.IsEnum ? Enum.GetUnderlyingType(type) : type.BaseType!);

    private static string Id(Type type) =>
        type.HasElementType
            ? Id(type.GetElementType()!) + (type.IsByRef ? "@" : "[]")
            : type.FullName!.Replace('+', '.');
}
