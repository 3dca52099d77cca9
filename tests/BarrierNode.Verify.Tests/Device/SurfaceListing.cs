using System.Globalization;
using Mono.Cecil;
using Mono.Collections.Generic;

namespace BarrierNode.Verify.Tests;

/// <summary>
/// Lists what other assemblies see of one, as the surface data writes it. It shares nothing with the generator: each proves the other.
/// </summary>
internal static class SurfaceListing
{
    private static readonly string[] s_attributes =
    [
        "System.AttributeUsageAttribute", "System.FlagsAttribute", "System.ObsoleteAttribute", "System.Diagnostics.ConditionalAttribute",
        "System.Reflection.DefaultMemberAttribute", "System.CLSCompliantAttribute",
    ];

    public static string[] Of(byte[] image)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(image));
        List<string> lines =
        [
            Line($"A:{assembly.Name.Name}", $"version:{assembly.Name.Version}", $"token:{Hex(assembly.Name.PublicKeyToken)}",
                $"key:{Hex(assembly.Name.PublicKey)}", Attributes(assembly)),
            .. assembly.MainModule.AssemblyReferences.Select(name =>
                Line($"R:{name.Name}", $"version:{name.Version}", $"token:{Hex(name.PublicKeyToken)}")),
        ];
        foreach (TypeDefinition type in assembly.MainModule.GetTypes().Where(t => t.IsPublic || t.IsNestedPublic || t.IsNestedFamily))
        {
            lines.Add(TypeLine(type));
            lines.AddRange(type.Fields.Where(Seen).Select(FieldLine));
            lines.AddRange(type.Methods.Where(method => Seen(method) && !IsAccessor(method)).Select(MethodLine));
            lines.AddRange(type.Properties.Where(p => Accessors(p).Any(a => Seen(a.Method))).Select(PropertyLine));
            lines.AddRange(type.Events.Select(EventLine));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string TypeLine(TypeDefinition type)
    {
        bool isDelegate = type.BaseType?.FullName == "System.MulticastDelegate";
        string kind = type.IsInterface ? "interface"
            : type.IsEnum ? "enum"
            : isDelegate ? "delegate"
            : type.IsValueType ? "struct"
            : "class";
        List<string> words = [];
        words.AddRange(type.IsNested ? ["nested"] : []);
        words.AddRange(type.IsNestedFamily ? ["protected"] : []);
        if (kind == "class")
        {
            words.AddRange(type is { IsAbstract: true, IsSealed: true } ? ["static"] : type.IsAbstract ? ["abstract"] : []);
            words.AddRange(type is { IsAbstract: false, IsSealed: true } ? ["sealed"] : []);
        }

        if (kind == "struct")
        {
            words.AddRange(Has(type, "IsReadOnlyAttribute") ? ["readonly"] : []);
            words.AddRange(Has(type, "IsByRefLikeAttribute") ? ["ref"] : []);
        }

        words.Add(kind);
        TypeReference? parent = type.IsEnum ? type.Fields.Single(field => !field.IsStatic).FieldType : type.BaseType;
        IEnumerable<string> hidden = kind == "struct" ? type.Fields.Where(f => !f.IsStatic && !Seen(f)).Select(f => Id(f.FieldType)) : [];
        IEnumerable<string> parameters = type.GenericParameters.Select(parameter =>
            (parameter.IsContravariant ? "in " : parameter.IsCovariant ? "out " : "") + parameter.Name);
        return Line(
            $"T:{Id(type)}",
            string.Join(' ', words),
            parent is null ? "" : $"base:{Id(parent)}",
            Tag("implements", ',', type.Interfaces.Select(i => Id(i.InterfaceType))),
            Tag("generic", ';', parameters),
            Tag("fields", ',', hidden),
            Attributes(type));
    }

    private static string FieldLine(FieldDefinition field) => Member(
        $"F:{Id(field.DeclaringType)}.{field.Name}",
        Id(field.FieldType),
        Words(field.IsFamily ? "protected" : "", field is { IsStatic: true, IsLiteral: false } ? "static" : "",
            field.IsLiteral ? "const" : "", field.IsInitOnly ? "readonly" : ""),
        field.HasConstant ? "value:" + Constant(field.Constant, field.FieldType) : "",
        Attributes(field));

    private static string MethodLine(MethodDefinition method)
    {
        string id = $"M:{Id(method.DeclaringType)}.{method.Name.Replace('.', '#')}{Types(method.Parameters)}";
        id += method.Name is "op_Implicit" or "op_Explicit" ? "~" + Id(method.ReturnType) : "";
        string overridden = method.Overrides.Count == 1 ? $"{Id(method.Overrides[0].DeclaringType)}.{method.Overrides[0].Name}" : "";
        string modifiers = Words(Modifiers(method), Has(method, "IsReadOnlyAttribute") ? "readonly" : "");
        return Member(
            id,
            Id(method.ReturnType),
            modifiers,
            Parameters(method, method.Parameters.Count),
            overridden.Length > 0 ? $"implements:{overridden}" : "",
            Attributes(method));
    }

    private static string PropertyLine(PropertyDefinition property)
    {
        (MethodDefinition Method, string Name)[] accessors = [.. Accessors(property).Where(a => Seen(a.Method))];
        bool allReadOnly = accessors.All(a => Has(a.Method, "IsReadOnlyAttribute"));
        IEnumerable<string> access = accessors.Select(a =>
            a.Name + (!allReadOnly && Has(a.Method, "IsReadOnlyAttribute") ? "(readonly)" : "")
            + (a.Method.IsFamily && !accessors.All(other => other.Method.IsFamily) ? "(protected)" : ""));
        MethodDefinition first = accessors[0].Method;
        MethodReference? overridden = first.Overrides.FirstOrDefault();
        return Member(
            $"P:{Id(property.DeclaringType)}.{property.Name.Replace('.', '#')}{Types(property.Parameters)}",
            Id(property.PropertyType),
            Words(Modifiers(first), allReadOnly ? "readonly" : ""),
            Tag("access", ',', access),
            property.HasParameters ? Parameters(property.GetMethod, property.Parameters.Count) : "",
            overridden is null ? "" : $"implements:{Id(overridden.DeclaringType)}.{overridden.Name[(overridden.Name.IndexOf('_') + 1)..]}",
            Attributes(property));
    }

    private static string EventLine(EventDefinition declared) => Member(
        $"E:{Id(declared.DeclaringType)}.{declared.Name}", Id(declared.EventType), Modifiers(declared.AddMethod), Attributes(declared));

    private static string Modifiers(MethodDefinition method)
    {
        if (method.DeclaringType.IsInterface)
        {
            return "";
        }

        string dispatch = method switch
        {
            { IsStatic: true } => "static",
            { IsPrivate: true } => "private",
            { IsVirtual: false } => "",
            { IsNewSlot: false, IsFinal: true } => "sealed override",
            { IsNewSlot: false } => "override",
            { IsFinal: true } => "final",
            { IsAbstract: true } => "abstract",
            _ => "virtual",
        };
        return Words(method.IsFamily ? "protected" : "", dispatch);
    }

    private static string Parameters(MethodDefinition method, int count) =>
        Tag("params", ';', method.Parameters.Take(count).Select((parameter, index) =>
            (index == 0 && Has(method, "ExtensionAttribute") ? "this " : "")
            + (parameter.ParameterType.IsByReference ? parameter.IsOut ? "out " : "ref " : "")
            + (Has(parameter, "ParamArrayAttribute") ? "params " : "")
            + string.Concat(parameter.CustomAttributes.Where(a => a.AttributeType.Name == "CallerArgumentExpressionAttribute")
                .Select(a => $"callerexpr({a.ConstructorArguments[0].Value}) "))
            + parameter.Name
            + (parameter.HasDefault ? "=" + Constant(parameter.Constant, parameter.ParameterType) : "")));

    private static string Attributes(ICustomAttributeProvider provider) =>
        Tag("attr", ';', provider.CustomAttributes.Where(a => s_attributes.Contains(a.AttributeType.FullName)).Select(attribute =>
        {
            string[] arguments =
            [
                .. attribute.ConstructorArguments.Select(argument => Constant(argument.Value, argument.Type)),
                .. attribute.Properties.Select(p => p.Name + "=" + Constant(p.Argument.Value, p.Argument.Type)),
            ];
            return attribute.AttributeType.FullName + (arguments.Length > 0 ? $"({string.Join(',', arguments)})" : "");
        }));

    private static string Constant(object? value, TypeReference type) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        char letter => $"'{Escape(letter.ToString(), '\'')}'",
        string text => $"\"{Escape(text, '"')}\"",
        double or float => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? throw new ArgumentException($"constant of {type}"),
    };

    private static string Escape(string text, char quote) => string.Concat(text.Select(letter => letter switch
    {
        '\\' => "\\\\",
        '"' when quote == '"' => "\\\"",
        < ' ' or > '~' or ';' or ',' => $"\\u{(int)letter:x4}",
        _ => letter.ToString(),
    }));

    private static string Types(Collection<ParameterDefinition> parameters) =>
        parameters.Count == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Id(parameter.ParameterType)))})";

    private static string Id(TypeReference type) => type switch
    {
        ArrayType array => Id(array.ElementType) + "[]",
        ByReferenceType reference => Id(reference.ElementType) + "@",
        GenericParameter parameter => $"`{parameter.Position}",
        _ => type.FullName.Replace('/', '.'),
    };

    private static IEnumerable<(MethodDefinition Method, string Name)> Accessors(PropertyDefinition property) =>
        new[] { (property.GetMethod, "get"), (property.SetMethod, "set") }.Where(accessor => accessor.Item1 is not null);

    private static bool IsAccessor(MethodDefinition method) => method.IsGetter || method.IsSetter || method.IsAddOn || method.IsRemoveOn;

    private static bool Seen(MethodDefinition method) => method.IsPublic || method.IsFamily || method.HasOverrides;

    private static bool Seen(FieldDefinition field) => (field.IsPublic || field.IsFamily) && !field.IsRuntimeSpecialName;

    private static bool Has(ICustomAttributeProvider provider, string name) =>
        provider.CustomAttributes.Any(attribute => attribute.AttributeType.Name == name);

    private static string Tag(string name, char separator, IEnumerable<string> values) =>
        string.Join(separator, values) is { Length: > 0 } text ? $"{name}:{text}" : "";

    private static string Words(params string[] words) => string.Join(' ', words.Where(word => word.Length > 0));

    private static string Member(string id, string type, string modifiers, params string[] tags)
    {
        string[] used = [.. tags.Where(tag => tag.Length > 0)];
        string[] third = modifiers.Length > 0 || used.Length > 0 ? [modifiers] : [];
        return string.Join('\t', (string[])[id, type, .. third, .. used]);
    }

    private static string Line(params string[] columns) => string.Join('\t', columns.Where(column => column.Length > 0));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
