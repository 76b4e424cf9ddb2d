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

    /// <summary>Publishes it in a folder.</summary>
    /// <returns>The program.</returns>
    public static string Publish(string place)
    {
        var folder = Directory.CreateDirectory(Path.Combine(place, "empty")).FullName;
        File.WriteAllText(Path.Combine(folder, "empty.csproj"), Project);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "return 0;\n");
        ToolRun.Of("dotnet", "publish", folder, "--configuration", "Release", "--use-current-runtime", "--output", Path.Combine(folder, "out"));
        return Path.Combine(folder, "out", "empty");
    }
}
