using Microsoft.Playwright;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>A candidate by two people in a browser: announced, asked about, assessed by both sides, decided, and read.</summary>
public sealed class CandidateTests(BrowserFixture browser, PostgresFixture postgres)
{
    [Fact]
    public Task Candidate_FromAnnouncementToDecision_GoesByKeyboardAlone() => Run(page => new KeyboardAlone(page), script: true);

    [Fact]
    public Task Candidate_FromAnnouncementToDecision_GoesWithoutScript() => Run(_ => new Pointer(), script: false);

    private async Task Run(Func<IPage, IHands> handsOf, bool script)
    {
        await using var work = await Workplace.Open(postgres, browser, "helse-vest");
        var reporter = await work.LogIn(Workplace.EmailOf("helse-vest"), handsOf, script);
        await Announce(reporter, handsOf(reporter));
        if (script) await reporter.ShouldFitEveryScreen();

        var office = await work.LogIn(Workplace.Office, handsOf, script);
        var hands = handsOf(office);
        await Follow(office, hands, "/arbeid/kandidater");
        await PressLink(office, hands, "Helseplattform i vest");
        await Answer(office, hands, "Yes", "Yes", "Yes", "", "Yes");
        (await office.Locator("main").InnerTextAsync()).ShouldContain("Svarene er ulike på spørsmål 5. Helse Vest RHF kommer til Koordinere, porteføljekontoret til Samstyre.");
        await hands.Write(office.Locator("#melding"), "Hvem andre må bidra?");
        await PressButton(office, hands, "Send melding");
        if (script) await office.ShouldFitEveryScreen();

        await Follow(reporter, handsOf(reporter), "/arbeid/kandidater");
        await PressLink(reporter, handsOf(reporter), "Helseplattform i vest");
        (await reporter.Locator("main").InnerTextAsync()).ShouldContain("Hvem andre må bidra?");
        (await reporter.Locator("#utfall").CountAsync()).ShouldBe(0);
        await handsOf(reporter).Write(reporter.Locator("#melding"), "Alle regionene.");
        await PressButton(reporter, handsOf(reporter), "Send melding");

        await Follow(office, hands, "/arbeid/kandidater");
        await PressLink(office, hands, "Helseplattform i vest");
        await PressButton(office, hands, "Lagre avgjørelsen");
        (await office.Locator(".ds-error-summary a").CountAsync()).ShouldBe(1);
        if (script) await office.ShouldFitEveryScreen();
        // What the checklist gives stands there already.
        (await office.Locator("#segment").InputValueAsync()).ShouldBe("co-govern");
        await hands.Write(office.Locator("#grunn"), "Mange må bidra");
        await PressButton(office, hands, "Lagre avgjørelsen");
        (await office.Locator(".lead .ds-tag").InnerTextAsync()).ShouldBe("I porteføljen: Samstyre");

        await Follow(reporter, handsOf(reporter), "/arbeid/kandidater");
        (await reporter.Locator("tr:has-text(\"Helseplattform i vest\") .ds-tag").InnerTextAsync()).ShouldBe("I porteføljen: Samstyre");
        await PressLink(reporter, handsOf(reporter), "Helseplattform i vest");
        (await reporter.Locator("main").InnerTextAsync()).ShouldContain("Mange må bidra");
        if (script) await reporter.ShouldFitEveryScreen();
        foreach (var page in (IPage[])[reporter, office]) await page.Context.CloseAsync();
    }

    /// <summary>Announces one that is like another, and says that it is not.</summary>
    private static async Task Announce(IPage page, IHands hands)
    {
        await Follow(page, hands, "/arbeid/kandidater");
        await Follow(page, hands, "/kandidater/ny");
        await hands.Write(page.Locator("#navn"), "Helseplattform i vest");
        await hands.Write(page.Locator("#formal"), "En felles løsning som bygger på Helseplattformen i Midt-Norge");
        await Tick(page, hands, "Yes", "Yes", "Yes", "", "No", "Yes");
        await PressButton(page, hands, "Meld inn");
        (await page.Locator("#lignende a").AllInnerTextsAsync()).ShouldContain(name => name.Contains("Helseplattformen", StringComparison.Ordinal));
        (await page.Locator("input[name=svar-2][value=Yes]").IsCheckedAsync()).ShouldBeTrue();
        await PressButton(page, hands, "Det er et annet: meld det inn");
        (await page.Locator("[role=status]").InnerTextAsync()).ShouldBe("Tiltaket er meldt inn.");
    }

    private static async Task Answer(IPage page, IHands hands, params string[] answers)
    {
        await Tick(page, hands, answers);
        await PressButton(page, hands, "Lagre svarene");
    }

    /// <summary>Answers the questions in order; an empty answer leaves one out.</summary>
    private static async Task Tick(IPage page, IHands hands, params string[] answers)
    {
        for (var place = 0; place < answers.Length; place++)
        {
            if (answers[place].Length > 0) await hands.Tick(page.Locator($"input[name=svar-{place + 1}][value={answers[place]}]"));
        }
    }

    private static Task Follow(IPage page, IHands hands, string end) => page.Arrive(() => hands.Press(page.Locator($"a[href$='{end}']").First));

    private static Task PressLink(IPage page, IHands hands, string name) => page.Arrive(() => hands.Press(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name })));

    private static Task PressButton(IPage page, IHands hands, string name) => page.Arrive(() => hands.Press(page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true })));
}
