using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Storage;

namespace Samstyre.Testing;

/// <summary>The real server on a free port, and a client for it that follows no redirects.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestServer(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
        Client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>Everything that the server answers.</summary>
    public IEnumerable<RouteEndpoint> Endpoints => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public HttpClient Client { get; }

    /// <summary>Serves a portfolio; every request asks the source whether it has changed.</summary>
    public static Task<TestServer> Start(PortfolioSource source, string portfolio = "e-health") => Start(new ServeOptions(source, 0, portfolio));

    /// <summary>Serves a store, for whoever reads and whoever works.</summary>
    /// <param name="db">The store.</param>
    /// <param name="time">Null for the machine's own.</param>
    /// <param name="attemptsPerMinute">To log in.</param>
    /// <param name="log">Where the log goes; null for the console.</param>
    public static Task<TestServer> Start(Db db, TimeProvider? time = null, int attemptsPerMinute = int.MaxValue, ILoggerProvider? log = null) =>
        Start(new ServeOptions(PortfolioSource.Of(db), 0, "e-health") { Db = db, Time = time ?? TimeProvider.System, AttemptsPerMinute = attemptsPerMinute, Log = log });

    /// <summary>A browser without script that nobody has logged in by.</summary>
    public Visitor Visitor() => new(Address);

    /// <summary>Serves as the options say.</summary>
    public static async Task<TestServer> Start(ServeOptions options)
    {
        var app = Server.Build(options with { FreshFor = TimeSpan.Zero, Patience = TimeSpan.FromMinutes(1) });
        await app.StartAsync();
        return new(app, new(Server.AddressOf(app)));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
