using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DraftDiff.Benchmarks;

/// <summary>
/// Runs a program as a shell does, with its output into a pipe that is read to the end, and says how long that took: a
/// program of two milliseconds would be lost in the three that <see cref="Process"/> takes to start one. For Linux.
/// </summary>
internal static partial class Spawn
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;
    private const int CloseOnExec = 0x80000;
    private const int WriteOnly = 1;

    // Larger than posix_spawn_file_actions_t of any Linux library.
    private const int LargestActions = 512;

    /// <summary>From its start to its end; the exit code has to be one of those given.</summary>
    public static unsafe TimeSpan Time(string program, string[] arguments, params ReadOnlySpan<int> exitCodes)
    {
        var pipe = stackalloc int[2];
        var actions = stackalloc byte[LargestActions];
        Check(pipe2(pipe, CloseOnExec));
        Check(posix_spawn_file_actions_init(actions));
        Check(posix_spawn_file_actions_adddup2(actions, pipe[1], StandardOutput));
        Check(posix_spawn_file_actions_addopen(actions, StandardError, "/dev/null", WriteOnly, 0));
        var argv = Strings([program, .. arguments]);
        var environment = Strings([$"PATH={Environment.GetEnvironmentVariable("PATH")}", $"HOME={Path.GetTempPath()}", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null"]);
        var buffer = stackalloc byte[1 << 16];

        var begun = Stopwatch.GetTimestamp();
        Check(posix_spawnp(out var pid, program, actions, null, argv, environment));
        _ = close(pipe[1]);
        while (read(pipe[0], buffer, 1 << 16) > 0)
        {
            // Read and thrown away.
        }

        int status;
        while (waitpid(pid, &status, 0) < 0)
        {
            // Interrupted by a signal of the runtime.
        }

        var time = Stopwatch.GetElapsedTime(begun);

        _ = close(pipe[0]);
        Free(argv);
        Free(environment);
        _ = posix_spawn_file_actions_destroy(actions);
        return (status & 0x7F) == 0 && exitCodes.Contains(status >> 8)
            ? time
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with the status {status}.");
    }

    private static unsafe byte** Strings(string[] texts)
    {
        var strings = (byte**)NativeMemory.AllocZeroed((nuint)texts.Length + 1, (nuint)sizeof(byte*));
        for (var i = 0; i < texts.Length; i++)
        {
            strings[i] = (byte*)Marshal.StringToCoTaskMemUTF8(texts[i]);
        }

        return strings;
    }

    private static unsafe void Free(byte** strings)
    {
        for (var i = 0; strings[i] is not null; i++)
        {
            Marshal.FreeCoTaskMem((nint)strings[i]);
        }

        NativeMemory.Free(strings);
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new InvalidOperationException($"A program cannot be started: error {error}.");
        }
    }

    [LibraryImport("libc")]
    private static unsafe partial int pipe2(int* ends, int flags);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawn_file_actions_destroy(byte* actions);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawn_file_actions_adddup2(byte* actions, int from, int to);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int posix_spawn_file_actions_addopen(byte* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int posix_spawnp(out int pid, string file, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc")]
    private static unsafe partial nint read(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);

    [LibraryImport("libc")]
    private static unsafe partial int waitpid(int pid, int* status, int options);
}
