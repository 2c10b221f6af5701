using Microsoft.AspNetCore.Builder;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;

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

    public HttpClient Client { get; }

    /// <summary>Serves a portfolio; every request asks the source whether it has changed.</summary>
    public static async Task<TestServer> Start(PortfolioSource source, string portfolio = "e-health")
    {
        var app = Server.Build(new(source, 0, portfolio) { FreshFor = TimeSpan.Zero });
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
