using System.Globalization;

namespace DraftDiff.Benchmarks;

/// <summary>A native program that does nothing, published as the command is: what starting costs whoever starts.</summary>
internal static class EmptyProgram
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <PublishAot>true</PublishAot>
            <OptimizationPreference>Speed</OptimizationPreference>
            <InvariantGlobalization>true</InvariantGlobalization>
            <IlcDehydrate>false</IlcDehydrate>
            <PositionIndependentExecutable>false</PositionIndependentExecutable>
            <UseSystemResourceKeys>true</UseSystemResourceKeys>
            <EventSourceSupport>false</EventSourceSupport>
            <ConcurrentGarbageCollection>false</ConcurrentGarbageCollection>
          </PropertyGroup>
        </Project>
        """;

    // It is over before anybody could look at its memory, so it says that itself where it is asked.
    private const string Program = """
        if (args.Length > 0)
        {
            System.Console.Write(System.IO.File.ReadAllText("/proc/self/status"));
        }

        """;

    /// <summary>The most memory that it holds, in bytes.</summary>
    public static long PeakOf(string program)
    {
        var line = ToolRun.Of(program, "status").Output.Split('\n').Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Publishes it in a folder.</summary>
    /// <returns>The program.</returns>
    public static string Publish(string place)
    {
        var folder = Directory.CreateDirectory(Path.Combine(place, "empty")).FullName;
        File.WriteAllText(Path.Combine(folder, "empty.csproj"), Project);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        ToolRun.Of("dotnet", "publish", folder, "--configuration", "Release", "--use-current-runtime", "--output", Path.Combine(folder, "out"));
        return Path.Combine(folder, "out", "empty");
    }
}
