using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace DraftDiff.Tests;

/// <summary>One use of a type: <paramref name="Member"/> of <paramref name="From"/> names <paramref name="To"/> in its signature or its IL.</summary>
internal sealed record TypeReference(Type From, string Member, Type To);

/// <summary>Every use that the types of an assembly make of types, read from signatures and IL.</summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<TypeReference> Of(Assembly assembly) =>
        from type in assembly.GetTypes()
        from use in UsesOf(type)
        from used in Parts(use.Type)
        select new TypeReference(Outermost(type), use.Member, Outermost(used));

    private static IEnumerable<(string Member, Type Type)> UsesOf(Type type)
    {
        if (type.BaseType is { } baseType)
        {
            yield return ("its base", baseType);
        }

        foreach (var implemented in type.GetInterfaces())
        {
            yield return ("its interfaces", implemented);
        }

        foreach (var constraint in type.GetGenericArguments().SelectMany(parameter => parameter.GetGenericParameterConstraints()))
        {
            yield return ("its constraints", constraint);
        }

        foreach (var field in type.GetFields(Declared))
        {
            yield return (field.Name, field.FieldType);
        }

        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            foreach (var used in UsesOf(method))
            {
                yield return (method.Name, used);
            }
        }
    }

    private static IEnumerable<Type> UsesOf(MethodBase method)
    {
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType);
        var result = method is MethodInfo { ReturnType: var type } ? [type] : Type.EmptyTypes;
        if (method.GetMethodBody() is not { } body)
        {
            return [.. parameters, .. result];
        }

        var locals = body.LocalVariables.Select(local => local.LocalType);
        var caught = body.ExceptionHandlingClauses
            .Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
            .Select(clause => clause.CatchType!);
        return [.. parameters, .. result, .. locals, .. caught, .. TokensOf(method, body).SelectMany(TypesOf)];
    }

    private static IEnumerable<MemberInfo> TokensOf(MethodBase method, MethodBody body)
    {
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        var il = body.GetILAsByteArray()!;
        for (var at = 0; at < il.Length;)
        {
            var value = il[at] == 0xFE ? BinaryPrimitives.ReadInt16BigEndian(il.AsSpan(at)) : il[at];
            var code = OpCodesByValue[value];
            at += code.Size;
            var token = il.Length - at >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at)) : 0;
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok:
                    yield return method.Module.ResolveMember(token, typeArguments, methodArguments)!;
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * token);
                    break;
                default:
                    at += SizeOf(code.OperandType);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodBase { IsGenericMethod: true } method => [method.DeclaringType!, .. method.GetGenericArguments()],
        _ => [member.DeclaringType!],
    };

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericParameter ? [] : [type, .. type.GenericTypeArguments.SelectMany(Parts)];
    }

    // What the compiler makes for a lambda or an iterator, and a nested type, belong to the type they are written in.
    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } declaring)
        {
            type = declaring;
        }

        return type;
    }
}
