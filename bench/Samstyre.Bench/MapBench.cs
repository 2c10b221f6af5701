using System.Globalization;
using Microsoft.Playwright;
using Samstyre.App.Features.Reports;

namespace Samstyre.Bench;

/// <summary>The map of dependencies in Chromium: how long until it can be used, by the page's own clock from the moment that it is asked for.</summary>
internal static class MapBench
{
    private const int Runs = 5;

    /// <summary>Opens the map at an address, each time in a browser that has never seen it, and once more from its cache.</summary>
    public static async Task Run(string address)
    {
        var chromium = Chromium.Find(Environment.GetEnvironmentVariable);
        if (!chromium.Succeeded)
        {
            Console.WriteLine($"| the map page | {chromium.Problems[0].Sentence} | 2 s |");
            return;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium.Value, Args = ["--no-sandbox", "--disable-gpu"] });
        List<int> first = [], again = [];
        var boxes = "";
        for (var run = 0; run < Runs; run++)
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
            var page = await context.NewPageAsync();
            await page.GotoAsync(address);
            first.Add(await Ready(page));
            await page.ReloadAsync();
            again.Add(await Ready(page));
            boxes = await page.Locator("#kart").GetAttributeAsync("data-nodes");
        }

        Row($"the map page of {boxes} boxes in Chromium until it can be used, the first time", first, "2 s");
        Row("the same again", again, "2 s");
    }

    private static async Task<int> Ready(IPage page)
    {
        var map = page.Locator("#kart[data-ready]");
        await map.WaitForAsync(new() { Timeout = 60_000 });
        return int.Parse((await map.GetAttributeAsync("data-ready"))!, CultureInfo.InvariantCulture);
    }

    private static void Row(string what, List<int> milliseconds, string goal) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {milliseconds.Order().ElementAt(milliseconds.Count / 2) / 1000d:0.0} s | {goal} |"));
}
