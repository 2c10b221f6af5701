using Microsoft.Playwright;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>Both sides of a dependency in a browser: one answers what the other needs, and the other sees it in its form.</summary>
public sealed class OthersWaitTests(BrowserFixture browser, PostgresFixture postgres)
{
    [Fact]
    public Task Answer_SeenByTheReceiver_GoesByKeyboardAlone() => Run(page => new KeyboardAlone(page), script: true);

    [Fact]
    public Task Answer_SeenByTheReceiver_GoesWithoutScript() => Run(_ => new Pointer(), script: false);

    private async Task Run(Func<IPage, IHands> handsOf, bool script)
    {
        await using var work = await Workplace.Open(postgres, browser, "helse-midt-norge", "helse-vest");
        await work.OpenRound();
        var giver = await work.LogIn(Workplace.EmailOf("helse-midt-norge"), handsOf, script);
        var hands = handsOf(giver);
        await giver.Arrive(() => hands.Press(giver.Locator("main a[href$='/arbeid/andre-venter/102']")));
        var need = giver.Locator(".proposals > li", new() { Has = giver.GetByRole(AriaRole.Link, new() { Name = "HELIKS", Exact = true }) });
        (await need.Locator(".ds-tag").InnerTextAsync()).ShouldBe("Ubesvart");
        await hands.Press(need.Locator("summary"));
        await hands.Tick(need.Locator("input[value=Corrected]"));
        await hands.Write(need.Locator("input[name^=dato]"), "når som helst");
        await Send();
        (await giver.Locator(".ds-error-summary a").CountAsync()).ShouldBe(1);
        if (script) await giver.ShouldFitEveryScreen();
        // What was wrong is open, and what was chosen stands there.
        (await need.Locator("input[value=Corrected]").IsCheckedAsync()).ShouldBeTrue();
        await hands.Write(need.Locator("input[name^=dato]"), "mars 2021");
        await hands.Tick(need.Locator("input[value=Likely]"));
        await hands.Write(need.Locator("textarea"), "Leverandøren er forsinket");
        await Send();
        (await giver.Locator("[role=status]").InnerTextAsync()).ShouldBe("Svaret er lagret.");
        (await need.Locator(".ds-tag").InnerTextAsync()).ShouldBe("Uenige");

        var receiver = await work.LogIn(Workplace.EmailOf("helse-vest"), handsOf, script);
        await receiver.Arrive(() => handsOf(receiver).Press(receiver.Locator("main a[href$='/innmelding/2020-12/161']")));
        await receiver.Arrive(() => handsOf(receiver).Press(receiver.Locator("main a[href$='/161/avhengigheter']")));
        (await receiver.Locator("form.draft .ds-alert").InnerTextAsync()).ShouldContain("Leverer innen mars 2021 (Planlagt). Leverandøren er forsinket");
        (await receiver.Locator("form.draft .ds-tag").InnerTextAsync()).ShouldBe("Uenige");
        if (script) await receiver.ShouldFitEveryScreen();
        foreach (var page in (IPage[])[giver, receiver]) await page.Context.CloseAsync();

        Task Send() => giver.Arrive(() => hands.Press(need.GetByRole(AriaRole.Button, new() { Name = "Send svaret", Exact = true })));
    }
}
