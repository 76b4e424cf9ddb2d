using DraftDiff.Cli;

if (!OperatingSystem.IsWindows())
{
    StandardStreams.OpenClosedOnes();
}

return CommandLine.Run(args, ConsoleHost.OfThisProcess());
