using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>Those who follow dependencies keep the foundation and the clarifications up to date.</summary>
public sealed class FoundationDeskTests(PostgresFixture postgres)
{
    private const string Page = "/nb/e-health/arbeid/grunnmur";
    private const string Del = "BuildingBlock:helseid";

    [Fact]
    public async Task Part_ThatIsPlanned_HasItsPlanAndStandsInTheLog()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        (await office.Get(Page)).Text.ShouldContain("HelseID");
        (await office.Get(Page + "?del=" + Del)).Text.ShouldContain("Endre: HelseID");
        await office.Post(Page, Page, ("del", Del), ("ansvarlig", "nhn"), ("fra", "2020"), ("klar", "høsten 2021"), ("status", "Yellow"), ("finansiering", "Unfunded"));
        var part = (await Definition(world)).Foundation.Blocks.ShouldHaveSingleItem();
        (part.Owner, part.From, part.Planned, part.Status, part.Funding).ShouldBe(("nhn", PartialDate.OfYear(2020), PartialDate.OfHalf(2021, 2), TrafficLight.Yellow, FundingState.Unfunded));
        var details = await world.Store.Scalar<string>("select details::text from audit_entry where action = 'PortfolioChanged'");
        details.ShouldNotBeNull().Replace(" ", "", StringComparison.Ordinal).ShouldContain("""{"foundation":{"blocks":[{"code":"helseid"}]}}""");
        (await office.Get("/nb/e-health/arbeid/logg")).Text.ShouldContain("Ansvarlig: Norsk Helsenett");
    }

    [Fact]
    public async Task Clarification_ThatIsAdded_CanBeFollowed()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        await office.Post(Page, Page + "/ny", ("navn", "Ny lov"), ("slag", "Law"), ("ansvarlig", "Departementet"), ("frist", "4. kvartal 2021"));
        await office.Post(Page, Page + "/forutsetning", ("forutsetning", "ny-lov"), ("ansvarlig", "Stortinget"), ("paplass", "ja"));
        var one = (await Definition(world)).Clarifications.ShouldHaveSingleItem();
        (one.Name.Bokmal, one.Kind, one.Owner, one.Due, one.Done).ShouldBe(("Ny lov", ClarificationKind.Law, "Stortinget", null, true));
        (await office.Get(Page + "?forutsetning=ny-lov")).Text.ShouldContain("Endre: Ny lov");
        (await world.Store.Scalar<long>("select count(*) from audit_entry where action = 'PortfolioChanged'")).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "del", "x", "Velg en del av grunnmuren i listen.")]
    [InlineData("", "ansvarlig", "x", "Velg en virksomhet i porteføljen.")]
    [InlineData("", "klar", "en gang", "Skriv en dato")]
    [InlineData("", "klar", "1999", "Det kan ikke være klart før arbeidet begynner.")]
    [InlineData("/ny", "navn", "", "Skriv et navn, høyst 200 tegn.")]
    [InlineData("/ny", "navn", "helseid", "Porteføljen kjenner alt det navnet.")]
    [InlineData("/ny", "slag", "", "Velg hva slags avklaring det er.")]
    [InlineData("/forutsetning", "forutsetning", "x", "Velg en avklaring i listen.")]
    public async Task WhatCannotBe_IsSaid_AndNothingChanges(string below, string field, string value, string sentence)
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        Dictionary<string, string> fields = new() { ["del"] = Del, ["fra"] = "2020", ["navn"] = "Noe nytt", ["slag"] = "Law", [field] = value };
        var answer = await office.Post(Page, Page + below, [.. fields.Select(one => (one.Key, one.Value))]);
        ((int)answer.Status).ShouldBe(422);
        answer.Text.ShouldContain(sentence);
        (await world.Store.Scalar<long>("select count(*) from audit_entry where action = 'PortfolioChanged'")).ShouldBe(0);
    }

    private static async Task<PortfolioDefinition> Definition(FormWorld world) => (await PortfolioStore.Find(world.Store.Db, "e-health", TestStore.Cancellation))!.Definition;
}
