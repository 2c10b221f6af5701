using System.Net;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Dependencies;

/// <summary>Both sides of a dependency: what the giver answers, what the receiver sees of it, and what both are told.</summary>
public sealed class OthersWaitTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Page_OfGiver_ShowsWhoWaitsForWhat()
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var giver = await world.LoggedIn(WaitingWorld.Giver);
        var page = (await giver.Get(WaitingWorld.Page)).Text;
        page.ShouldContain("/nb/e-health/2020-10/tiltak/5\">Folkeregister</a>");
        page.ShouldContain("Å vise svar");
        page.ShouldContain("april 2021");
        page.ShouldContain("Pilot <span class=\"quiet\">(planlagt mars 2021)</span>");
        page.ShouldContain("Ubesvart</span>");
        (await giver.Get(WaitingWorld.Desk)).Text.ShouldContain($"href=\"{WaitingWorld.Page}\">Kjernejournal</a>: Ett tiltak venter på dette. Én avhengighet er ubesvart.");
        (await giver.Get(WaitingWorld.GiverForm)).Text.ShouldContain($"Én avhengighet er ubesvart. <a class=\"ds-link\" href=\"{WaitingWorld.Page}\">");
    }

    [Fact]
    public async Task Answer_AcceptedInTime_BothAgree()
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var giver = await world.LoggedIn(WaitingWorld.Giver);
        (await world.Answer(giver, "Accepted", "mars 2021", certainty: "Sure")).Location.ShouldBe($"{WaitingWorld.Page}?lagret=svar#{world.Need}");
        var page = (await giver.Get(WaitingWorld.Page)).Text;
        page.ShouldContain("Enige</span>");
        page.ShouldContain("<strong>Godtatt</strong>. Leverer innen mars 2021 (Vedtatt og finansiert).");
        using var receiver = await world.LoggedIn(WaitingWorld.Receiver);
        (await receiver.Get(WaitingWorld.ReceiverForm + "/avhengigheter")).Text.ShouldContain("Svar fra Kjernejournal: <strong>Godtatt</strong>");
        (await world.Store.Scalar<string>("select details->>'answer' from audit_entry where action = 'NeedAnswered'")).ShouldBe("Accepted");
    }

    [Fact]
    public async Task Answer_CorrectedToLater_IsAClashThatTheReceiverSees()
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var giver = await world.LoggedIn(WaitingWorld.Giver);
        await world.Answer(giver, "Accepted");
        (await world.Answer(giver, "Corrected", "juni 2021", "Leverandøren er forsinket", "Likely")).Location.ShouldNotBeNull();
        var page = (await giver.Get(WaitingWorld.Page)).Text;
        page.ShouldContain("Uenige</span>");
        page.ShouldContain("Ett tidligere svar");
        using var receiver = await world.LoggedIn(WaitingWorld.Receiver);
        var form = (await receiver.Get(WaitingWorld.ReceiverForm + "/avhengigheter")).Text;
        form.ShouldContain("Uenige</span>");
        form.ShouldContain("Leverer innen juni 2021 (Planlagt). Leverandøren er forsinket");
        using var office = await world.LoggedIn(WaitingWorld.Office);
        (await office.Get(WaitingWorld.Desk + "/logg")).Text.ShouldContain("Svar på en avhengighet");
        (await office.Get(WaitingWorld.Page)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Rejected", "", "", "ord", "Skriv hva som er feil")]
    [InlineData("Rejected", "mars 2021", "Nei", "dato", "Det dere avviser, har ingen dato")]
    [InlineData("Corrected", "når det passer", "Senere", "dato", "Skriv datoen som")]
    [InlineData("", "mars 2021", "Senere", "svar", "Velg om dere leverer")]
    public async Task Answer_Wrong_SaysSoAtItsFieldAndKeepsWhatWasTyped(string kind, string date, string words, string field, string sentence)
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var giver = await world.LoggedIn(WaitingWorld.Giver);
        var reply = await world.Answer(giver, kind, date, words);
        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reply.Text.ShouldContain($"<a class=\"ds-link\" href=\"#{field}-{world.Need}\">{sentence}");
        reply.Text.ShouldContain($"id=\"{field}-{world.Need}-feil\">{sentence}");
        if (date.Length > 0) reply.Text.ShouldContain($"value=\"{WebUtility.HtmlEncode(date).Replace("&#229;", "å", StringComparison.Ordinal)}\"");
        (await world.Store.Count("need_answer")).ShouldBe(0);
    }

    [Fact]
    public async Task Answer_ByAnotherOrganisationOrToNothing_IsRefused()
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var other = await world.LoggedIn(WaitingWorld.Receiver);
        (await other.Get(WaitingWorld.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        var token = Visitor.TokenOf((await other.Get("/nb/konto")).Text);
        (await other.PostRaw(WaitingWorld.Page + "/svar", ("token", token), ("behov", world.Need), ("svar-" + world.Need, "Accepted"))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var giver = await world.LoggedIn(WaitingWorld.Giver);
        var nothing = await giver.Post(WaitingWorld.Page, WaitingWorld.Page + "/svar", ("behov", $"{world.Waits:N}-0000000000000000"), ("svar", "Accepted"));
        nothing.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nothing.Text.ShouldContain("Ingen åpen avhengighet på dette tiltaket passer");
        (await world.Store.Count("need_answer")).ShouldBe(0);
    }

    [Fact]
    public async Task Reply_ToTheOffice_IsTakenOnce()
    {
        await using var world = await WaitingWorld.Create(postgres);
        var question = await world.Ask("Holder datoen?");
        using var giver = await world.LoggedIn(WaitingWorld.Giver);
        (await giver.Get(WaitingWorld.GiverForm)).Text.ShouldContain("Ett spørsmål fra kontoret om avhengigheter.");
        (await giver.Get(WaitingWorld.Page)).Text.ShouldContain("Om noe Folkeregister trenger fra dere: Pilot");
        (await Send("")).Text.ShouldContain("Skriv et svar, høyst 4000 tegn.");
        (await Send("Ja")).Location.ShouldNotBeNull();
        (await Send("Nei")).Text.ShouldContain("Noen har alt svart på spørsmålet.");
        (await world.Store.Scalar<string>("select reply from need_question")).ShouldBe("Ja");
        (await world.Store.Scalar<long>("select count(*) from audit_entry where action = 'NeedReplied'")).ShouldBe(1);
        using var other = await world.LoggedIn(WaitingWorld.Receiver);
        (await other.Get(WaitingWorld.Desk + "/andre-venter/5")).Text.ShouldNotContain("Holder datoen?");

        Task<Reply> Send(string words) => giver.Post(WaitingWorld.Page, WaitingWorld.Page + "/sporsmal", ("sporsmal", question), ("svar-" + question, words));
    }

    [Fact]
    public async Task Submission_ThatMovesWhatOthersWaitFor_TellsThemOnce()
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var giver = await world.LoggedIn(WaitingWorld.Giver);
        (await giver.Post(WaitingWorld.GiverForm + "/leveranser", null, ("deliverables.0.planned", "juni 2021"), ("explain:significant-change@deliverables.0.planned", "Forsinket"))).Location.ShouldNotBeNull();
        var send = await giver.Post(WaitingWorld.GiverForm + "/send", null, ("innsending", Guid.NewGuid().ToString()));
        send.Location.ShouldNotBeNull(send.Text);
        (await world.Store.Scalar<long>("select count(*) from message where kind = 'need'")).ShouldBe(1);
        var letter = await world.Store.Scalar<string>("select address || ' ' || body from message where kind = 'need'");
        letter.ShouldStartWith(WaitingWorld.Receiver);
        letter.ShouldContain("Folkeregister venter på «Pilot». Den var planlagt mars 2021 og er nå planlagt juni 2021. Det er senere enn april 2021, da dere trenger det.");

        // Sent back and sent again with the same dates, nothing new is told.
        using var office = await world.LoggedIn(WaitingWorld.Office);
        const string Review = WaitingWorld.Desk + "/kontroll/2020-12/164";
        (await office.Post(Review, Review + "/tilbake", ("melding", "Se på risikoen"))).Location.ShouldNotBeNull();
        (await giver.Post(WaitingWorld.GiverForm + "/send", null, ("innsending", Guid.NewGuid().ToString()))).Location.ShouldNotBeNull();
        (await world.Store.Scalar<long>("select count(*) from message where kind = 'need'")).ShouldBe(1);
    }

    [Fact]
    public async Task InitiativePage_OfEachSide_ShowsTheOtherAndTheState()
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var anyone = await world.LoggedIn(WaitingWorld.Office);
        var waitedFor = (await anyone.Get("/nb/e-health/2020-10/tiltak/164")).Text;
        waitedFor.ShouldContain("Andre venter på dette tiltaket");
        waitedFor.ShouldContain("/tiltak/5\">Folkeregister</a></th>");
        var waits = (await anyone.Get("/nb/e-health/2020-10/tiltak/5")).Text;
        waits.ShouldContain("Ingen andre tiltak har meldt at de venter på dette.");
        waits.ShouldContain("/tiltak/164\">Kjernejournal</a> <span class=\"ds-tag\" data-color=\"neutral\">");
        (await NeedStore.AnswersBy(world.Store.Db, world.Store.Portfolio, world.Gives, TestStore.Cancellation)).ShouldBeEmpty();
    }
}
