using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>A list with headings of its own into a round, on the pages.</summary>
public sealed partial class TablePagesTests(PostgresFixture postgres)
{
    private const string Page = "/nb/e-health/arbeid/runder/2020-12/tabell";
    private const string List = "Tiltaksnavn;Nr;Virksomhet;Tilstand;Ramme 2020;Notat\nMeldingsløft;7;NHN;På plan;1500;x\nPasientportal;8;Etaten;Rød;250,5;\n;9;FHI;Gul;1;\n";

    [Fact]
    public async Task List_StepByStep_IsTriedThenStoredAndItsColumnsRemembered()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var columns = await Upload(office, List);
        var page = (await office.Get(columns)).Text;
        page.ShouldContain("Steg 2 av 4");
        page.ShouldContain("Eksempler: Meldingsløft · Pasientportal");
        page.ShouldContain("<option value=\"name\" selected>");
        page.ShouldContain("Disse kolonnene blir ikke lest: Tilstand");

        (string, string)[] chosen = [("felt-0", "name"), ("felt-1", "nationalId"), ("felt-2", "organisation"), ("felt-3", "status"), ("felt-4", "budget"), ("enhet-4", "Thousand")];
        var tried = await office.Post(columns, null, [.. chosen, ("gjor", "prov")]);
        tried.Status.ShouldBe(HttpStatusCode.OK);
        tried.Text.ShouldContain("Steg 3 av 4");
        tried.Text.ShouldContain("nytt tiltak: 2, avvist: 1.");
        tried.Text.ShouldContain("Raden har ikke navn på tiltaket.");
        tried.Text.ShouldContain("Virksomhet: «Etaten»".Replace("Virksomhet", "Ansvarlig virksomhet", StringComparison.Ordinal));
        tried.Text.ShouldContain("Status: «På plan»");
        (await world.Store.Count("column_mapping")).ShouldBe(0);
        (await world.Store.Count("source_file")).ShouldBe(1);

        (string, string)[] meant = [("ordfelt-0", "organisation"), ("ord-0", "Etaten"), ("betyr-0", "fhi"), ("ordfelt-1", "status"), ("ord-1", "På plan"), ("betyr-1", "Green")];
        var done = await office.Post(columns, null, [.. chosen, .. meant, ("gjor", "les")]);
        done.Text.ShouldContain("Steg 4 av 4");
        (await world.Store.Scalar<string>("select r.name || ' ' || r.organisation || ' ' || r.status || ' ' || r.budget from report r where r.name = 'Meldingsløft'")).ShouldBe("Meldingsløft nhn Green 1.5");
        (await world.Store.Scalar<string>("select organisation from report where name = 'Pasientportal'")).ShouldBe("fhi");
        (await world.Store.Count("pending_table")).ShouldBe(0);
        (await world.Store.Scalar<long>("select count(*) from audit_entry where action in ('ColumnMappingSaved', 'ReportsImported') and details ->> 'file' = 'liste.csv'")).ShouldBe(2);
        (await office.Get("/nb/e-health/arbeid/logg")).Text.ShouldContain("Kolonner i en tabell bestemt");

