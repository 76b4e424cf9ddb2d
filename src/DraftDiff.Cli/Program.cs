using DraftDiff.Cli;

return CommandLine.Run(args, ConsoleHost.OfThisProcess());
