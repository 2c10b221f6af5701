using System.Diagnostics;

namespace Samstyre.Storage;

/// <summary>Locks on files that the operating system releases when their holder dies, however it dies.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    /// <summary>One holder at a time; null when somebody else holds the file, also when it is only shared.</summary>
    public static FileStream? TryTake(string path, PostgresUser? owner = null)
    {
        Make(path, owner);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException e)
        {
            throw BelongsToAnother(path, e);
        }
    }

    /// <summary>Waits until the file is free; null when that takes longer than the patience.</summary>
    public static async Task<FileStream?> Take(string path, TimeSpan patience, PostgresUser? owner, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(path, owner) is { } taken) return taken;
            if (waited.Elapsed > patience) return null;
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Any number of holders at a time.</summary>
    public static FileStream Share(string path, PostgresUser? owner)
    {
        Make(path, owner);
        // Reading with FileShare.Read is a shared lock on Unix and on Windows.
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
    }

    private static void Make(string path, PostgresUser? owner)
    {
        if (File.Exists(path)) return;
        try
        {
            // Appending does not harm a file that another process has made in the meantime.
            using (new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { }
            owner?.Give(path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw BelongsToAnother(path, e);
        }
        catch (IOException) when (File.Exists(path))
        {
        }
    }

    private static EmbeddedPostgresException BelongsToAnother(string path, Exception cause) => new(
        $"The data in {Path.GetDirectoryName(path)} belong to another user: run as that user, or choose another folder with SAMSTYRE_DATA.", cause);
}
