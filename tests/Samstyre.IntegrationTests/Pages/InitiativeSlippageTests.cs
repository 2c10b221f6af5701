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
        page.ShouldContain("<ul class=\"dates\"><li><s><span class=\"ds-sr-only\">tidligere: </span>juni 2020</s> <span class=\"quiet\">meldt inn i januar 2020</span></li><li><s><span class=\"ds-sr-only\">tidligere: </span>september 2020</s> <span class=\"quiet\">meldt inn i mars 2020</span></li><li>mars 2021</li></ul>");
        page.ShouldContain("<td>Flyttet 2 ganger, 9 måneder senere i alt.</td>");
        page.ShouldContain("<th scope=\"row\">Planlagt slutt</th><td>desember 2021</td><td>juni 2021<span class=\"item\">januar 2020</span></td><td>6 måneder senere</td><td>juni 2021<span class=\"item\">mars 2020</span></td><td>6 måneder senere</td>");
        page.ShouldContain("<td>120\u00a0mill.\u00a0kr</td><td>100\u00a0mill.\u00a0kr<span class=\"item\">januar 2020</span></td><td>+20\u00a0mill.\u00a0kr (+20\u00a0%)</td>");
        page.ShouldContain("<td colspan=\"2\"><span class=\"quiet\">kan ikke sies</span></td>");
        var sheet = (await office.Get("/nb/e-health/2020-05/tiltak/164/moteark")).Text;
        sheet.ShouldContain("6 måneder senere enn i januar 2020, 6 måneder senere enn i mars 2020.");
        sheet.ShouldContain("+20\u00a0mill.\u00a0kr (+20\u00a0%) siden januar 2020");
        sheet.ShouldContain("<span class=\"quiet\">Flyttet 2 ganger, 9 måneder senere i alt.</span>");
        // The first round has nothing before it.
        (await office.Get("/nb/e-health/2020-01/tiltak/164")).Text.ShouldContain("Dette er den første rapporten fra tiltaket");
    }
}
