using Microsoft.Playwright;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>The pages on which circles, unfunded parts and dependencies that are gone are asked about, with long names: nothing for axe to complain of, and no page scrolls sideways.</summary>
public sealed class AskAllAccessibilityTests(BrowserFixture browser, PostgresFixture postgres)
{
    private const string Dependencies = Workplace.Desk + "/avhengigheter";

    private static readonly Dependency Lost = Need("Samhandlingsplattform for legemiddelopplysninger", "Grensesnitt for virksomhetsovergripende legemiddeloversikt");

    [Fact]
    public async Task Pages_WhereAllAreAsked_FitEveryScreen()
    {
        await using var work = await Workplace.Open(postgres, browser);
        await Contradict(work);
        var page = await work.LogIn(Workplace.Office, _ => new Pointer());
        foreach (var address in (string[])[Dependencies + "/ring/9001", Dependencies + "/grunnmur/helseid", $"{Dependencies}/9002/{NeedKey.Of([Lost])[0]}?regel=Vanished"])
        {
            await page.GotoAsync(new Uri(work.Address, address).ToString());
            var suggested = await page.Locator("textarea[name=sporsmal]").InputValueAsync();
            suggested.ShouldNotBeEmpty();
            await page.Locator("textarea[name=sporsmal]").FillAsync("");
            await page.Arrive(() => Send(page));
            (await page.Locator(".ds-error-summary a").CountAsync()).ShouldBe(1);
            await page.ShouldFitEveryScreen();
            await page.Locator("textarea[name=sporsmal]").FillAsync(suggested);
            await page.Arrive(() => Send(page));
            await page.Locator(".ds-alert[role=status]").WaitForAsync();
            await page.ShouldFitEveryScreen();
        }

        foreach (var address in (string[])[Workplace.Desk + "/andre-venter/9002", "/nb/e-health/2021-01/avhengigheter/motsigelser", "/nn/e-health/2021-01/avhengigheter/grunnmur/helseid"])
        {
            await page.GotoAsync(new Uri(work.Address, address).ToString());
            await page.ShouldFitEveryScreen();
        }
    }

    private static Task Send(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Send spørsmålet" }).ClickAsync();

    private static Dependency Need(string on, string what) => new(on, what, "Å dele opplysninger", "3", Level.High, "Høsten 2021", PartialDate.OfHalf(2021, 2), TrafficLight.Yellow);

    private static async Task Contradict(Workplace work)
    {
        var foundation = ExamplePortfolio.Definition.Foundation;
        var definition = ExamplePortfolio.Definition with { Foundation = foundation with { Blocks = [.. foundation.Blocks.Select(block => block.Code == "helseid" ? block with { Funding = FundingState.Unfunded, Initiatives = [9004] } : block)] } };
        var now = new DateTimeOffset(2020, 11, 6, 9, 0, 0, TimeSpan.Zero);
        (await PortfolioStore.Save(work.Db, definition, "test", now, Workplace.Cancellation)).Succeeded.ShouldBeTrue();
        Report[] reports =
        [
            Report(9001, "Virksomhetsovergripende pasientadministrasjon", "Regional multimedieløsning"),
            Report(9002, "Regional multimedieløsning", "Kvalitetsregisterplattform for spesialisthelsetjenesten"),
            Report(9003, "Kvalitetsregisterplattform for spesialisthelsetjenesten", "Virksomhetsovergripende pasientadministrasjon"),
            Report(9004, "Identitetsforvaltning", "Leverandøren"),
        ];
        await Import("2020-12", new(2020, 12, 15), reports[1] with { Dependencies = [Lost] });
        await Import("2021-01", new(2021, 1, 15), reports);

        async Task Import(string code, DateOnly day, params Report[] submitted)
        {
            var round = (await RoundStore.Create(work.Db, work.Portfolio, code, day, "test", now, Workplace.Cancellation)).Value;
            var file = SourceFile.Of(code, System.Text.Encoding.UTF8.GetBytes(code));
            (await ReportImport.Save(work.Db, work.Portfolio, round.Id, file, submitted, "test", now, dryRun: false, Workplace.Cancellation)).Succeeded.ShouldBeTrue();
        }

        static Report Report(int id, string name, string waitsFor) => new()
        {
            Name = name, NationalId = id, Organisation = "Norsk Helsenett", Status = TrafficLight.Yellow,
            Dependencies = [Need(waitsFor, "Felles informasjonsmodell og grensesnitt"), Need("HelseID", "Innlogging for helsepersonell")],
        };
    }
}