        // The same headings again: nothing is left to choose, and the same list is known.
        var again = await Upload(office, List);
        var remembered = (await office.Get(again)).Text;
        remembered.ShouldContain("Kolonnene er husket fra liste.csv.");
        remembered.ShouldContain("<option value=\"fhi\" selected>");
        (await office.Post(again, null, [.. chosen, .. meant, ("gjor", "les")])).Text.ShouldContain("Runden har denne filen fra før");
    }

    [Fact]
    public async Task Columns_OfSomebodyElsesList_AreNotThere()
    {
        await using var world = await FormWorld.Create(postgres);
        await world.Store.Person("annen@example.org", new RoleGrant(Role.PortfolioOffice));
        using var office = await world.LoggedIn("kontor@example.org");
        using var other = await world.LoggedIn("annen@example.org");
        var columns = await Upload(office, List);
        (await other.Get(columns)).Location.ShouldBe(Page);
        var refused = await other.Post(Page, columns, ("felt-0", "name"), ("gjor", "les"));
        ((int)refused.Status).ShouldBe(422);
        refused.Text.ShouldContain("Velg den på nytt.");
        (await world.Store.Count("report")).ShouldBe(1);
    }

    [Fact]
    public async Task Columns_WithoutNameOrTwiceTheSame_SaySoBesideTheField()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var columns = await Upload(office, List);
        var unnamed = await office.Post(columns, null, ("felt-1", "nationalId"), ("gjor", "les"));
        ((int)unnamed.Status).ShouldBe(422);
        unnamed.Text.ShouldContain("Ingen kolonne gir navnet på tiltaket.");
        var twice = await office.Post(columns, null, ("felt-0", "name"), ("felt-5", "name"), ("gjor", "les"));
        ((int)twice.Status).ShouldBe(422);
        twice.Text.ShouldContain("href=\"#felt-5\">Tiltaksnavn, Notat gir samme felt.");
        (await world.Store.Count("column_mapping")).ShouldBe(0);
        (await world.Store.Count("report")).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "Filen er tom")]
    [InlineData("1;2;3\n4;5;6\n", "Ingen av de ti første radene")]
    [InlineData("Tiltaksnavn;Nr\n\"A;1\n", "Linje 2: Et anførselstegn")]
    public async Task Upload_BadFile_IsOneSentenceAndKeepsNothing(string text, string sentence)
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var answer = await office.PostFile(Page, Page, "liste", "liste.csv", Encoding.UTF8.GetBytes(text));
        ((int)answer.Status).ShouldBe(422);
        answer.Text.ShouldContain(sentence);
        (await world.Store.Count("pending_table")).ShouldBe(0);
    }

    [Theory]
    [InlineData("nb", "Lista har 3 rader")]
    [InlineData("nn", "Tala i")]
    [InlineData("en", "Step 2 of 4")]
    public async Task Columns_InEveryLanguage_AreThatLanguages(string language, string words)
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var columns = await Upload(office, List);
        (await office.Get(columns.Replace("/nb/", $"/{language}/", StringComparison.Ordinal))).Text.ShouldContain(words);
    }

    [Fact]
    public async Task Pending_Lists_AreForgottenAfterADayAndFewAreKept()
    {
        await using var store = await TestStore.Create(postgres);
        var first = await PendingTableStore.Add(store.Db, store.Portfolio, "a", "1.csv", "x"u8.ToArray(), TestStore.Start, TestStore.Cancellation);
        (await PendingTableStore.Find(store.Db, store.Portfolio, first, "a", TestStore.Start.AddHours(23), TestStore.Cancellation)).ShouldNotBeNull().Name.ShouldBe("1.csv");
        (await PendingTableStore.Find(store.Db, store.Portfolio, first, "a", TestStore.Start.AddHours(25), TestStore.Cancellation)).ShouldBeNull();
        for (var number = 0; number < 6; number++) await PendingTableStore.Add(store.Db, store.Portfolio, "b", $"{number}.csv", "x"u8.ToArray(), TestStore.Start.AddHours(25 + number), TestStore.Cancellation);
        (await store.Scalar<string>("select string_agg(name, ' ' order by added_at) from pending_table")).ShouldBe("2.csv 3.csv 4.csv 5.csv");
    }

    private static async Task<string> Upload(Visitor office, string text)
    {
        var answer = await office.PostFile(Page, Page, "liste", "liste.csv", Encoding.UTF8.GetBytes(text));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        Address().IsMatch(answer.Location!).ShouldBeTrue();
        return answer.Location!;
    }

    [GeneratedRegex("/tabell/[0-9a-f]{32}$")]
    private static partial Regex Address();
}
