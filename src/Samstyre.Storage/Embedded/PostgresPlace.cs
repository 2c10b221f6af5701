using System.Security.Cryptography;
using System.Text;

namespace Samstyre.Storage;

/// <summary>The folder that belongs to the server alone: its cluster, its log and, when the path is short enough, its socket.</summary>
/// <param name="Folder">Full path; only the user who runs the server can enter it.</param>
internal sealed record PostgresPlace(string Folder)
{
    private const string ClosedFolders = "/var/lib/samstyre";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    // 104 bytes with the closing zero on macOS, 108 on Linux; the name of the socket itself is part of it.
    private const int LongestSocketPath = 100;
    private const string SocketFolderPrefix = "samstyre-";

    /// <summary>The data folder of PostgreSQL.</summary>
    public string Cluster => Path.Combine(Folder, "cluster");

    /// <summary>The server's log; it holds no statements and no values.</summary>
    public string Log => Path.Combine(Folder, "postgres.log");

    /// <summary>Names the server's folder without making it; null when this data folder has none yet.</summary>
    /// <param name="dataFolder">The folder that holds everything the product keeps.</param>
    /// <param name="evenIfGone">Names a folder elsewhere also when it is no longer there; otherwise that is an error.</param>
    public static PostgresPlace? Existing(string dataFolder, bool evenIfGone = false)
    {
        var record = RecordIn(dataFolder);
        if (File.Exists(record))
        {
            var place = new PostgresPlace(File.ReadAllText(record).Trim());
            return evenIfGone || Directory.Exists(place.Folder) ? place : throw new EmbeddedPostgresException(
                $"The database of {dataFolder} stood in {place.Folder}, which is gone: bring it back from a backup, or delete {record} to begin anew.");
        }
        var folder = Path.Combine(dataFolder, "postgres");
        return Directory.Exists(folder) ? new(folder) : null;
    }

    /// <summary>Finds or makes the server's folder. Below a folder that the server's user cannot enter it is placed elsewhere, and the data folder holds a note of where.</summary>
    /// <param name="dataFolder">The folder that holds everything the product keeps.</param>
    /// <param name="user">Who runs the server, when not the caller.</param>
    /// <param name="lasting">Whether the data matter. A place for data that may be lost is found again by the folder's name.</param>
    public static PostgresPlace In(string dataFolder, PostgresUser? user, bool lasting)
    {
        if (Existing(dataFolder, evenIfGone: !lasting) is { } existing && Directory.Exists(existing.Folder) && (user is null || user.Reaches(Path.GetDirectoryName(existing.Folder)!))) return existing;
        if (user is null || user.Reaches(dataFolder)) return Make(Path.Combine(dataFolder, "postgres"), user);
        if (Directory.Exists(Path.Combine(dataFolder, "postgres", "cluster")))
            throw new EmbeddedPostgresException($"The user {user.Name}, who runs PostgreSQL for root, can no longer enter {dataFolder}: open the folders above it with chmod o+x.");

        // A name by chance: a data folder that was deleted and made anew must not find the old data again.
        var name = lasting ? Guid.NewGuid().ToString("n") : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)));
        var elsewhere = Make(Path.Combine(Elsewhere(user), "data-" + name[..12]), user);
        var record = RecordIn(dataFolder);
        File.WriteAllText(record + ".new", elsewhere.Folder);
        File.Move(record + ".new", record, overwrite: true);
        return elsewhere;
    }

    /// <summary>Deletes the server's folder and the note of where it is.</summary>
    public void Delete(string dataFolder)
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        File.Delete(RecordIn(dataFolder));
    }

    /// <summary>The folder for what root cannot let another user reach where it is.</summary>
    public static string Elsewhere(PostgresUser user)
    {
        try
        {
            Directory.CreateDirectory(ClosedFolders);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(ClosedFolders, Passable);
            return ClosedFolders;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL runs as the user {user.Name} when root starts it, and that user can enter neither this folder nor {ClosedFolders}: run as an ordinary user, or open the folders above with chmod o+x.", e);
        }
    }

    /// <summary>A private folder for the server's socket, with a path that fits into a socket's address.</summary>
    public string MakeSocketFolder(PostgresUser? user)
    {
        var beside = Path.Combine(Folder, "socket");
        if (Encoding.UTF8.GetByteCount(beside) <= LongestSocketPath - SocketName.Length)
            return Make(beside, user).Folder;
        var temporary = Directory.CreateTempSubdirectory(SocketFolderPrefix).FullName;
        if (temporary.Length > LongestSocketPath - SocketName.Length)
        {
            Directory.Delete(temporary);
            temporary = Make("/tmp/" + SocketFolderPrefix + Guid.NewGuid().ToString("n")[..12], user).Folder;
        }
        user?.Give(temporary);
        return temporary;
    }

    /// <summary>Deletes a socket's folder unless it stands in the server's own.</summary>
    public static void DropSocketFolder(string? folder)
    {
        if (folder is null || !Path.GetFileName(folder).StartsWith(SocketFolderPrefix, StringComparison.Ordinal)) return;
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Litter in the temp folder; the system clears it.
        }
    }

    private const string SocketName = "/.s.PGSQL.5432.lock";

    private static string RecordIn(string dataFolder) => Path.Combine(dataFolder, "postgres.place");

    private static PostgresPlace Make(string folder, PostgresUser? user)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, Private);
        user?.Give(folder);
        return new(folder);
    }
}
