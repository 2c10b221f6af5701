using System.Diagnostics;
using System.Globalization;

namespace Samstyre.Storage;

/// <summary>The user that PostgreSQL runs as when the program itself runs as root, which PostgreSQL refuses.</summary>
internal sealed record PostgresUser(string Name, int Uid, int Gid)
{
    private const string Accounts = "/etc/passwd";

    /// <summary>The words before a command that make it run as this user.</summary>
    public IReadOnlyList<string> Command { get; } =
        ["setpriv", string.Create(CultureInfo.InvariantCulture, $"--reuid={Uid}"), string.Create(CultureInfo.InvariantCulture, $"--regid={Gid}"), "--clear-groups", "--"];

    /// <summary>Whether this is a user of the machine's services, not a person whose files root works on.</summary>
    public bool IsService => Name is "postgres" or "nobody";

    /// <summary>
    /// Null when the program is not root. Otherwise the owner of the first of the given paths that belongs to a person,
    /// so that root and that person can use the same data; failing that `postgres` or `nobody`.
    /// </summary>
    public static PostgresUser? ForRoot(params string[] paths)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return null;
        if (!OperatingSystem.IsLinux())
            throw new EmbeddedPostgresException("PostgreSQL refuses to run as root: run as an ordinary user, or use a PostgreSQL of your own with SAMSTYRE_DB.");
        var accounts = ReadAccounts();
        foreach (var path in paths)
            if (OwnerOf(path) is { } uid and not 0 && accounts.Find(a => a.Uid == uid) is { } owner)
                return owner;
        return accounts.Find(a => a.Name == "postgres") ?? accounts.Find(a => a.Name == "nobody")
            ?? throw new EmbeddedPostgresException("PostgreSQL refuses to run as root and this machine has no user `nobody`: run as an ordinary user.");
    }

    /// <summary>Makes this user the owner of a file, or of a folder with all it holds.</summary>
    public void Give(string path) =>
        Call("chown", "-R", string.Create(CultureInfo.InvariantCulture, $"{Uid}:{Gid}"), path);

    /// <summary>Whether this user can look up names in the folder, which takes the right to pass every folder above it.</summary>
    public bool Reaches(string folder) => Call([.. Command, "test", "-x", folder]).ExitCode == 0;

    /// <summary>Whether this user can read and run the program.</summary>
    public bool Runs(string program) => Call([.. Command, "test", "-r", program, "-a", "-x", program]).ExitCode == 0;

    private static int? OwnerOf(string path) =>
        Path.Exists(path) && int.TryParse(Call("stat", "-c", "%u", path).Output, CultureInfo.InvariantCulture, out var uid) ? uid : null;

    private static List<PostgresUser> ReadAccounts()
    {
        if (!File.Exists(Accounts)) return [];
        return [.. from line in File.ReadLines(Accounts)
                   let f = line.Split(':')
                   where f.Length >= 4
                   let uid = int.TryParse(f[2], CultureInfo.InvariantCulture, out var u) ? u : -1
                   let gid = int.TryParse(f[3], CultureInfo.InvariantCulture, out var g) ? g : -1
                   where uid > 0 && gid >= 0
                   select new PostgresUser(f[0], uid, gid)];
    }

    private static (int ExitCode, string Output) Call(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output.Trim());
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL refuses to run as root and `{command[0]}`, which would start it as another user, is missing: install util-linux and coreutils, or run as an ordinary user.", e);
        }
    }
}
