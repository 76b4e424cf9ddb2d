using DraftDiff.Cli;
using DraftDiff.Formats.Pdf;

if (!OperatingSystem.IsWindows())
{
    StandardStreams.OpenClosedOnes();
}

if (args is [PdfProcess.Argument])
{
    PdfWorker.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
    return 0;
}

PdfWorker.Ask = PdfProcess.Ask;
return CommandLine.Run(args, ConsoleHost.OfThisProcess());
