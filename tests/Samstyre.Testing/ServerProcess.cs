using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Samstyre.App.Cli;

namespace Samstyre.Testing;

/// <summary>The program serving in a process of its own, which can be killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process process;

    private readonly StringBuilder said;

    private ServerProcess(Process process, StringBuilder said, Uri address) => (this.process, this.said, Address) = (process, said, address);

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>What it has complained about.</summary>
    public string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    /// <summary>Starts it on a free port; it answers when this returns.</summary>
    /// <param name="environment">Where its data are: SAMSTYRE_DB, or SAMSTYRE_DATA.</param>
    /// <param name="portfolio">The portfolio that the bare address leads to.</param>
    public static async Task<ServerProcess> Start(IReadOnlyDictionary<string, string> environment, string portfolio)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "serve", "--port", "0", "--portfolio", portfolio]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        // Read to the end, or it would wait for us.
        var said = new StringBuilder();
        var found = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) found.TrySetException(new InvalidOperationException("The server did not start."));
            else if (found.Task.IsCompleted) lock (said) said.AppendLine(line.Data);
            else if (AddressIn().Match(line.Data) is { Success: true } address) found.TrySetResult(new(address.Value));
        };
        process.ErrorDataReceived += (_, line) => { lock (said) said.AppendLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new(process, said, await found.Task);
        }
        catch (InvalidOperationException e)
        {
            await process.WaitForExitAsync();
            lock (said) throw new InvalidOperationException($"{e.Message} {said}", e);
        }
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex AddressIn();
}
