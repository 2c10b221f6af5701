using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>Every page before the login, of reporters and of administrators in the states that people meet it in: nothing for axe to complain of, and no page scrolls sideways.</summary>
public sealed class DeskAccessibilityTests(OpenRoundFixture round) : IClassFixture<OpenRoundFixture>
{
    private const string Form = Workplace.Desk + "/innmelding/2020-12/51";
    private const string OtherForm = Workplace.Desk + "/innmelding/2020-12/161";

    public static TheoryData<string> ReportersPages() =>
        [Workplace.Desk, Workplace.Desk + "/kandidater", Workplace.Desk + "/kandidater/ny", Workplace.Desk + "/andre-venter/161", Form, .. FormPages(), Form + "/send", Form + "/dokument", "/nn/konto"];

    public static TheoryData<string> EverybodysPages() => ["/nb/logg-inn", "/nn/glemt-passord", "/nb/invitasjon/ukjent", "/en/nytt-passord/ukjent"];

    [Theory]
    [MemberData(nameof(EverybodysPages))]
    public async Task Page_BeforeLogin_FitsEveryScreen(string address) => await Fits(await round.Nobody(address));

    [Theory]
    [MemberData(nameof(ReportersPages))]
    public async Task Page_OfReporter_FitsEveryScreen(string address) => await Fits(await round.Reporter(address));

    [Theory]
    [InlineData(Workplace.Desk)]
    [InlineData(Workplace.Desk + "/personer")]
    public async Task Page_OfAdministrator_FitsEveryScreen(string address) => await Fits(await round.Administrator(address));

    [Fact]
    public async Task Login_WithAWrongPassword_SaysSoAndFitsEveryScreen()
    {
        var page = await round.Nobody("/nb/logg-inn");
        await page.GetByLabel("E-post").FillAsync("ukjent@example.org");
        await page.GetByLabel("Passord").FillAsync("feil");
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Logg inn", Exact = true }).ClickAsync());
        (await page.Locator(".ds-error-summary").CountAsync()).ShouldBe(1);
        await Fits(page);
    }

    [Fact]
    public async Task Form_WithErrorsAndExplanationsAsked_FitsEveryScreen()
    {
        var page = await round.Reporter(OtherForm + "/status");
        await page.Locator("input[name=status][value=Red]").CheckAsync();
        await page.Locator("[name=statusCause]").FillAsync("");
        await page.Locator("input[name=risk][value=Red]").CheckAsync();
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Lagre", Exact = true }).ClickAsync());
        await page.ShouldFitEveryScreen();
        await page.GotoAsync(new Uri(new Uri(page.Url), OtherForm + "/send").ToString());
        (await page.Locator("main ul.ds-list a").CountAsync()).ShouldBeGreaterThan(0);
        await page.ShouldFitEveryScreen();
        await page.GotoAsync(new Uri(new Uri(page.Url), OtherForm).ToString());
        await page.ShouldFitEveryScreen();
        await page.CloseAsync();
        await Fits(await round.Office(Workplace.Desk + "/kontroll/2020-12/161"));
    }

    private static IEnumerable<string> FormPages() => Domain.FormPages.All.Select(page => $"{Form}/{page.Code}");

    private static async Task Fits(IPage page)
    {
        await page.ShouldFitEveryScreen();
        await page.CloseAsync();
    }
}
