using System.Net;
using Samstyre.Domain;
using Samstyre.IntegrationTests.Reporting;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Balance;

/// <summary>The portfolio weighed, over HTTP: tables with links, next year, pictures and the yearly wheel.</summary>
public sealed class BalancePagesTests(PostgresFixture postgres)
{
    private const string Desk = "/nb/e-health/arbeid";
    private const string Pictures = Desk + "/balanse/bilder";
    private const string Wheel = Desk + "/arshjul";

    [Fact]
    public async Task Balance_CellIsALinkToItsInitiatives_AndEqualAxesAreRefusedInWords()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var page = (await office.Get(Desk + "/balanse?rader=gruppe&kolonner=virksomhet&runde=2020-10")).Text;
        page.ShouldContain("Gruppe av virksomheter og Virksomhet, oktober 2020");
        page.ShouldContain("href=\"/nb/e-health/2020-10/tiltak?virksomhet=nhn\">ett tiltak</a>");
        (await office.Get("/nb/e-health/2020-10/tiltak?virksomhet=nhn")).Text.ShouldContain("/tiltak/417");
        (await office.Get(Desk + "/balanse?rader=risiko&kolonner=risiko")).Text.ShouldContain("Velg to ulike inndelinger.");
        (await office.Get(Desk + "/balanse?rader=finnes-ikke&runde=1900-01")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Balance_EveryAxisAgainstEveryOther_Answers()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        string[] axes = ["omrade", "segment", "gruppe", "virksomhet", "fase", "risiko", "status"];
        foreach (var rows in axes)
        {
            foreach (var columns in axes.Where(axis => axis != rows))
                (await office.Get($"{Desk}/balanse?rader={rows}&kolonner={columns}")).Text.ShouldContain("<table class=\"ds-table balance\">");
        }
    }

    [Fact]
    public async Task NextYear_ShowsCandidatesOfToday_AndWhatIsNotStated()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        await AssessmentStore.Announce(world.Store.Db, "e-health", "Kommer kanskje", "nhn", "Formål", new(2020, 11, 20), TestStore.Actor, world.Store.Tick(), TestStore.Cancellation);
        await world.Store.Person("utvalg@example.org", new RoleGrant(Role.CommitteeMember));
        var page = (await office.Get(Desk + "/neste-ar")).Text;
        page.ShouldContain("Porteføljen i 2021");
        page.ShouldContain("Kandidater til porteføljen: 1.");
        page.ShouldContain("Kommer kanskje");
    }

    [Fact]
    public async Task Picture_TakenAndCompared_ShowsWhatChangedSince()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        (await office.Post(Pictures, Pictures, ("navn", " Før møtet <b> "))).Location.ShouldBe(Pictures + "?lagret=ja");
        var key = (await world.Store.Scalar<Guid>("select id from discussion_snapshot")).ToString("N");
        (await world.Store.Scalar<string>("select name from discussion_snapshot")).ShouldBe("Før møtet <b>");
        var initiative = await world.Store.Scalar<Guid>("select id from initiative where national_id = 417");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        (await LifeStore.Move(world.Store.Db, "e-health", initiative, "observe", today.AddDays(-1), "Lite å følge", null, TestStore.Actor, DateTimeOffset.UtcNow, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        var page = (await office.Get($"{Pictures}?fra={key}&til=na&rader=segment&kolonner=status")).Text;
        page.ShouldContain("Før møtet &lt;b&gt;");
        page.ShouldContain("Ikke oppgitt");
        page.ShouldContain("ikke oppgitt → Observere");
        page.ShouldContain("0 → 1 tiltak <strong>+1</strong>");
        page.ShouldContain("1 → 0 tiltak <strong>");
        (await office.Get($"{Pictures}?fra={key}&til={key}")).Text.ShouldContain("Velg to ulike bilder.");
        (await office.Get($"{Pictures}?fra=tull&til=na")).Text.ShouldContain("Det ene bildet finnes ikke");
        (await office.Get(Desk + "/logg")).Text.ShouldContain("Bilde av porteføljen tatt");
    }

    [Fact]
    public async Task Wheel_MeetingPlannedChangedAndCancelled_IsOnThePageTheFeedAndInTheLog()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var refused = await office.Post(Wheel, Wheel, ("tema", "Noe"), ("dag", "i mai"), ("ansvarlig", ""));
        ((int)refused.Status).ShouldBe(422);
        foreach (var sentence in (string[])["Velg et tema.", "Skriv dagen som 31.10.2020.", "Skriv hvem som er ansvarlig for møtet."]) refused.Text.ShouldContain(sentence);

        (await office.Post(Wheel, Wheel, ("tema", "Balancing"), ("dag", "15.09.2031"), ("ansvarlig", "Kontoret"), ("saksunderlag", "Rapport\nNotat"))).Location.ShouldBe(Wheel + "?ar=2031");
        var page = (await office.Get(Wheel + "?ar=2031")).Text;
        page.ShouldContain("1. Balansering");
        page.ShouldContain("<li>Notat</li>");
        page.ShouldContain("tema=Strategy&amp;dag=17.02.2031#nytt");
        page.ShouldContain("Neste møte er Balansering 15.09.2031. Ansvarlig: Kontoret.");

        var first = (await world.Store.Scalar<Guid>("select id from wheel_meeting")).ToString("N");
        (await office.Get($"{Wheel}?ar=2031&endre={first}")).Text.ShouldContain("value=\"15.09.2031\"");
        await office.Post(Wheel, Wheel, ("mote", first), ("tema", "Balancing"), ("dag", "16.09.2031"), ("ansvarlig", "Kari"));
        ((int)(await office.Post(Wheel, Wheel, ("mote", first), ("tema", "Balancing"), ("dag", "17.09.2031"), ("ansvarlig", "Kari"))).Status).ShouldBe(422);
        using var everybody = world.Server.Visitor();
        var feed = (await everybody.Get("/nb/e-health/kalender.ics")).Text;
        feed.ShouldContain("DTSTART;VALUE=DATE:20310916");
        feed.ShouldContain("SUMMARY:Samstyre: Balansering");
        feed.ShouldNotContain("20310915");
        feed.ShouldNotContain("Kari");

        var second = (await world.Store.Scalar<Guid>("select id from wheel_meeting where cancelled_at is null")).ToString("N");
        (await office.Post(Wheel, Wheel + "/avlys", ("mote", second), ("ar", "2031"))).Location.ShouldBe(Wheel + "?ar=2031");
        (await office.Get(Wheel + "?ar=2031")).Text.ShouldContain("Ingen møter er planlagt i 2031.");
        (await world.Store.Scalar<string>("select string_agg(action, ' ' order by position) from audit_entry where subject = 'wheel_meeting'")).ShouldBe("WheelMeetingPlanned WheelMeetingCancelled WheelMeetingPlanned WheelMeetingCancelled");
        (await office.Get(Desk + "/logg")).Text.ShouldContain("Balansering");
    }
}
