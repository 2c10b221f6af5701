using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>Every page that anybody may read, those of dependencies apart: nothing for axe to complain of, and no page scrolls sideways.</summary>
public sealed class AccessibilityTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages() =>
    [
        "/nb/e-health/2020-03",
        "/nb/e-health/2020-10",
        "/nb/e-health/2020-10/tiltak",
        "/nb/e-health/2020-10/tiltak?status=gul&sok=e&sorter=-budsjett",
        "/nb/e-health/2020-10/tiltak?sok=qqq",
        "/nn/e-health/2020-10/tiltak/164",
        "/nb/e-health/2020-10/tiltak/81",
        "/nb/e-health/2020-10/tiltak/117",
        "/nb/e-health/2020-10/tiltak/111/moteark",
        "/nb/e-health/2020-03/tiltak/186",
        "/en/e-health/2020-10/virksomheter",
        "/nb/e-health/2020-10/virksomheter/helsedirektoratet",
        "/nb/e-health/2020-10/runder",
        "/nb/finnes/ikke",
        "/nb/e-health/2020-10/rapport",
        "/nn/e-health/2020-03/rapport",
        "/en/e-health/2020-10/rapport",
        "/nb/e-health/2020-10/rapport/status",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfTheExample_FitsEveryScreen(string address)
    {
        var page = await browser.Open(address);
        await page.ShouldFitEveryScreen();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("<p><img src='a.png'></p>", "image-alt")]
    [InlineData("<details><summary>Mer</summary><p><img src='a.png'></p></details>", "image-alt")]
    [InlineData("<style>@media (prefers-color-scheme: dark) { body { background: #000; color: #333 } }</style>", "color-contrast")]
    [InlineData("<style>body { color: #ccc }</style>", "color-contrast")]
    [InlineData("<style>@media (max-width: 400px) { p { overflow: auto; height: 1em } }</style><p>Ord<br>ord<br>ord", "scrollable-region-focusable")]
    [InlineData("<p style='width: 400px'>Bredt", "80")]
    [InlineData("<style>@media (min-width: 1000px) { p { width: 1300px } }</style><p>Bredt", "20")]
    public async Task Page_WithAFault_DoesNotFit(string fault, string said)
    {
        // Not a page of the server, whose content policy would keep the styles out.
        var page = await browser.Open("about:blank");
        await page.SetContentAsync($"<!doctype html><html lang='nb'><title>Side</title><style>body {{ margin: 0 }}</style><main><h1>Overskrift</h1>{fault}</main>");
        (await Assert.ThrowsAsync<ShouldAssertException>(page.ShouldFitEveryScreen)).Message.ShouldContain(said);
        await page.Context.CloseAsync();
    }
}
