using Microsoft.Playwright;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>Every page, narrow and dark, wide and light: nothing for axe to complain of, and the page never scrolls sideways.</summary>
public sealed class AccessibilityTests(BrowserFixture browser)
{
    public static TheoryData<string, int, ColorScheme> EveryPageAndScreen()
    {
        string[] pages =
        [
            "/nb/e-health/2020-03", "/nb/e-health/2020-10", "/nb/e-health/2020-10/tiltak", "/nb/e-health/2020-10/tiltak?status=gul&sok=e&sorter=-budsjett", "/nb/e-health/2020-10/tiltak?sok=qqq",
            "/nn/e-health/2020-10/tiltak/164", "/nb/e-health/2020-10/tiltak/81", "/nb/e-health/2020-10/tiltak/117", "/nb/e-health/2020-10/tiltak/111/moteark", "/nb/e-health/2020-03/tiltak/186", "/en/e-health/2020-10/virksomheter",
            "/nb/e-health/2020-10/virksomheter/helsedirektoratet", "/nb/e-health/2020-10/runder", "/nb/finnes/ikke",
            "/nn/e-health/2020-03/rapport", "/nb/e-health/2020-10/rapport/status", "/nn/e-health/2020-10/avhengigheter/kart", "/en/e-health/2020-03/avhengigheter/matrise",
        ];
        var all = new TheoryData<string, int, ColorScheme>();
        foreach (var page in pages)
        {
            all.Add(page, 320, ColorScheme.Dark);
            all.Add(page, 1280, ColorScheme.Light);
        }

        // The longest page takes axe half a minute.
        all.Add("/nb/e-health/2020-10/rapport", 320, ColorScheme.Light);
        all.Add("/en/e-health/2020-10/rapport", 1280, ColorScheme.Dark);
        return all;
    }

    [Theory]
    [MemberData(nameof(EveryPageAndScreen))]
    public async Task Page_OnEveryScreen_HasNoViolationsAndNoSidewaysScrolling(string address, int width, ColorScheme scheme)
    {
        var page = await browser.Open(address, width, scheme);
        await page.ShouldFit();
        await page.Context.CloseAsync();
    }
}
