using Microsoft.Playwright;
using Samstyre.App.Web;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>The report's charts as a browser draws them, on the page, in the file, on paper, and what there is without them.</summary>
public sealed class ReportTests(BrowserFixture browser)
{
    private const string Report = "/nb/e-health/2020-10/rapport";

    [Fact]
    public async Task Page_UnderTheContentPolicy_DrawsItsChartsWithoutComplaint()
    {
        var page = await browser.Open(Report);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, message) => complaints.Add(message);
        await page.ReloadAsync();
        await DrawAll(page);
        complaints.ShouldBeEmpty();
        var charts = page.Locator(".chart");
        (await charts.CountAsync()).ShouldBeGreaterThan(3);
        (await page.Locator(".chart svg").CountAsync()).ShouldBe(await charts.CountAsync());
        (await page.Locator("#status .chart").TextContentAsync())!.ShouldContain("34");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_ScrolledToItsLastChart_DrawsIt()
    {
        var page = await browser.Open(Report);
        var last = page.Locator(".chart").Last;
        await last.ScrollIntoViewIfNeededAsync();
        await last.Locator("svg").WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("beforeprint")]
    [InlineData("afterprint")]
    public async Task Page_OnPaperAndAfter_ShowsEachPatternOnItsOwnBarsAndMarks(string moment)
    {
        var page = await browser.Open(Report);
        await DrawAll(page);
        await page.EvaluateAsync("moment => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event(moment)); }", moment);
        (await page.Locator(".chart [fill*='url(']").CountAsync()).ShouldBe(0);
        var bare = await page.EvaluateAsync<string[]>("""
            () => {
              const patterned = ["yellow", "red", "chart-2", "chart-middle"].map((name) => `.chart path[fill="var(--${name})"][stroke]`).join();
              return [...document.querySelectorAll(patterned)].filter((shape) => {
                const [outer, next] = [shape.getBoundingClientRect(), shape.nextElementSibling];
                if (outer.width < 13) return false;
                const inner = next.getBoundingClientRect();
                return !next.matches(".hatch") || inner.width < outer.width / 4 || inner.left < outer.left - 2 || inner.right > outer.right + 2 || inner.top < outer.top - 2 || inner.bottom > outer.bottom + 2;
              }).map((shape) => shape.outerHTML);
            }
            """);
        bare.ShouldBeEmpty();
        (await page.Locator(".chart .hatch").CountAsync()).ShouldBeGreaterThan(40);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Rows_Closed_AreNoTallerThanTheirLine(int width)
    {
        var page = await browser.Open(Report, width);
        (await page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('details.rows')].map((rows) => rows.offsetHeight - rows.firstElementChild.offsetHeight)")).ShouldAllBe(more => more <= 2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Paragraphs_OnPaper_StayWhole()
    {
        var page = await browser.Open(Report);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.chapter > p')].map((words) => getComputedStyle(words).breakInside)")).ShouldAllBe(inside => inside == "avoid");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("111")]
    [InlineData("161")]
    [InlineData("125")]
    public async Task MeetingSheet_OnPaper_IsOneSheet(string initiative)
    {
        var page = await browser.Open($"/nb/e-health/2020-10/tiltak/{initiative}/moteark");
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b").ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/nb/e-health/2020-10/tiltak/111/moteark", ".sheet .fields dd")]
    [InlineData("/nb/e-health/2020-03/tiltak/125/moteark", ".sheet .fields dd")]
    [InlineData("/nb/e-health/2020-10/tiltak/111", ".facts dd")]
    public async Task Amounts_OnANarrowScreen_KeepTheirUnitOnTheirLine(string address, string values)
    {
        var page = await browser.Open(address, 320);
        var amounts = page.Locator(values).Filter(new() { HasTextRegex = new(@"mill\.") });
        (await amounts.CountAsync()).ShouldBeGreaterThan(0);
        foreach (var amount in await amounts.AllAsync())
            (await amount.EvaluateAsync<int>("one => { const range = document.createRange(); range.selectNodeContents(one); return new Set([...range.getClientRects()].map(rect => Math.round(rect.top))).size; }")).ShouldBe(1, await amount.InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_WithoutScript_HasItsTablesAndNoEmptyPlaces()
    {
        var page = await browser.Open(Report, script: false);
        (await page.Locator(".chart:visible").CountAsync()).ShouldBe(0);
        (await page.Locator("#status table").InnerTextAsync()).ShouldContain("34");
        await page.Locator("#status summary").ClickAsync();
        (await page.Locator("#status .behind a:visible").CountAsync()).ShouldBeGreaterThan(20);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_Resized_RedrawsItsChartsToTheWidth()
    {
        var page = await browser.Open(Report);
        await DrawAll(page);
        await page.SetViewportSizeAsync(320, 800);
        await page.WaitForFunctionAsync("[...document.querySelectorAll('.chart svg')].every(svg => svg.getBoundingClientRect().width <= 320)");
        (await page.Locator("#status .chart").TextContentAsync())!.ShouldContain("oktober 2020");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_SchemeChanges_ColoursFollow()
    {
        const string Colour = "getComputedStyle(document.querySelector('#size .chart path[fill^=\"var\"]')).fill";
        var page = await browser.Open(Report);
        await DrawAll(page);
        var light = await page.EvaluateAsync<string>(Colour);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.EvaluateAsync<string>(Colour);
        dark.ShouldNotBe(light);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, Media = Media.Print });
        (await page.EvaluateAsync<string>(Colour)).ShouldBe(light);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task File_WithEveryKindOfChart_OpensWithoutComplaintAndFitsEveryScreen()
    {
        var file = Path.Combine(Path.GetTempPath(), $"samstyre-charts-{Guid.NewGuid():N}.html");
        try
        {
            await using (var output = File.Create(file)) HtmlReport.Write(output, ChartSamples.Document(), Assets.ForFiles);
            var page = await browser.Open("/nb/e-health/2020-10/runder");
            List<string> complaints = [];
            page.Console += (_, message) => complaints.Add(message.Text);
            page.PageError += (_, message) => complaints.Add(message);
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            await DrawAll(page);
            complaints.ShouldBeEmpty();
            // All but the one without categories.
            (await page.Locator(".chart svg").CountAsync()).ShouldBe(await page.Locator(".chart").CountAsync() - 1);
            (await page.EvaluateAsync<bool>("[...document.querySelectorAll('.chart svg text')].every(text => text.textContent !== 'NaN' && text.textContent !== 'undefined')")).ShouldBeTrue();
            (await page.Locator("#bars-nothing .chart").TextContentAsync())!.ShouldContain(string.Concat(Enumerable.Repeat("○ ikke oppgitt", 3)));
            await page.ShouldFitEveryScreen();
            await page.Context.CloseAsync();
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Charts far below the screen are drawn when they are needed: when one comes near them, or prints.
    private static async Task DrawAll(IPage page) => await page.EvaluateAsync("() => document.fonts.ready.then(() => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); })");
}
