using System.Diagnostics;

namespace Samstyre.Storage;

/// <summary>Runs one short-lived program to its end.</summary>
internal static class PostgresProgram
{
    /// <summary>What a program said and how it ended (0 is well).</summary>
    internal sealed record Answer(int ExitCode, string Output);

    /// <summary>Runs the program, as the given user when there is one, and collects both its outputs.</summary>
    public static async Task<Answer> Run(string file, IEnumerable<string> arguments, PostgresUser? user, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            // The caller's folder may be closed to the user that the program runs as.
            WorkingDirectory = OperatingSystem.IsWindows() ? Path.GetDirectoryName(file)! : "/",
        };
        string[] command = user is null ? [file, .. arguments] : [.. user.Command, file, .. arguments];
        start.FileName = command[0];
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new(process.ExitCode, (await errors + await output).Trim());
    }

    /// <summary>Settings of another PostgreSQL or another language must not reach ours.</summary>
    private static bool IsForeign(string name) =>
        name.StartsWith("PG", StringComparison.Ordinal) || name.StartsWith("LC_", StringComparison.Ordinal) || name is "LANG" or "LANGUAGE";

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new EmbeddedPostgresException($"{start.FileName} cannot be started ({e.Message}): install it, or use a PostgreSQL of your own with SAMSTYRE_DB.", e);
        }
    }
}
