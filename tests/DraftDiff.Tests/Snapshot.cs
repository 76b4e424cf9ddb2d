using System.Runtime.CompilerServices;
using Snapshooter;
using Snapshooter.Core;
using Snapshooter.Core.Serialization;
using Xunit;

namespace DraftDiff.Tests;

/// <summary>
/// Compares what a test made with the text that somebody read and approved. The approved text stands beside the test as
/// <c>Class.Method.verified.txt</c>, as Verify names it; where they differ, what the test made is written next to it as
/// <c>Class.Method.received.txt</c>. A first run writes the approved text, except where the environment variable
/// <c>CI</c> is set: there a text that nobody approved fails the test.
/// </summary>
internal static class Snapshot
{
    /// <summary>Fails the test where the text is not the approved one. A test has one snapshot an extension.</summary>
    public static void Verify(
        string text, string extension = "txt", [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var serializer = new SnapshotSerializer(new GlobalSnapshotSettingsResolver());
        var files = new FilesBesideTheTest(extension);
        var assert = new SnapshotAssert(
            serializer,
            files,
            new SnapshotEnvironmentCleaner(files),
            new ExactComparer(),
            new JsonSnapshotFormatter(serializer));
        var name = new SnapshotFullName($"{Path.GetFileNameWithoutExtension(file)}.{method}", Path.GetDirectoryName(file)!);
        assert.AssertSnapshot(text, name, new MatchOptions());
    }

    // Snapshooter's own comparer reads what it can as JSON and overlooks its layout, which is part of what we show.
    private sealed class ExactComparer : ISnapshotComparer
    {
        public void CompareSnapshots(string expected, string actual, MatchOptions options) =>
            Assert.Equal(expected, actual, ignoreLineEndingDifferences: true);
    }

    private sealed class FilesBesideTheTest(string extension) : ISnapshotFileHandler
    {
        public string SaveNewSnapshot(SnapshotFullName name, string snapshot)
        {
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            {
                Assert.Fail($"Nobody approved {Approved(name)}: run the test without CI, read the file and commit it.");
            }

            return Save(Approved(name), snapshot);
        }

        public string SaveMismatchSnapshot(SnapshotFullName name, string snapshot) => Save(Received(name), snapshot);

        public string ReadSnapshot(SnapshotFullName name) => File.ReadAllText(Approved(name));

        public bool TryReadSnapshot(SnapshotFullName name, out string snapshot)
        {
            File.Delete(Received(name));
            var exists = File.Exists(Approved(name));
            snapshot = exists ? ReadSnapshot(name) : null!;
            return exists;
        }

        public void DeleteSnapshot(SnapshotFullName name) => File.Delete(Approved(name));

        public void DeleteSnapshotSubfolder(SnapshotFullName name, string subfolder) => File.Delete(Received(name));

        private static string Save(string path, string snapshot)
        {
            File.WriteAllText(path, snapshot);
            return path;
        }

        private string Approved(SnapshotFullName name) => Path.Combine(name.FolderPath, $"{name.Filename}.verified.{extension}");

        private string Received(SnapshotFullName name) => Path.Combine(name.FolderPath, $"{name.Filename}.received.{extension}");
    }
}
