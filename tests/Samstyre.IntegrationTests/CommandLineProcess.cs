using System.Diagnostics;
using Samstyre.App.Cli;
using Xunit;

namespace Samstyre.IntegrationTests;

/// <summary>What a run of the program left: its end status and what it said.</summary>
internal sealed record Ended(int Status, string Output, string Error);

/// <summary>The program itself, started as a person at a terminal starts it.</summary>
internal static class CommandLineProcess
{
    /// <summary>Runs a command to its end on a database of the caller's.</summary>
    public static Task<Ended> Run(string database, params string[] arguments) => Run(new Dictionary<string, string> { ["SAMSTYRE_DB"] = database }, arguments);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Ended> Run(Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command.</summary>
    public static Process Start(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
