using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Samstyre.Storage;

/// <summary>What a running server writes about itself in `postmaster.pid`; also what a dead one has left behind.</summary>
internal sealed record PostmasterFile(string Path, int ProcessId, int? Port, string? SocketFolder, string? Address, string? Started)
{
    /// <summary>Reads the file of the cluster; null when there is none, or none that is whole yet.</summary>
    public static PostmasterFile? Read(string cluster)
    {
        var path = System.IO.Path.Combine(cluster, "postmaster.pid");
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        string? Line(int number) => lines.Length >= number && lines[number - 1].Trim() is { Length: > 0 } text ? text : null;
        if (!int.TryParse(Line(1), CultureInfo.InvariantCulture, out var id)) return null;
        int? port = int.TryParse(Line(4), CultureInfo.InvariantCulture, out var p) ? p : null;
        return new(path, id, port, Line(5), Line(6), Line(2) + Line(3));
    }

    /// <summary>Whether the process is there and is the server of this cluster, not a stranger that got its number after a restart of the machine.</summary>
    public bool IsAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            if (process.HasExited || !process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) return false;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        // Linux tells more: whether the process only waits to be reaped, which nobody may do in a container, and what the
        // folder that it works in says, which for a server is its cluster. Not the folder's path: that may lead through links.
        var about = string.Create(CultureInfo.InvariantCulture, $"/proc/{ProcessId}");
        if (!OperatingSystem.IsLinux() || !Directory.Exists(about)) return !OperatingSystem.IsLinux();
        try
        {
            if (File.ReadAllText(about + "/stat").Contains(") Z ", StringComparison.Ordinal)) return false;
            return Read(about + "/cwd") is { } own && own.Started == Started;
        }
        catch (UnauthorizedAccessException)
        {
            // Root without the right to look into other users' processes, as in a container.
            return true;
        }
        catch (IOException)
        {
            return Directory.Exists(about);
        }
    }

    /// <summary>Removes what the dead server has left: the next one's own check would take any process with its number for it.</summary>
    public void Clear()
    {
        if (SocketFolder is not null)
        {
            if (Directory.Exists(SocketFolder))
                foreach (var left in Directory.EnumerateFiles(SocketFolder, ".s.PGSQL.*.lock")) File.Delete(left);
            PostgresPlace.DropSocketFolder(SocketFolder);
        }
        File.Delete(Path);
    }

    /// <summary>The address of the server; null while it has not said where it listens.</summary>
    public string? ConnectionString(string database) => Port is not { } port || (SocketFolder ?? Address) is not { } host ? null : new NpgsqlConnectionStringBuilder
    {
        Host = host,
        Port = port,
        Username = EmbeddedPostgres.UserName,
        Database = database,
        ApplicationName = "samstyre",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
