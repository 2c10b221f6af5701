using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Samstyre.App.Access;
using Samstyre.App.Cli;
using Samstyre.App.Features.Demo;
using Samstyre.App.Features.Messages;
using Samstyre.App.Portfolio;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Web;

/// <summary><c>samstyre serve</c>: the pages.</summary>
internal static class ServeVerb
{
    private const string About = """
        Serves the pages until Ctrl-C.

        Examples:
          samstyre serve
          samstyre serve --port 8080 --portfolio e-health
        """;

    public static Command Command()
    {
        var port = new Option<int>("--port") { Description = "Port on localhost", DefaultValueFactory = _ => 5080 };
        var any = new Option<bool>("--any-address") { Description = "Answer on every address of the machine, for use behind a proxy" };
        var portfolio = new Option<string?>("--portfolio") { Description = "Code of the portfolio that the bare address leads to" };
        var example = new Option<bool>("--example") { Description = "Load the example portfolio into an empty store" };
        var fresh = new Option<bool>("--fresh") { Description = "Begin anew: delete the private database first" };
        var command = new Command("serve", About) { port, any, portfolio, example, fresh };
        command.SetAction((parsed, cancellation) => Serve(
            parsed.GetValue(port), parsed.GetValue(any), parsed.GetValue(portfolio), parsed.GetValue(example), parsed.GetValue(fresh), cancellation));
        return command;
    }

    private static async Task<int> Serve(int port, bool any, string? code, bool example, bool fresh, CancellationToken cancellation)
    {
        if (port is < 0 or > 65535) throw new CliRefusal($"The port must be a number from 1 to 65535, not {port}.");
        var options = StoreOptions.FromEnvironment();
        using var instance = options.Database is null ? SingleInstance.Take(options.DataFolder, "serve") : null;
        RefuseTakenPort(port);
        if (fresh) await StoreConnection.Remove(options, cancellation);

        // A closed terminal ends the server as Ctrl-C does, so that the database is stopped too.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Cancel(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Cancel(signal, stop));

        await using var store = await OpenStore.Open(stop.Token);
        if (example && await ExampleLoader.LoadWhatIsMissing(store.Db, TimeProvider.System, stop.Token)) await Console.Error.WriteLineAsync("Loaded the example portfolio.");
        var serve = new ServeOptions(PortfolioSource.Of(store.Db), port, await First(store, code, stop.Token)) { AnyAddress = any, Db = store.Db, Address = PublicAddress.FromEnvironment().Configured, Mail = MailSettings.FromEnvironment(options.DataFolder), WarmAfter = TimeSpan.FromSeconds(5) };
        await Server.Run(
            serve,
            address =>
            {
                instance?.Tell(address);
                Console.WriteLine($"Samstyre is on {address} (Ctrl-C stops it)");
                if (example) DemoAccounts.Tell(Console.Out);
            },
            stop.Token);
        return CommandLine.Done;
    }

    private static void Cancel(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    /// <summary>The portfolio that the bare address leads to: the named one, else the example's, else the first.</summary>
    private static async Task<string> First(OpenStore store, string? code, CancellationToken cancellation)
    {
        if (code is not null) return (await store.Portfolio(code, cancellation)).Definition.Code;
        var all = (await PortfolioStore.List(store.Db, cancellation)).Select(row => row.Code).ToList();
        return all.Contains(ExamplePortfolio.Definition.Code) ? ExamplePortfolio.Definition.Code : all.FirstOrDefault() ?? ExamplePortfolio.Definition.Code;
    }

    /// <summary>Said before anything is started, in one sentence instead of a stack of exceptions.</summary>
    private static void RefuseTakenPort(int port)
    {
        if (port == 0) return;
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new CliRefusal($"Port {port} is taken by another program: choose another with --port, or stop that program.", e);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new CliRefusal($"You may not serve on port {port}: choose one above 1023 with --port.", e);
        }
    }
}
