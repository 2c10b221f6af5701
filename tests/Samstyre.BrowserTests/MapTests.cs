using Microsoft.Playwright;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>The map of dependencies: drawn, moved about on with the keyboard, and the same without script.</summary>
public sealed class MapTests(BrowserFixture browser) : IAsyncLifetime
{
    // Of the page's own thread: how long that takes in all depends on what else the machine does.
    private const int ReadyMs = 6_000;
    private TestServer server = null!;
    private string address = "";

    public async ValueTask InitializeAsync() => (server, address) = await Serve(120);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Map_Keyboard_MovesBetweenNeighboursAndOpens()
    {
        var page = await Open(server, address + "?kritiske=ja");
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        var map = page.Locator("#kart");
        await page.ReloadAsync();
        await Drawn(page, "layout");
        complaints.ShouldBeEmpty();
        int.Parse((await map.GetAttributeAsync("data-nodes"))!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(10);
        (await page.Locator("#kart canvas").CountAsync()).ShouldBeGreaterThan(0);
        await map.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        var first = await map.GetAttributeAsync("data-here");
        var visited = new HashSet<string?> { first };
        foreach (var key in (string[])["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "+", "-"])
        {
            await page.Keyboard.PressAsync(key);
            visited.Add(await map.GetAttributeAsync("data-here"));
        }

        visited.Count.ShouldBeGreaterThan(1);
        (await page.Locator(".map-facts").InnerTextAsync()).ShouldContain("Venter på");
        (await page.Locator("#kart-sagt").InnerTextAsync()).ShouldContain("Venter på");
        await page.Arrive(() => page.Keyboard.PressAsync("Enter"));
        page.Url.ShouldMatch("/tiltak/\\d+$|/virksomheter/|fokus=");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Map_WithoutScript_IsFilteredAsATable()
    {
        var page = await browser.OpenAt(server.Address, address, 1280, ColorScheme.Light, script: false);
        (await page.Locator("#kart").IsVisibleAsync()).ShouldBeFalse();
        var all = await page.Locator(".map-table tbody tr").CountAsync();
        await page.GetByLabel("Bare det som er svært kritisk").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bruk valgene" }).ClickAsync();
        page.Url.ShouldContain("kritiske=ja");
        (await page.Locator(".map-table tbody tr").CountAsync()).ShouldBeInRange(1, all);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("matrise")]
    public async Task Pages_OnEveryScreen_HaveNoViolations(string other)
    {
        var page = await browser.OpenAt(server.Address, (other.Length > 0 ? address.Replace("kart", other, StringComparison.Ordinal) : address) + "?segment=co-govern", 1280, ColorScheme.Light, script: true);
        if (other.Length == 0) await Drawn(page, "ready");
        await page.ShouldFitEveryScreen();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Map_TwoThousand_AreThereSoon()
    {
        var (many, where) = await Serve(2_000);
        await using var _ = many;
        using (await many.Client.GetAsync(where + ".json", TestContext.Current.CancellationToken))
        {
            // The round's figures are computed once, before anybody waits for a map.
        }

        var page = await Open(many, where);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        await page.ReloadAsync();
        await Drawn(page, "ready");
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        var worked = (int)(metrics.EnumerateArray().First(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble() * 1000);
        var map = page.Locator("#kart");
        var ready = int.Parse((await map.GetAttributeAsync("data-ready"))!, System.Globalization.CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"{await map.GetAttributeAsync("data-nodes")} boxes and {await map.GetAttributeAsync("data-edges")} lines after {ready} ms, {worked} ms of them work of the page");
        worked.ShouldBeLessThan(ReadyMs);
        await map.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        (await map.GetAttributeAsync("data-here")).ShouldNotBeNull();
        await page.Context.CloseAsync();
    }

    private static async Task<(TestServer Server, string Address)> Serve(int initiatives)
    {
        var portfolio = MemoryPortfolio.Generated(7, initiatives, 1).Published();
        return (await TestServer.Start(portfolio.Source), $"/nb/e-health/{portfolio.History.Latest!.Round.Code}/avhengigheter/kart");
    }

    private Task<IPage> Open(TestServer from, string where) => browser.OpenAt(from.Address, where, 1280, ColorScheme.Light, script: true);

    private static Task Drawn(IPage page, string what) => page.Locator($"#kart[data-{what}]").WaitForAsync(new() { Timeout = 60_000 });
}
