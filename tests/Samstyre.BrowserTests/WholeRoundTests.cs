using Microsoft.Playwright;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>A whole round of five organisations in a browser: planned, opened, filled in, sent, returned, corrected, approved, published, read.</summary>
public sealed class WholeRoundTests(BrowserFixture browser, PostgresFixture postgres)
{
    private const string Returned = "51";

    private static readonly ReportedChange[] Changes =
    [
        new("helsedirektoratet", "139", "status", async (page, hands) =>
        {
            await hands.Tick(page.Locator("input[name=status][value=Yellow]"));
            await hands.Write(page.Locator("[name=statusCause]"), "Rekrutteringen tar lengre tid enn ventet");
        }),
        new("helse-vest", Returned, "framdrift", (page, hands) => hands.Write(page.Locator("[name=endDate]"), "desember 2024")),
        new("helse-nord", "167", "leveranser", async (page, hands) =>
        {
            await page.Arrive(() => hands.Press(page.GetByRole(AriaRole.Button, new() { Name = "Legg til en leveranse" })));
            await hands.Write(page.Locator("textarea[name^='deliverables.'][name$='.text']").Last, "Evaluering av innføringen");
            await hands.Write(page.Locator("input[name^='deliverables.'][name$='.planned']").Last, "12.2022");
        }),
        new("direktoratet-for-e-helse", "191", "kostnad", (page, hands) => hands.Write(page.Locator("[name=totalCostMnok]"), "240 mill")),
        new("helse-sor-ost", "144", "status", async (page, hands) =>
        {
            await hands.Tick(page.Locator("input[name=risk][value=Red]"));
            await hands.Write(page.Locator("[name=riskText]"), "For få fagfolk: to nye er ansatt fra januar");
        }),
    ];

    [Fact]
    public Task Round_OfFiveOrganisations_GoesByKeyboardAlone() => Run(page => new KeyboardAlone(page), script: true);

    [Fact]
    public Task Round_OfFiveOrganisations_GoesWithoutScript() => Run(_ => new Pointer(), script: false);

    private async Task Run(Func<IPage, IHands> handsOf, bool script)
    {
        await using var work = await Workplace.Open(postgres, browser, [.. Changes.Select(change => change.Organisation)]);
        var office = await work.LogIn(Workplace.Office, handsOf, script);
        await PlanAndOpen(office, handsOf(office));

        Dictionary<string, IPage> reporters = [];
        foreach (var change in Changes)
        {
            var page = reporters[change.Initiative] = await work.LogIn(Workplace.EmailOf(change.Organisation), handsOf, script);
            await Report(page, handsOf(page), change);
        }

        await Return(office, handsOf(office));
        await Correct(reporters[Returned], handsOf(reporters[Returned]));
        foreach (var change in Changes) await Approve(office, handsOf(office), change.Initiative);
        await Publish(office, handsOf(office));
        foreach (var page in reporters.Values.Append(office)) await page.Context.CloseAsync();

        var everybody = await work.Visit("/nb/e-health/2020-12", script: script);
        await Read(everybody, handsOf(everybody));
        await everybody.Context.CloseAsync();
        (await AuditTrail.Verify(work.Db, work.Portfolio, Workplace.Cancellation)).Whole.ShouldBeTrue();
    }

    private static async Task PlanAndOpen(IPage office, IHands hands)
    {
        await Follow(office, hands, "/arbeid/runder");
        await hands.Write(office.Locator("#samlet"), "15.12.2020");
        await hands.Write(office.Locator("#apner"), "01.11.2020");
        await hands.Write(office.Locator("#frist"), "30.11.2020");
        await PressButton(office, hands, "Planlegg");
        await PressButton(office, hands, "Åpne innmeldingen");
        (await office.Locator(".lead").InnerTextAsync()).ShouldContain("0 av");
    }

    /// <summary>From the desk through the form's page with the change to sending, explaining whatever is asked for.</summary>
    private static async Task Report(IPage page, IHands hands, ReportedChange change)
    {
        await Follow(page, hands, $"/innmelding/2020-12/{change.Initiative}");
        await PressLink(page, hands, page.GetByRole(AriaRole.Link, new() { Name = "Gå gjennom skjemaet" }));
        await Follow(page, hands, $"/{change.Initiative}/{change.Page}");
        await change.Make(page, hands);
        await PressButton(page, hands, "Lagre og gå videre");
        await Follow(page, hands, $"/{change.Initiative}/send");
        await Explain(page, hands, change.Initiative);
        await PressButton(page, hands, "Send inn");
        (await page.Locator("[role=status]").InnerTextAsync()).ShouldBe("Skjemaet er sendt inn. Takk!");
    }

