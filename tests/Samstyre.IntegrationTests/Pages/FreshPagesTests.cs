using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Pages;

/// <summary>Pages follow the store: what is imported while the server runs is shown.</summary>
public sealed class FreshPagesTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Overview_AfterAnImport_ShowsIt()
    {
        await using var store = await TestStore.Create(postgres);
        await using var server = await TestServer.Start(store.Db);
        await store.Person("kontor@example.org", new RoleGrant(Role.PortfolioOffice));
        using var office = server.Visitor();
        await office.LogIn("kontor@example.org", TestStore.Password);
        var round = await store.Round("2020-03");
        (await Page(office, "/nb/e-health/2020-03")).ShouldContain("Ingen tiltak er meldt inn");
        await store.Import(round, "a.json", new Report { Name = "Blå journal", NationalId = 7, Organisation = "Norsk Helsenett", Status = TrafficLight.Red, Purpose = "Journal for alle." });
        (await Page(office, "/nb/e-health/2020-03")).ShouldContain("ett tiltak fra én virksomhet");
        (await Page(office, "/nb/e-health/2020-03/tiltak/7")).ShouldContain("Journal for alle.");
        (await Page(office, "/nb/e-health/2020-03/tiltak/7/kilde")).ShouldBe("a.json");
    }

    private static async Task<string> Page(Visitor visitor, string address) => (await visitor.Get(address)).Text;
}
