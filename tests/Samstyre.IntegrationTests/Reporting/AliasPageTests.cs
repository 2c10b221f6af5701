using System.Text;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>The office teaches the names that organisations go by.</summary>
public sealed class AliasPageTests(PostgresFixture postgres)
{
    private const string Page = "/nb/e-health/arbeid/virksomhetsnavn";
    private const string Files = "/nb/e-health/arbeid/runder/2020-12/filer";

    [Fact]
    public async Task NameThatIsTaught_IsKnownInTheNextFile_AndCanBeTakenAway()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var form = Encoding.UTF8.GetBytes(FormWorld.Sample.With("Ansvarlig virksomhet", "Ordlaget i nord").ToString());
        await office.PostFile(Files, Files, "filer", "a.txt", form);
        (await office.Get(Page)).Text.ShouldContain("Ordlaget i nord</a> (ett skjema)");

        await office.Post(Page, Page, ("navn", "Ordlaget i nord"), ("virksomhet", "nhn"));
        (await office.Get(Page)).Text.ShouldNotContain("Ordlaget i nord</a> (ett skjema)");
        await office.PostFile(Files, Files, "filer", "b.txt", [.. form, .. "\n"u8]);
        (await world.Store.Scalar<string>("select organisation from report order by recorded_at desc, revision desc limit 1")).ShouldBe("nhn");

        await office.Post(Page, Page + "/fjern", ("navn", "Ordlaget i nord"), ("virksomhet", "nhn"));
        (await PortfolioStore.Find(world.Store.Db, "e-health", TestStore.Cancellation))!.Definition.OrganisationByCode("nhn")!.Aliases.ShouldNotContain("Ordlaget i nord");
        (await world.Store.Scalar<long>("select count(*) from audit_entry where action = 'PortfolioChanged'")).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "nhn", "Skriv navnet slik det står i skjemaene")]
    [InlineData("Noe", "finnes-ikke", "Velg virksomheten navnet hører til.")]
    [InlineData("norsk helsenett", "fhi", "Navnet hører allerede til en virksomhet.")]
    public async Task NameThatCannotBe_IsSaidBesideTheField_AndNothingChanges(string name, string organisation, string sentence)
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var answer = await office.Post(Page, Page, ("navn", name), ("virksomhet", organisation));
        ((int)answer.Status).ShouldBe(422);
        answer.Text.ShouldContain(sentence);
        (await world.Store.Scalar<long>("select count(*) from audit_entry where action = 'PortfolioChanged'")).ShouldBe(0);
    }
}
