using System.Runtime.Versioning;

namespace DraftDiff.Cli;

/// <summary>The three streams that a process begins with.</summary>
internal static class StandardStreams
{
    private const int LastNumber = 2;

    /// <summary>
    /// Gives each of them that is closed the null device, as git does. A file opened later would otherwise take its number,
    /// and be given what was meant for it.
    /// </summary>
    [UnsupportedOSPlatform("windows")]
    public static void OpenClosedOnes()
    {
        while (true)
        {
            using var device = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (device.DangerousGetHandle() > LastNumber)
            {
                return;
            }

            // Not ours to close.
            device.SetHandleAsInvalid();
        }
    }
}
