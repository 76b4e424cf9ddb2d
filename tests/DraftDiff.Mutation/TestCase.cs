using System.Diagnostics;
using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DraftDiff.Mutation;

/// <summary>One test, or one row of a theory, run here and now: thousands of runs would wait for a test host too long.</summary>
internal sealed record TestCase(string Name, MethodInfo Method, object?[] Arguments)
{
    /// <summary>The tests of an assembly, in an order that is always the same.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="isWanted">Whether a class of tests is wanted.</param>
    public static List<TestCase> Find(Assembly assembly, Func<Type, bool> isWanted) =>
    [
        .. from type in assembly.GetTypes()
           where !type.IsAbstract && isWanted(type)
           from method in type.GetMethods()
           where method.GetCustomAttribute<FactAttribute>() is { Skip: null }
           from test in Rows(type, method)
           orderby test.Name
           select test,
    ];

    /// <summary>Runs the test. A test that skips passes.</summary>
    /// <returns>Whether it passed, and how many milliseconds that took.</returns>
    public (bool Passed, double Milliseconds) Run()
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var test = Method.IsStatic ? null : Activator.CreateInstance(Method.DeclaringType!, ConstructorArguments());
            using (test as IDisposable)
            {
                if (Method.Invoke(test, Arguments) is Task task)
                {
                    task.GetAwaiter().GetResult();
                }
            }

            return (true, clock.Elapsed.TotalMilliseconds);
        }
        catch (Exception e)
        {
            return (e.GetBaseException() is Xunit.SkipException, clock.Elapsed.TotalMilliseconds);
        }
    }

    private static IEnumerable<TestCase> Rows(Type type, MethodInfo method)
    {
        var name = $"{type.Name}.{method.Name}";
        return method.GetCustomAttributes<DataAttribute>().ToList() is { Count: > 0 } data
            ? data.SelectMany(each => each.GetData(method)).Select((row, i) => new TestCase($"{name}[{i}]", method, row))
            : [new TestCase(name, method, [])];
    }

    private object[] ConstructorArguments() =>
        Method.DeclaringType!.GetConstructors().Single().GetParameters() is [_] ? [new NoOutput()] : [];

    private sealed class NoOutput : ITestOutputHelper
    {
        public void WriteLine(string message)
        {
        }

        public void WriteLine(string format, params object[] args)
        {
        }
    }
}