    private static async Task Explain(IPage page, IHands hands, string initiative)
    {
        const string Asked = "main ul.ds-list a[href*='#explain']";
        for (var visits = 0; visits < 12 && await page.Locator(Asked).CountAsync() > 0; visits++)
        {
            await PressLink(page, hands, page.Locator(Asked).First);
            foreach (var explanation in await page.Locator(".warn textarea").AllAsync())
            {
                if ((await explanation.InputValueAsync()).Length == 0) await hands.Write(explanation, "Avklart med styringsgruppen");
            }

            await PressButton(page, hands, "Lagre");
            await Follow(page, hands, $"/{initiative}/send");
        }

        (await page.Locator("main ul.ds-list a[href*='/innmelding/']").AllInnerTextsAsync()).ShouldBeEmpty();
    }

    private static async Task Return(IPage office, IHands hands)
    {
        await Follow(office, hands, "/arbeid/kontroll");
        await Follow(office, hands, "/kontroll/2020-12/" + Returned);
        (await office.Locator("main").InnerTextAsync()).ShouldContain("Avklart med styringsgruppen");
        await hands.Write(office.Locator("#melding"), "Er sluttdatoen riktig?");
        await PressButton(office, hands, "Send tilbake");
    }

    private static async Task Correct(IPage page, IHands hands)
    {
        await Follow(page, hands, "/e-health/arbeid");
        await Follow(page, hands, "/innmelding/2020-12/" + Returned);
        (await page.Locator(".ds-alert").First.InnerTextAsync()).ShouldContain("Er sluttdatoen riktig?");
        await Follow(page, hands, $"/{Returned}/framdrift");
        await hands.Write(page.Locator("[name=endDate]"), "juni 2025");
        await PressButton(page, hands, "Lagre og gå videre");
        await Follow(page, hands, $"/{Returned}/send");
        await Explain(page, hands, Returned);
        await PressButton(page, hands, "Send inn");
    }

    private static async Task Approve(IPage office, IHands hands, string initiative)
    {
        await Follow(office, hands, "/arbeid/kontroll");
        await Follow(office, hands, "/kontroll/2020-12/" + initiative);
        await PressButton(office, hands, "Godkjenn");
        (await office.Locator("h1 + p .ds-tag").InnerTextAsync()).ShouldBe("Godkjent");
    }

    private static async Task Publish(IPage office, IHands hands)
    {
        await Follow(office, hands, "/arbeid/runder");
        await PressLink(office, hands, office.Locator("table a[href$='/runder/2020-12']"));
        (await office.Locator(".lead").InnerTextAsync()).ShouldContain("5 av");
        await PressButton(office, hands, "Publiser");
        (await office.Locator(".lead").InnerTextAsync()).ShouldContain("Publisert");
    }

    private static async Task Read(IPage everybody, IHands hands)
    {
        (await everybody.Locator("h1").InnerTextAsync()).ShouldContain("desember 2020");
        await Follow(everybody, hands, "/2020-12/tiltak");
        await PressLink(everybody, hands, everybody.Locator($"tbody a[href$='/tiltak/{Returned}']"));
        (await everybody.Locator("main").InnerTextAsync()).ShouldContain("juni 2025");
        await Follow(everybody, hands, "/2020-12/rapport");
        (await everybody.Locator("main").InnerTextAsync()).ShouldContain("desember 2020");
    }

    /// <summary>Follows the page's first link to where the address ends so.</summary>
    private static Task Follow(IPage page, IHands hands, string end) => PressLink(page, hands, page.Locator($"a[href$='{end}']").First);

    private static Task PressLink(IPage page, IHands hands, ILocator link) => page.Arrive(() => hands.Press(link));

    private static Task PressButton(IPage page, IHands hands, string name) => page.Arrive(() => hands.Press(page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true })));

    /// <summary>What a reporter changes in a form.</summary>
    private sealed record ReportedChange(string Organisation, string Initiative, string Page, Func<IPage, IHands, Task> Make);
}
