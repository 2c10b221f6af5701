using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Shouldly;

namespace Samstyre.BrowserTests;

/// <summary>A page on a telephone and on a desk, by day and by night.</summary>
internal static class Screens
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What changes with the colours alone.</summary>
    private static readonly string[] RulesOfColour = ["color-contrast", "link-in-text-block"];

    /// <summary>
    /// Nothing that scrolls sideways, folded away or opened, on a telephone and on a desk, and nothing for axe to complain of.
    /// Axe is what takes time, so it does no work twice: structure is the same by day and by night, and what may be wrong on the
    /// narrow screen alone, such as a box that scrolls and cannot be focused, is there beside all else. So every rule is tried
    /// once, narrow and light, and those of colour again, wide and dark: both widths and both schemes are seen.
    /// </summary>
    public static async Task ShouldFitEveryScreen(this IPage page)
    {
        await page.SetScreen(1280, ColorScheme.Light);
        await page.ShouldNotScrollSideways();
        await page.SetScreen(320, ColorScheme.Light);
        await page.ShouldNotScrollSideways();
        // What is folded away must be as good when it is opened.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        await page.ShouldNotScrollSideways();
        await page.ShouldPleaseAxe();
        await page.SetScreen(1280, ColorScheme.Dark);
        await page.ShouldNotScrollSideways();
        await page.ShouldPleaseAxe(RulesOfColour);
    }

    /// <summary>Nothing for axe to complain of on the screen as it is.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">Those to try; none for all.</param>
    private static async Task ShouldPleaseAxe(this IPage page, params string[] rules)
    {
        // In the page itself and without what it found to be good: writing that down takes most of the time on long pages.
        const string Run =
            """
            async rules => {
              const options = { resultTypes: ['violations'], selectors: false };
              if (rules.length > 0) options.runOnly = { type: 'rule', values: rules };
              const { violations } = await axe.run(document, options);
              return violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
            }
            """;
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        (await page.EvaluateAsync<string[]>(Run, rules)).ShouldBeEmpty(page.Url);
    }

    private static async Task SetScreen(this IPage page, int width, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
    }

    private static async Task ShouldNotScrollSideways(this IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, page.Url);
}
