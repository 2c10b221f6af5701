using Samstyre.IntegrationTests.Reporting;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Dependencies;

/// <summary>Ripples of a round, and the office's simulation of it.</summary>
public sealed class RipplePagesTests(PostgresFixture postgres)
{
    private const string Page = "/nb/e-health/2020-10/avhengigheter/ringvirkninger";
    private const string Desk = "/nb/e-health/arbeid/avhengigheter/simulering";

    [Fact]
    public async Task Ripple_OfAnInitiative_TellsWhatItReaches()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        (await office.Get(Page)).Text.ShouldContain("Ingen har gjort det for denne runden.");
        var answer = await office.Get(Page + "?fra=417&forsinket=aldri");
        answer.Text.ShouldContain("Hva som rammes");
        answer.Text.ShouldContain("kommer aldri");
        (await office.Get(Page + "?fra=finnes-ikke&leveranse=-1&forsinket=61")).Text.ShouldNotContain("Hva som rammes");
    }

    [Fact]
    public async Task Simulation_ThatIsRun_IsKeptAndShown()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var done = await office.Post(Desk, Desk, ("runde", "2020-10"), ("kjoringer", "1000"), ("fro", "42"), ("bruk", "egen"), ("fordeling", "0: 50, 6: 50"));
        ((int)done.Status).ShouldBe(302);
        var page = (await office.Get(Page)).Text;
        page.ShouldContain("Frøtall: 42.");
        page.ShouldContain("0: 50, 6: 50");
        (await world.Store.Scalar<long>("select count(*) from audit_entry where action = 'SimulationRun'")).ShouldBe(1);
    }

    [Theory]
    [InlineData("1000", "en", "", "", "Frøtallet må være et heltall.")]
    [InlineData("7", "1", "", "", "Velg hvor mange ganger.")]
    [InlineData("1000", "1", "egen", "tre", "Skriv måneder og vekt som hele tall med kolon mellom")]
    public async Task Simulation_AskedForWrongly_IsSaidBesideTheField(string runs, string seed, string kind, string distribution, string sentence)
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var answer = await office.Post(Desk, Desk, ("runde", "2020-10"), ("kjoringer", runs), ("fro", seed), ("bruk", kind), ("fordeling", distribution));
        ((int)answer.Status).ShouldBe(422);
        answer.Text.ShouldContain(sentence);
        (await world.Store.Scalar<long>("select count(*) from simulation")).ShouldBe(0);
    }
}
