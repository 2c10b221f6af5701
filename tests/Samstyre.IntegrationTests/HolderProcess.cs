using System.Diagnostics;
using System.Runtime.CompilerServices;
using Samstyre.Storage;
using Xunit;

namespace Samstyre.IntegrationTests;

/// <summary>A second process that holds a lease: this test program itself, told by its environment to do that instead of testing.</summary>
internal sealed class HolderProcess : IDisposable
{
    private const string Order = "SAMSTYRE_TEST_HOLD";
    private readonly Process _process;

    private HolderProcess(Process process) => _process = process;

    /// <summary>Starts the process; it has its lease when this returns.</summary>
    public static async Task<HolderProcess> Start(EmbeddedPostgresOptions options)
    {
        var holder = Launch(options);
        var answer = await holder._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return answer == "held" ? holder : throw new InvalidOperationException("The holder says: " + answer);
    }

    /// <summary>Starts the process without waiting for its lease.</summary>
    public static HolderProcess Launch(EmbeddedPostgresOptions options)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HolderProcess).Assembly.Location]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[Order] = options.DataFolder + "|" + options.PackagesFolder;
        return new(Process.Start(start)!);
    }

    /// <summary>Lets the process give its lease back and end.</summary>
    public async Task Leave()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends the process as kill -9 does.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    [ModuleInitializer]
    internal static void HoldWhenTold()
    {
        if (Environment.GetEnvironmentVariable(Order)?.Split('|') is not [var data, var packages]) return;
        // Nothing here may wait for another thread in this assembly, which waits for this initializer to end.
        try
        {
            var lease = EmbeddedPostgres.Acquire(new(data, packages) { Durable = false }).GetAwaiter().GetResult();
            Console.WriteLine("held");
            Console.In.ReadToEnd();
            lease.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (EmbeddedPostgresException e)
        {
            Console.WriteLine(e.Message);
        }
        Environment.Exit(0);
    }
}
