using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Pages;

/// <summary>The initiative's page keeps the dates that its deliverables have had.</summary>
public sealed class InitiativeSlippageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Page_OfADeliverableThatMovedTwice_ShowsItsEarlierDatesAndHowFar()
    {
        await using var store = await TestStore.Create(postgres);
        foreach (var (code, pilot, end, cost) in ((string, PartialDate, PartialDate, decimal)[])
            [("2020-01", PartialDate.OfMonth(2020, 6), PartialDate.OfMonth(2021, 6), 100m), ("2020-03", PartialDate.OfMonth(2020, 9), PartialDate.OfMonth(2021, 6), 100m), ("2020-05", PartialDate.OfMonth(2021, 3), PartialDate.OfMonth(2021, 12), 120m)])
        {
            await store.Import(await store.Round(code), code + ".json", new Report
            {
                Name = "Kjernejournal", NationalId = 164, Organisation = "Norsk Helsenett", Phase = Phase.Execution, EndDate = end, TotalCostMnok = new Money(cost),
                Deliverables = [new("Pilot hos tre fastleger", null, pilot), new("Innføring i alle regioner", null, PartialDate.OfMonth(2021, 6))],
            });
        }

        await store.Person("kontor@example.org", new RoleGrant(Role.PortfolioOffice));
        await using var server = await TestServer.Start(store.Db);
        using var office = server.Visitor();
        await office.LogIn("kontor@example.org", TestStore.Password);
        var page = (await office.Get("/nb/e-health/2020-05/tiltak/164")).Text;
        page.ShouldContain("tidligere: </span>juni 2020</s> <s><span class=\"ds-sr-only\">tidligere: </span>september 2020</s> mars 2021");
        page.ShouldContain("Flyttet 2 ganger, 9 måneder senere");
        page.ShouldContain("I den første innmeldingen, januar 2020, var slutten planlagt juni 2021. Nå er den 6 måneder senere.");
        page.ShouldContain("totalkostnaden 100 mill. kr. Siden er den endret +20\u00a0mill. kr (20");
        (await office.Get("/nb/e-health/2020-05/tiltak/164/moteark")).Text.ShouldContain("Første plan var juni 2021, 6 måneder senere");
    }
}
