using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Samstyre.BrowserTests;

/// <summary>A page on a telephone and on a desk, by day and by night.</summary>
internal static class Screens
{
    /// <summary>Nothing for axe to complain of, nothing that scrolls sideways, folded away or opened.</summary>
    public static async Task ShouldFit(this IPage page)
    {
        (await Beyond(page)).ShouldBeLessThanOrEqualTo(0, page.Url);
        // What is folded away must be as good when it is opened.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        (await Beyond(page)).ShouldBeLessThanOrEqualTo(0, page.Url);
        var result = await page.RunAxe();
        result.Violations.Select(violation => $"{page.Url} {violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();
    }

    /// <summary>The same on every screen, without asking for the page again.</summary>
    public static async Task ShouldFitEveryScreen(this IPage page)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1280, ColorScheme.Light), (320, ColorScheme.Dark)])
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ShouldFit();
        }
    }

    /// <summary>Pixels that the page is wider than the screen.</summary>
    private static Task<int> Beyond(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
