using System.Runtime.InteropServices;

namespace DraftDiff.Versioning;

/// <summary>
/// Lets whoever ends the process (Ctrl-C, a terminal that is closed, <c>kill</c>) wait while something is written that is
/// to be there whole or not at all. When it is disposed of, the process ends of what came.
/// </summary>
public sealed partial class HeldInterruption : IDisposable
{
    private static readonly (PosixSignal Signal, int Number)[] Known = [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15)];

    // What Windows lets a program end with that Ctrl-C has ended.
    private const int ControlCExit = unchecked((int)0xC000013A);

    // Where the signal is one that the process was told to ignore, it goes on.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly PosixSignalRegistration[] _registrations;
    private PosixSignal? _came;
    private bool _isOver;

    /// <summary>Begins to hold it.</summary>
    public HeldInterruption() => _registrations = [.. Known.Select(known => PosixSignalRegistration.Create(known.Signal, Hold))];

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
        }

        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        if (_came is { } signal)
        {
            End(signal);
        }
    }

    // One that comes when it is over does what it always does.
    private void Hold(PosixSignalContext context)
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                context.Cancel = true;
                _came ??= context.Signal;
            }
        }
    }

    private static void End(PosixSignal signal)
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(ControlCExit);
        }

        // The signal itself, so that a shell sees what it was. Another thread takes it, and this one must not end the process before.
        _ = Kill(Environment.ProcessId, Known.First(known => known.Signal == signal).Number);
        Thread.Sleep(LongestWait);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
