using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>A form that saves itself while somebody writes, and two who write in the same field.</summary>
public sealed class AutosaveTests(OpenRoundFixture round) : IClassFixture<OpenRoundFixture>
{
    private const string Form = Workplace.Desk + "/innmelding/2020-12/51";

    [Fact]
    public async Task Field_WrittenIn_SaysWhenItIsSavedAndStandsAfterReloading()
    {
        var page = await round.Reporter(Form + "/framdrift");
        await page.Locator("#phaseComments").FillAsync("Skrevet uten å trykke på noe");
        await page.Locator("#lagret").GetByText("Lagret kl.").WaitForAsync();
        await page.ReloadAsync();
        (await page.Locator("#phaseComments").InputValueAsync()).ShouldBe("Skrevet uten å trykke på noe");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Field_OfTwoWriters_ShowsBothTexts()
    {
        var first = await round.Reporter(Form + "/kostnad");
        var second = await round.Reporter(Form + "/kostnad");
        await first.Locator("#costComments").FillAsync("Det den ene skrev");
        await first.Locator("#lagret").GetByText("Lagret kl.").WaitForAsync();
        await second.Locator("#costComments").FillAsync("Det den andre skrev");
        await second.Locator("#lagret").GetByText("Begge tekstene er tatt vare på").WaitForAsync();
        foreach (var page in (IPage[])[first, second])
        {
            await page.ReloadAsync();
            (await page.Locator("#costComments").InputValueAsync()).ShouldBe("Det den ene skrev");
            (await page.Locator("blockquote").InnerTextAsync()).ShouldBe("Det den andre skrev");
        }

        await second.Arrive(() => second.Locator("button[name=valg][value^=bruk]").ClickAsync());
        (await second.Locator("#costComments").InputValueAsync()).ShouldBe("Det den andre skrev");
        (await second.Locator("blockquote").CountAsync()).ShouldBe(0);
        await first.CloseAsync();
        await second.CloseAsync();
    }

    [Fact]
    public async Task Page_PostedWhileAFieldIsBeingSaved_IsNoRivalToItself()
    {
        var page = await round.Reporter(Form + "/gevinster");
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/lagre", async route =>
        {
            var saved = await route.FetchAsync();
            asked.TrySetResult();
            await answer.Task;
            await route.FulfillAsync(new() { Response = saved });
        });
        await page.Locator("#benefitComments").FillAsync("Halve setn");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), Workplace.Cancellation);
        await page.Arrive(async () =>
        {
            await page.Locator("#benefitComments").FillAsync("Halve setningen ble hel");
            await page.GetByRole(AriaRole.Button, new() { Name = "Lagre", Exact = true }).ClickAsync();
            answer.SetResult();
        });
        (await page.Locator("#benefitComments").InputValueAsync()).ShouldBe("Halve setningen ble hel");
        (await page.Locator("blockquote").CountAsync()).ShouldBe(0);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Field_ThatCannotBeSaved_SaysSoAndIsSavedLater()
    {
        var page = await round.Reporter(Form + "/leveranser");
        await page.RouteAsync("**/lagre", route => route.AbortAsync());
        await page.Locator("[name='deliverables.0.text']").FillAsync("Skrevet uten nett");
        await page.Locator("#lagret").GetByText("Ikke lagret ennå").WaitForAsync();
        await page.UnrouteAllAsync();
        await page.Locator("#lagret").GetByText("Lagret kl.").WaitForAsync();
        await page.ReloadAsync();
        (await page.Locator("[name='deliverables.0.text']").InputValueAsync()).ShouldBe("Skrevet uten nett");
        await page.CloseAsync();
    }
}
