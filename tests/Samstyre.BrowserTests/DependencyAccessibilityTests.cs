using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>Every page about dependencies that anybody may read: nothing for axe to complain of, and no page scrolls sideways.</summary>
public sealed class DependencyAccessibilityTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages() =>
    [
        "/nb/e-health/2020-10/avhengigheter",
        "/nb/e-health/2020-10/avhengigheter/motsigelser",
        "/nb/e-health/2020-10/avhengigheter/ringvirkninger?fra=164&forsinket=12",
        "/nb/e-health/2020-10/avhengigheter/grunnmur",
        "/nn/e-health/2020-10/avhengigheter/grunnmur/helseid",
        "/nb/e-health/2020-10/avhengigheter/belastning?grense=3",
        "/nb/e-health/2020-10/avhengigheter/belastning?rad=ehrMunicipal&kvartal=2020-Q4&grense=x",
        "/nb/e-health/2020-10/avhengigheter/forutsetninger",
        "/nn/e-health/2020-10/avhengigheter/kart",
        "/en/e-health/2020-03/avhengigheter/matrise",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfTheExample_FitsEveryScreen(string address)
    {
        var page = await browser.Open(address);
        await page.ShouldFitEveryScreen();
        await page.Context.CloseAsync();
    }
}
