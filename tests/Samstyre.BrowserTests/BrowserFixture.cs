using Microsoft.Playwright;
using Samstyre.BrowserTests;
using Samstyre.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Samstyre.BrowserTests;

/// <summary>One Chromium and one server with the example portfolio for all tests. SAMSTYRE_CHROMIUM names the browser.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private TestServer? server;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.Start(MemoryPortfolio.Example.Source);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SAMSTYRE_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <summary>A page of its own at an address of the server.</summary>
    public Task<IPage> Open(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true) => OpenAt(server!.Address, address, width, scheme, script);

    /// <summary>A page of its own at an address of another server.</summary>
    internal async Task<IPage> OpenAt(Uri other, string address, int width, ColorScheme scheme, bool script)
    {
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, JavaScriptEnabled = script, Locale = "nb-NO" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(other, address).ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null) await server.DisposeAsync();
    }
}
