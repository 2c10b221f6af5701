using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>A person's way through the pages with script turned off, and with the keyboard alone.</summary>
public sealed class WithoutScriptTests(BrowserFixture browser)
{
    [Fact]
    public async Task List_FilterSortAndOpen_WorksWithoutScript()
    {
        var page = await browser.Open("/nb/e-health/2020-03/tiltak", script: false);
        await page.Locator("summary", new() { HasTextString = "Status" }).ClickAsync();
        await page.GetByLabel("rød").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Vis treff" }).First.ClickAsync();
        page.Url.ShouldContain("status=rod");
        (await page.Locator(".lead").InnerTextAsync()).ShouldStartWith("2 av 52");
        await page.GetByRole(AriaRole.Link, new() { Name = "Budsjett (mill. kr)" }).ClickAsync();
        page.Url.ShouldContain("status=rod&sorter=-budsjett");
        (await page.Locator("th[aria-sort=descending]").CountAsync()).ShouldBe(1);
        await page.Locator("tbody th a").First.ClickAsync();
        page.Url.ShouldContain("/tiltak/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nynorsk" }).ClickAsync();
        page.Url.ShouldContain("/nn/e-health/2020-03/tiltak/");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SkipLink_FirstTab_LeadsToTheContent()
    {
        var page = await browser.Open("/nb/e-health/2020-10");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("ds-skip-link");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("innhold");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_UnderTheContentPolicy_LoadTheirStylesWithoutComplaint()
    {
        var page = await browser.Open("/nb/e-health/2020-10");
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.ReloadAsync();
        complaints.ShouldBeEmpty();
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily")).ShouldContain("Inter");
        await page.Context.CloseAsync();
    }
}
